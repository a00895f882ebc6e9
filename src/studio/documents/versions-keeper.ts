import type { Experiment } from '../../experiment/schema';
import type { Version } from '../../library/store/records';
import { deleteVersion, getVersion, putVersion, saveVersion } from '../../library/store/versions';
import { bringPhases } from '../state/carry-phases';
import { chip } from '../state/chip';
import { onBeforeLoss } from '../state/before-loss';
import { currentExperiment, editExperiment, runKey, useExperiment } from '../state/experiment-store';
import { refusesEdits } from '../state/edit-guard';
import { notify } from '../state/notify';
import { hasOwnPhases } from '../state/own-phases';
import { useRun } from '../state/run-store';
import { formatPercent } from '../format/si';
import { versionWords } from '../words/versions';
import { keepIt } from './autosave';
import { libraryChanged, useDocument } from './document-store';
import { storageFault } from './storage-fault';
import { offerPersistence } from './storage-watch';

/**
 * Versions of the document on screen. By itself the studio keeps one before something large is changed (another
 * experiment over it, a layer less, a chip programmed, trained phases given up) and after training that took long.
 */

/** Training this long, seconds, is worth a version of its own. */
const LONG_TRAINING = 20;

type Draft = Omit<Version, 'id'>;

/** What was kept last, so that one state is not kept twice. */
let last: Draft | undefined;
let work: Promise<unknown> = Promise.resolve();

function draft(kind: Version['kind'], title: string, experiment: Experiment): Draft {
  const { step, test } = useRun.getState();
  const isTrained = hasOwnPhases();
  return {
    document: useDocument.getState().id,
    createdAt: Date.now(),
    kind,
    title,
    experiment,
    phases: isTrained ? { parameters: chip.parameters.slice(), step } : undefined,
    accuracy: isTrained && test?.step === step ? test.evaluation.accuracy : undefined,
  };
}

async function keep(version: Draft): Promise<Version | undefined> {
  last = version;
  const saving = work.then(async () => {
    await keepIt();
    return saveVersion(version);
  });
  work = saving.catch(() => undefined);
  try {
    const saved = await saving;
    libraryChanged();
    return saved;
  } catch (thrown) {
    last = undefined;
    const fault = storageFault(thrown);
    notify('error', versionWords.notKept, { id: 'version', description: fault.fix });
    return undefined;
  }
}

/** Keeps what is on screen under a title of the user's. */
export async function saveNamedVersion(title: string): Promise<void> {
  if (refusesEdits()) return;
  const saved = await keep(draft('named', title, currentExperiment()));
  if (saved === undefined) return;
  const message = versionWords.saved(title);
  if (!offerPersistence(message)) notify('success', message, { id: 'version' });
}

/** Keeps what is on screen before it changes, unless that has just been done. */
function keepBefore(title: string, experiment: Experiment): void {
  if (useDocument.getState().role === 'reader') return;
  const version = draft('auto', title, experiment);
  if (last === undefined || !isSameState(last, version)) void keep(version);
}

function isSameState(a: Draft, b: Draft): boolean {
  const [mine, other] = [a.phases?.parameters, b.phases?.parameters];
  return (
    a.document === b.document &&
    JSON.stringify(a.experiment) === JSON.stringify(b.experiment) &&
    mine?.length === other?.length &&
    (mine === undefined || mine.every((value, index) => value === other?.[index]))
  );
}

/** Goes back to a version, as a step that can be undone; what was there is kept as a version of its own. */
export async function restoreVersion(id: string): Promise<void> {
  if (refusesEdits()) return;
  try {
    const version = await getVersion(id);
    if (version === undefined) {
      notify('error', versionWords.gone.message, { description: versionWords.gone.fix });
      return;
    }
    const before = await keep(
      draft('auto', versionWords.beforeRestoring(version.title), currentExperiment()),
    );
    if (version.phases !== undefined) bringPhases(version.experiment, version.phases, 'replace');
    const result = editExperiment(version.experiment);
    if (!result.ok) {
      notify('error', result.fault.message, { description: result.fault.fix });
      return;
    }
    notify('success', versionWords.restored(version.title), {
      id: 'version',
      duration: 10_000,
      ...(before && {
        action: { label: versionWords.undo, onClick: () => void restoreVersion(before.id) },
      }),
    });
  } catch (thrown) {
    const fault = storageFault(thrown);
    notify('error', fault.message, { description: fault.fix });
  }
}

/** Deletes a version so that it can be brought back from the message about it. */
export async function removeVersion(id: string): Promise<void> {
  try {
    const version = await getVersion(id);
    await deleteVersion(id);
    libraryChanged();
    if (version === undefined) return;
    notify('success', versionWords.deleted(version.title), {
      id: 'version',
      duration: 10_000,
      action: { label: versionWords.undo, onClick: () => void putVersion(version).then(libraryChanged) },
    });
  } catch (thrown) {
    const fault = storageFault(thrown);
    notify('error', fault.message, { description: fault.fix });
  }
}

/** Keeps versions by itself from now on; to be called before the chip follows the experiment. */
export function followLosses(): () => void {
  let document = useDocument.getState().id;
  const changed = ({ experiment }: { experiment: Experiment }, before: { experiment: Experiment }): void => {
    const { id, role } = useDocument.getState();
    const isOther = id !== document;
    document = id;
    if (isOther || role === 'reader') return;
    const title = lossTitle(before.experiment, experiment);
    if (title !== undefined) keepBefore(title, before.experiment);
  };
  const stops = [
    useExperiment.subscribe(changed),
    onBeforeLoss((loss) => {
      if (loss === 'phases' || hasOwnPhases()) keepBefore(versionWords.before[loss], currentExperiment());
    }),
    followTraining(),
  ];
  return () => stops.forEach((stop) => stop());
}

/** What is lost by this change, or undefined where undo is enough. */
function lossTitle(before: Experiment, after: Experiment): string | undefined {
  const isSameChip =
    before.modes === after.modes &&
    before.layers === after.layers &&
    before.convolution === after.convolution &&
    before.task === after.task;
  if (before.name !== after.name && !isSameChip) return versionWords.beforeOpening(after.name);
  const fewerLayers =
    after.layers.length < before.layers.length ||
    (after.convolution?.stages.length ?? 0) < (before.convolution?.stages.length ?? 0);
  if (fewerLayers) return versionWords.beforeDeleting;
  if (hasOwnPhases() && runKey(before) !== runKey(after)) return versionWords.beforeChanging;
  return undefined;
}

function followTraining(): () => void {
  let began: number | undefined;
  let isDue = false;
  return useRun.subscribe(({ state, step, test }, before) => {
    if (state === 'running') {
      if (before.state !== 'running') {
        began = performance.now();
        // From its first step on the work is worth finding again.
        void keepIt();
      }
      return;
    }
    if (before.state === 'running' && (state === 'paused' || state === 'finished')) {
      isDue = began !== undefined && performance.now() - began > 1000 * LONG_TRAINING;
    }
    // The report over the test set comes a little later.
    if (!isDue || test?.step !== step) return;
    isDue = false;
    keepBefore(versionWords.afterTraining(formatPercent(test.evaluation.accuracy)), currentExperiment());
  });
}
