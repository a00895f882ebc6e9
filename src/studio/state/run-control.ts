import type { ImageShape } from '../../learning/convolution/plan';
import type { NetworkPlan } from '../../learning/plan';
import type { Experiment } from '../../experiment/schema';
import type { Result } from '../../lib/result';
import type { BackendId, Evaluation } from '../../engine/backend';
import type { Run } from '../../engine/protocol';
import { toFault } from '../../lib/fault';
import { isAffordable } from './affordable';
import { aboutToLose } from './before-loss';
import { giveKeptPhases, keepPhases, showKeptPhases } from './carry-phases';
import { chip } from './chip';
import { classesOf, imageShapeOf, nominalTrainSamples } from './dataset-names';
import { refusesEdits } from './edit-guard';
import { engine } from './engine';
import { isGuest } from './guest';
import { currentExperiment, runKey, useExperiment } from './experiment-store';
import { layOut } from './lay-out';
import { forgetPhaseEdits } from './phase-edit';
import { dropPending, onRunEvent } from './run-events';
import { awaiting, closedRun, useRun } from './run-store';
import { forgetSample, showSample } from './sample-store';
import { noteTaught, teach } from './teach';
import { trainingLog } from './training-log';
import { notify } from './notify';
import { holdPace } from './pace';

/** Typing goes on this long before a changed experiment opens its run. */
const OPEN_AFTER_MS = 250;

/** Counts the runs opened and closed; whatever an older one still answers is ignored. */
let generation = 0;
let closing: Promise<void> = Promise.resolve();
let abort: AbortController | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let teachTimer: ReturnType<typeof setTimeout> | undefined;
let shownKey = '';
/** Counts the plans shown, so that one from a worker does not come after a newer one. */
let plansShown = 0;

/** Keeps the run that is open the one of the experiment on screen; returns how to stop. */
export function followExperiment(): () => void {
  follow(currentExperiment());
  return useExperiment.subscribe(({ experiment }) => follow(experiment));
}

function follow(experiment: Experiment): void {
  const key = `${runKey(experiment)}|${useRun.getState().backend}`;
  if (key === shownKey) {
    // Only what a run can be told while it goes on may have changed.
    clearTimeout(teachTimer);
    teachTimer = setTimeout(teachOpenRun, OPEN_AFTER_MS);
    return;
  }
  shownKey = key;
  showPlan(experiment);
  clearTimeout(timer);
  timer = setTimeout(() => void openRun(), OPEN_AFTER_MS);
}

/** Opens the run on screen anew: the same experiment is now someone else's, or no longer. */
export function reopenRun(): void {
  shownKey = '';
  follow(currentExperiment());
}

function teachOpenRun(): void {
  const { run } = useRun.getState();
  if (run !== undefined) void act(() => teach(run));
}

/** Draws the chip at its initial phases before the engine has anything to say. */
function showPlan(experiment: Experiment): void {
  keepPhases(experiment);
  void closeRun();
  forgetSample();
  forgetPhaseEdits();
  trainingLog.clear();
  useRun.setState({ ...closedRun, state: 'opening' });
  const laid = layOut(experiment, {
    classes: classesOf(experiment).length || 2,
    trainSamples: nominalTrainSamples(experiment.task.dataset),
    image: imageShapeOf(experiment.task.dataset),
  });
  const show = (plan: Result<NetworkPlan>): void => {
    if (!plan.ok) {
      useRun.setState({ state: 'failed', fault: plan.fault });
      return;
    }
    chip.setPlan(plan.value);
    showKeptPhases();
  };
  const token = ++plansShown;
  if (!(laid instanceof Promise)) {
    show(laid);
    return;
  }
  chip.clear();
  // The engine's run may have been opened meanwhile, with a plan of its own.
  void laid.then((plan) => {
    if (token === plansShown && useRun.getState().run === undefined) show(plan);
  });
}

/** Resolves when this run and all before it have brought their work to safety. */
export function closeRun(): Promise<void> {
  generation++;
  abort?.abort();
  abort = undefined;
  dropPending();
  const { run } = useRun.getState();
  useRun.setState({ run: undefined });
  if (run !== undefined) closing = closing.then(() => release(run));
  return closing;
}

async function release(run: Run): Promise<void> {
  try {
    await run.dispose();
  } catch (thrown) {
    notify('warning', toFault(thrown).message);
  }
}

/** Whether the run that is current now still is, to be asked after every wait. */
function followCurrent(): () => boolean {
  const mine = generation;
  return () => mine === generation;
}

