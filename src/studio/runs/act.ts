import { encodeLink } from '../../experiment/link';
import type { Experiment } from '../../experiment/schema';
import { toFault } from '../../lib/fault';
import type { RunRecord } from '../../library/store/records';
import type { RunChange } from '../../library/store/runs';
import { deleteRuns, loadParameters, restoreRuns, updateRuns } from '../../library/store/runs';
import { currentExperiment, editExperiment, runKey } from '../state/experiment-store';
import { notify } from '../state/notify';
import { replaceParameters } from '../state/phase-edit';
import { resetRun, toggleTraining } from '../state/run-control';
import type { RunView } from '../state/run-store';
import { isBusy, useRun } from '../state/run-store';
import { showScreen } from '../state/view';
import { runsWords } from '../words/runs';
import { useRunList } from './list-store';
import { continuedBy } from './continued';
import { runOf, runTitle, useRuns } from './runs-store';

/** Changes what people say about runs; what cannot be kept is told. */
export async function annotate(ids: readonly string[], change: (run: RunRecord) => RunChange): Promise<void> {
  await orTell(async () => {
    await updateRuns(ids, change);
  });
}

async function orTell(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (thrown) {
    console.warn('Changing the runs failed', thrown);
    notify('error', runsWords.notDone, { description: runsWords.notDoneFix });
  }
}

/** Deletes at once; for a while the message offers to undo it. */
export async function removeRuns(ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  await orTell(async () => {
    const deleted = await deleteRuns(ids);
    useRunList.setState(({ selected, at, baseline }) => ({
      selected: new Set([...selected].filter((id) => !gone.has(id))),
      at: at !== undefined && gone.has(at) ? undefined : at,
      baseline: baseline !== undefined && gone.has(baseline) ? undefined : baseline,
    }));
    notify('success', runsWords.deleted(ids.length), {
      duration: 12_000,
      action: { label: runsWords.undo, onClick: () => void orTell(() => restoreRuns(deleted)) },
    });
  });
}

/** The experiment of a run and its trained phases on the chip, as one step that can be undone. */
export async function openRunOnChip(run: RunRecord): Promise<void> {
  if ((await bring(run)) !== undefined) {
    notify('success', runsWords.opened(runTitle(run)), { description: runsWords.openedNote });
  }
}

/** Goes on where the run stopped, if its checkpoint is still there. */
export async function continueRun(run: RunRecord): Promise<void> {
  const brought = await bring(run);
  if (brought === undefined || useRun.getState().run === undefined) return;
  if (brought === 'phases')
    notify('warning', runsWords.anotherCheckpoint, { description: runsWords.anotherCheckpointNote });
  if (useRun.getState().state !== 'finished') await toggleTraining();
}

/**
 * @returns whether it is there with its checkpoint or at step 0 with its phases, or undefined if it is not; what
 * went wrong has been told
 */
async function bring(run: RunRecord): Promise<'checkpoint' | 'phases' | undefined> {
  const wanted = await loadParameters(run.id).catch(() => undefined);
  return place(run.experiment, wanted?.parameters, run.id);
}

/** An experiment with these phases on the chip, as {@link openRunOnChip} does it for a run. */
export async function openOnChip(
  experiment: Experiment,
  parameters: Float64Array | undefined,
  title: string,
): Promise<void> {
  if ((await place(experiment, parameters)) !== undefined)
    notify('success', runsWords.opened(title), { description: runsWords.openedNote });
}

/** @param id of the run whose checkpoint is as good as the phases */
async function place(
  experiment: Experiment,
  parameters: Float64Array | undefined,
  id?: string,
): Promise<'checkpoint' | 'phases' | undefined> {
  showScreen('chip');
  const edited = editExperiment(experiment);
  if (!edited.ok) {
    notify('error', edited.fault.message, { description: edited.fault.fix });
    return undefined;
  }
  const key = runKey(edited.value);
  const view = await settled(key);
  if (view?.info === undefined) return undefined;
  // The engine's own checkpoint, with its optimiser, is the better one where it is this run's.
  const continued =
    view.step > 0 ? continuedBy(useRuns.getState().runs, view.info.runId, view.step) : undefined;
  if (continued !== undefined && continued.id === id) return 'checkpoint';
  if (parameters?.length !== view.info.parameterCount) {
    notify('warning', runsWords.openedWithout);
    return undefined;
  }
  try {
    if (view.step > 0) await resetRun();
    if (runKey(currentExperiment()) === key) replaceParameters(parameters);
    return 'phases';
  } catch (thrown) {
    const fault = toFault(thrown);
    notify('error', fault.message, { description: fault.fix });
    return undefined;
  }
}

/** Resolves when the run of this experiment is open and rests; undefined if another came in between or it failed. */
function settled(key: string): Promise<RunView | undefined> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const view = useRun.getState();
      const isOther = runKey(currentExperiment()) !== key;
      if (!isOther && view.state !== 'failed' && (view.run === undefined || isBusy(view))) return false;
      resolve(isOther || view.state === 'failed' ? undefined : view);
      return true;
    };
    if (look()) return;
    const stop = useRun.subscribe(() => {
      if (look()) stop();
    });
  });
}

/** The run's experiment under another name, on the chip, to be changed and trained anew. */
export function duplicateRun(run: RunRecord): void {
  const copy: Experiment = { ...run.experiment, name: nextName(runTitle(run)) };
  const edited = editExperiment(copy);
  if (!edited.ok) {
    notify('error', edited.fault.message, { description: edited.fault.fix });
    return;
  }
  showScreen('chip');
  notify('success', runsWords.duplicated(runTitle(run)), { description: runsWords.openedNote });
}

/** "Vowels" → "Vowels 2" → "Vowels 3" */
export function nextName(name: string): string {
  const match = /^(.*?)(?: (\d+))?$/s.exec(name);
  return `${match?.[1] ?? name} ${Number(match?.[2] ?? 1) + 1}`.slice(0, 120);
}

export async function copyRunLink(run: RunRecord): Promise<void> {
  const link = `${location.origin}${location.pathname}#e=${await encodeLink(run.experiment)}`;
  try {
    await navigator.clipboard.writeText(link);
    notify('success', runsWords.linkCopied, { description: runsWords.linkCopiedNote });
  } catch {
    notify('warning', runsWords.copyRefused, { description: link.slice(0, 200), duration: 20_000 });
  }
}

/** What commands act on: the selected runs, or else the one whose details are shown. */
export function chosenRuns(): readonly RunRecord[] {
  const { selected, at } = useRunList.getState();
  if (selected.size > 0) return useRuns.getState().runs.filter(({ id }) => selected.has(id));
  const run = at === undefined ? undefined : runOf(at);
  return run === undefined ? [] : [run];
}

/** The one run whose details are shown. */
export function currentRun(): RunRecord | undefined {
  const { at } = useRunList.getState();
  return at === undefined ? undefined : runOf(at);
}

/** Trains the experiment on screen, or the one the studio begins with, and stays to watch. */
export function trainExample(): void {
  const { state } = useRun.getState();
  if (state !== 'running') void toggleTraining();
}
