import type { RunRecord, TrainedPhases } from '../../library/store/records';
import type { DeletedRuns } from '../../library/store/runs';
import { deleteRuns, loadParameters, restoreRuns, updateRuns } from '../../library/store/runs';
import type { StoredSweep } from '../../library/store/sweep-record';
import type { NewSweep, SweepChange } from '../../library/store/sweeps';
import {
  createSweep,
  deleteSweep,
  listSweeps,
  sweepsNews,
  restoreSweep,
  sweepParameters,
  updateSweep,
} from '../../library/store/sweeps';
import { openOnChip, openRunOnChip } from '../runs/act';
import { useRunList } from '../runs/list-store';
import { useRuns } from '../runs/runs-store';
import { notify } from '../state/notify';
import { runsWords } from '../words/runs';
import { sweepsWords } from '../words/sweeps';
import { driveSweeps, isDrivenElsewhere } from './driver';
import { currentSweep, forgetSweeps, noteSweeps, sweepOf, useSweeps } from './sweeps-store';
import type { TrialRow } from './trial-rows';
import { runsOfSweep, trialRows } from './trial-rows';

/** Makes the page know all sweeps; those that a page left in the middle are told, and can be resumed. */
export async function followSweeps(): Promise<void> {
  sweepsNews.follow(({ changed, deleted }) => {
    noteSweeps(changed);
    if (deleted.length > 0) forgetSweeps(deleted);
  });
  followDeletedTrials();
  try {
    noteSweeps(await listSweeps());
    if (await isDrivenElsewhere()) {
      useSweeps.setState({ driver: 'elsewhere' });
      return;
    }
    for (const { id, state, name } of useSweeps.getState().sweeps) {
      if (state !== 'running' && state !== 'queued') continue;
      await updateSweep(id, () => ({ state: 'paused', interrupted: true }));
      notify('info', sweepsWords.interruptedNotice(name), {
        description: sweepsWords.interruptedNote,
        duration: 12_000,
        action: { label: sweepsWords.resume, onClick: () => void resumeSweep(id) },
      });
    }
  } catch (thrown) {
    console.warn('The sweeps could not be read', thrown);
  }
}

/** A run that a person deletes is not trained again by itself. */
function followDeletedTrials(): void {
  useRuns.subscribe(({ runs }, before) => {
    if (runs.length >= before.runs.length) return;
    const left = new Set(runs.map(({ id }) => id));
    for (const { id, trial } of before.runs)
      if (trial !== undefined && !left.has(id) && sweepOf(trial.sweep) !== undefined)
        void change(trial.sweep, ({ skipped }) => ({ skipped: [...new Set([...skipped, trial.index])] }));
  });
}

async function change(
  id: string,
  how: (sweep: StoredSweep) => SweepChange,
): Promise<StoredSweep | undefined> {
  try {
    return await updateSweep(id, how);
  } catch (thrown) {
    tellRefused(thrown);
    return undefined;
  }
}

function tellRefused(thrown: unknown): void {
  console.warn('Changing a sweep failed', thrown);
  notify('error', runsWords.notDone, { description: runsWords.notDoneFix });
}

function drive(): void {
  driveSweeps((sweep) => {
    notify('success', sweepsWords.finished(sweep.name), {
      description: sweepsWords.finishedNote(
        sweepsWords.units(sweep.work.kind === 'dies', trialRows(sweep, []).length),
      ),
    });
  }).catch((thrown: unknown) => tellRefused(thrown));
}

/** Adds a sweep to the queue, and begins if nothing else is under way. */
export async function startSweep(sweep: NewSweep, phases?: TrainedPhases): Promise<boolean> {
  try {
    const made = await createSweep(sweep, phases);
    noteSweeps([made]);
    useSweeps.setState({ at: made.id, trial: undefined, isShown: true, form: undefined });
    drive();
    return true;
  } catch (thrown) {
    console.warn('Keeping a sweep failed', thrown);
    notify('error', sweepsWords.notKept, { description: sweepsWords.notKeptFix });
    return false;
  }
}

export async function pauseSweep(id: string): Promise<void> {
  await change(id, ({ state }) => (isUnderWay(state) ? { state: 'paused', interrupted: false } : {}));
}

export async function resumeSweep(id: string): Promise<void> {
  const resumed = await change(id, ({ state }) =>
    state === 'paused' ? { state: 'queued', interrupted: false } : {},
  );
  if (resumed !== undefined) drive();
}