/** Opens the run of the experiment on screen, at its checkpoint if there is one. */
export async function openRun(): Promise<void> {
  clearTimeout(timer);
  const closed = closeRun();
  const isCurrent = followCurrent();
  useRun.setState({ state: 'opening', fault: undefined });
  // A run that still writes its checkpoint may be the one that is opened next.
  await closed;
  if (!isCurrent()) return;
  const experiment = currentExperiment();
  abort = new AbortController();
  try {
    const { backend } = useRun.getState();
    const request = isGuest()
      ? { experiment, backend, resume: false, checkpoint: 'guest' }
      : { experiment, backend, resume: true };
    const run = await awaiting(
      engine().open(request, (event) => (isCurrent() ? onRunEvent(event) : undefined), abort.signal),
    );
    if (!isCurrent()) return await run.dispose();
    noteTaught(run, experiment);
    await showRealPlan(experiment, run, isCurrent);
    await awaiting(giveKeptPhases(experiment, run));
    if (!isCurrent()) return await run.dispose();
    const { info } = run;
    useRun.setState(({ state, step }) => ({
      run,
      info,
      step: Math.max(step, info.step),
      state: state === 'opening' ? 'ready' : state,
    }));
    await Promise.all([
      awaiting(holdPace(run)),
      awaiting(teach(run)),
      showSample(),
      reportFirst(run, isCurrent),
    ]);
  } catch (thrown) {
    if (isCurrent()) useRun.setState({ state: 'failed', fault: toFault(thrown) });
  }
}

/** The data set's own counts replace the nominal ones; parameters that are already shown stay. */
async function showRealPlan(experiment: Experiment, run: Run, isCurrent: () => boolean): Promise<void> {
  const { classNames, trainSamples, parameterCount } = run.info;
  const shown = chip.network;
  if (shown?.parameterCount === parameterCount && shown.classes === classNames.length) return;
  const plan = await layOut(experiment, {
    classes: classNames.length,
    trainSamples,
    image: experiment.convolution === null ? undefined : await imageOf(run),
  });
  if (!plan.ok || !isCurrent()) return;
  plansShown++;
  const { parameters } = chip;
  chip.setPlan(plan.value);
  chip.setParameters(parameters);
}

/** Shape of the data set's images, of which it has at least one. */
async function imageOf(run: Run): Promise<ImageShape | undefined> {
  const [sample] = await awaiting(run.samples('test', [0]));
  return sample?.image;
}

/** What the network can do before it is trained, where that is quickly found. */
async function reportFirst(run: Run, isCurrent: () => boolean): Promise<void> {
  if (isAffordable(chip.network, run.info)) recordFirst(await awaiting(run.evaluate('test')), isCurrent);
}

/** The report of a run that has just been opened, unless training has reported since. */
function recordFirst(evaluation: Evaluation, isCurrent: () => boolean): void {
  const { test, step } = useRun.getState();
  if (!isCurrent() || test !== undefined) return;
  trainingLog.report({ step, loss: evaluation.loss, accuracy: evaluation.accuracy });
  useRun.setState({ test: { step, evaluation } });
}

export function chooseBackend(backend: BackendId | 'auto'): void {
  if (backend === useRun.getState().backend) return;
  useRun.setState({ backend });
  shownKey = `${runKey(currentExperiment())}|${backend}`;
  void openRun();
}

export async function evaluateTrain(): Promise<void> {
  const { run, step } = useRun.getState();
  if (run === undefined) return;
  const isCurrent = followCurrent();
  await act(async () => {
    const evaluation = await run.evaluate('train');
    if (isCurrent()) useRun.setState({ train: { step, evaluation } });
  });
}

/** Train, pause, or train again from the beginning. */
export function toggleTraining(): Promise<void> {
  if (refusesEdits()) return Promise.resolve();
  const { run, state } = useRun.getState();
  if (run === undefined) return state === 'failed' ? openRun() : Promise.resolve();
  return act(async () => {
    if (state === 'running') return run.pause();
    forgetPhaseEdits();
    if (state === 'finished') await resetNow();
    if (useRun.getState().run === run) await run.play();
  });
}

export function stepOnce(): Promise<void> {
  const { run } = useRun.getState();
  return run === undefined || refusesEdits()
    ? Promise.resolve()
    : act(() => {
        forgetPhaseEdits();
        return run.step(1);
      });
}

/** A fault drill: the device goes away as after a driver reset, and the run has to survive it. */
export function loseDevice(): Promise<void> {
  const { run } = useRun.getState();
  return run === undefined ? Promise.resolve() : act(() => run.loseDevice());
}

/** Back to step 0 with the same seed. */
export function resetRun(): Promise<void> {
  return refusesEdits() ? Promise.resolve() : act(resetNow);
}

async function resetNow(): Promise<void> {
  const { run } = useRun.getState();
  if (run === undefined) return;
  aboutToLose('reset');
  const isCurrent = followCurrent();
  await run.reset();
  if (!isCurrent()) return;
  forgetPhaseEdits();
  dropPending();
  trainingLog.clear();
  if (chip.network !== undefined) chip.setParameters(chip.network.initial, 0);
  useRun.setState({
    step: 0,
    chipPasses: undefined,
    batch: undefined,
    test: undefined,
    train: undefined,
    samplesPerSecond: undefined,
    stepsPerSecond: undefined,
    slowed: false,
    fault: undefined,
  });
  await reportFirst(run, isCurrent);
}

/** Tells what goes wrong; that a run has been closed meanwhile is no news. */
async function act(action: () => Promise<void>): Promise<void> {
  const isCurrent = followCurrent();
  try {
    await awaiting(action());
  } catch (thrown) {
    if (!isCurrent()) return;
    const fault = toFault(thrown);
    notify('error', fault.message, { description: fault.fix });
  }
}