/** What is finished stays; what is not begun is given up, and can be run again one by one. */
export async function cancelSweep(id: string): Promise<void> {
  const sweep = sweepOf(id);
  if (sweep === undefined) return;
  const rows = trialRows(sweep, useRuns.getState().runs);
  const open = rows.filter(({ state }) => state === 'waiting' || state === 'running' || state === 'paused');
  await change(id, ({ skipped }) => ({
    state: 'cancelled',
    interrupted: false,
    skipped: [...new Set([...skipped, ...open.map(({ index }) => index)])],
  }));
  const unbegun = open.flatMap(({ run }) =>
    run !== undefined && run.step === 0 && run.state !== 'running' ? [run.id] : [],
  );
  await deleteRuns(unbegun).catch(tellRefused);
}

export function isUnderWay(state: StoredSweep['state']): boolean {
  return state === 'running' || state === 'queued';
}

/** Trials that can be run again: those that failed, were skipped or deleted; the chosen one alone if it is one. */
export function repeatable(): readonly TrialRow[] {
  const sweep = currentSweep();
  if (sweep === undefined || sweep.work.kind === 'dies') return [];
  const rows = trialRows(sweep, useRuns.getState().runs).filter(({ state }) =>
    ['failed', 'skipped', 'deleted'].includes(state),
  );
  const { trial } = useSweeps.getState();
  const chosen = rows.filter(({ index }) => index === trial);
  return chosen.length > 0 ? chosen : rows;
}

export async function runAgain(id: string, rows: readonly TrialRow[]): Promise<void> {
  const again = new Set(rows.map(({ index }) => index));
  const runs = rows.flatMap(({ run }) => (run === undefined ? [] : [run.id]));
  try {
    await updateRuns(runs, () => ({ state: 'queued', fault: undefined }));
  } catch (thrown) {
    tellRefused(thrown);
    return;
  }
  await change(id, ({ skipped, state }) => ({
    skipped: skipped.filter((index) => !again.has(index)),
    // One that runs finds them when it is through with the others.
    state: state === 'running' ? 'running' : 'queued',
  }));
  drive();
}

/** The trial that is chosen, as it stands. */
export function currentTrial(): TrialRow | undefined {
  const sweep = currentSweep();
  const { trial } = useSweeps.getState();
  if (sweep === undefined || trial === undefined) return undefined;
  return trialRows(sweep, useRuns.getState().runs)[trial];
}

export async function skipTrial(id: string, index: number): Promise<void> {
  await change(id, ({ skipped }) => ({ skipped: [...new Set([...skipped, index])] }));
}

export async function renameSweep(id: string, name: string): Promise<void> {
  const text = name.trim().slice(0, 120);
  useSweeps.setState({ isRenaming: false });
  if (text !== '') await change(id, () => ({ name: text }));
}

/** Deletes a sweep with all its runs at once; for a while the message offers to undo it. */
export async function removeSweep(sweep: StoredSweep): Promise<void> {
  try {
    const gone = await deleteSweep(sweep.id);
    const runs = [...runsOfSweep(sweep.id, useRuns.getState().runs).values()].map(({ id }) => id);
    const deleted: DeletedRuns = await deleteRuns(runs);
    const back = {
      ...gone,
      sweep: gone.sweep && {
        ...gone.sweep,
        ...(isUnderWay(gone.sweep.state) ? { state: 'paused' as const } : {}),
      },
    };
    notify('success', sweepsWords.deleted(sweep.name), {
      duration: 12_000,
      action: {
        label: sweepsWords.undo,
        onClick: () =>
          void restoreRuns(deleted)
            .then(() => restoreSweep(back))
            .catch(tellRefused),
      },
    });
  } catch (thrown) {
    tellRefused(thrown);
  }
}

/** The trial's design and phases on the chip; of a die, the measured chip with this die's flaws. */
export async function openTrial(sweep: StoredSweep, row: TrialRow): Promise<void> {
  if (row.run !== undefined) return openRunOnChip(row.run);
  if (sweep.work.kind !== 'dies') return;
  const die = row.values[0];
  const phases = await loadParameters(sweepParameters(sweep.id)).catch(() => undefined);
  const experiment = { ...sweep.base, hardware: { ...sweep.base.hardware, die: Number(die) } };
  await openOnChip(experiment, phases?.parameters, sweepsWords.dieTitle(Number(die)));
}

/** The runs of a sweep alone in the list, with their curves. */
export function listSweepRuns(sweep: StoredSweep): void {
  const runs: readonly RunRecord[] = [...runsOfSweep(sweep.id, useRuns.getState().runs).values()];
  useRunList.setState(({ filter }) => ({
    filter: { ...filter, text: '', state: 'all', dataset: 'all', tag: 'all', sweep: sweep.id },
    selected: new Set(runs.map(({ id }) => id)),
    tab: 'list',
  }));
  useSweeps.setState({ isShown: false });
}
