import type { RunEvent } from '../../engine/protocol';
import { chip } from './chip';
import { acceptsParameters } from './phase-edit';
import type { RunView } from './run-store';
import { useRun } from './run-store';
import { currentExperiment } from './experiment-store';
import type { Sight } from './eta';
import { timeLeft, withSight } from './eta';
import { noteHeat } from './heater-power';
import { withKernelTimes } from './kernel-times';
import { trainingLog } from './training-log';
import { notify } from './notify';

/** Scalars reach React at most this often. */
const SCALARS_MS = 250;

let pending: Partial<RunView> = {};
let timer: ReturnType<typeof setTimeout> | undefined;

/** Takes in one event of the open run. */
export function onRunEvent(event: RunEvent): void {
  switch (event.kind) {
    case 'state':
      flush();
      sights = [];
      useRun.setState({
        state: event.state,
        ...(event.state === 'running' ? {} : { timeLeft: undefined }),
        step: event.step,
        ...(event.state === 'opening' ? {} : { loading: undefined }),
        ...(event.state === 'running' ? { fault: undefined } : {}),
      });
      return;
    case 'loading':
      return later({ loading: event.progress });
    case 'metrics':
      return onMetrics(event);
    case 'parameters':
      noteHeat(event.parameters, event.step);
      showParameters(event);
      return later({ step: event.step });
    case 'evaluation':
      if (event.split === 'test') {
        const { loss, accuracy } = event.evaluation;
        trainingLog.report({ step: event.step, loss, accuracy });
      }
      return later({ [event.split]: { step: event.step, evaluation: event.evaluation } });
    case 'edits':
      trainingLog.edited(event.edits);
      return;
    case 'backend':
      useRun.setState(({ info }) =>
        info === undefined
          ? {}
          : {
              info: {
                ...info,
                backend: event.backend,
                backendLabel: event.label,
                backendReason: event.reason,
              },
            },
      );
      return;
    case 'notice':
      notify('warning', event.fault.message, { description: event.fault.fix, duration: 8000 });
      return;
    case 'fault':
      flush();
      useRun.setState({ fault: event.fault });
  }
}

function onMetrics(event: Extract<RunEvent, { kind: 'metrics' }>): void {
  const steps = event.loss.length;
  const { samplesPerSecond, kernelTimes } = event;
  trainingLog.append(event.firstStep, event.loss, event.accuracy, event.gradientNorm);
  const seconds =
    samplesPerSecond > 0 ? (steps * currentExperiment().training.batchSize) / samplesPerSecond : undefined;
  trainingLog.spent(event.firstStep, steps, event.chipPasses, seconds);
  const loss = event.loss.at(-1);
  const accuracy = event.accuracy.at(-1);
  later({
    step: event.firstStep + steps,
    // A slice that comes from a checkpoint was not measured now.
    ...(samplesPerSecond > 0
      ? {
          samplesPerSecond,
          timeLeft: timeLeftAt(event.firstStep + steps),
          stepsPerSecond: event.stepsPerSecond,
          slowed: event.slowed,
        }
      : {}),
    deviceTimePerStep: event.deviceTimePerStep,
    ...(kernelTimes === undefined
      ? {}
      : {
          kernelTimes: withKernelTimes(pending.kernelTimes ?? useRun.getState().kernelTimes, kernelTimes),
        }),
    chipPasses: event.chipPasses,
    ...(loss === undefined || accuracy === undefined ? {} : { batch: { loss, accuracy } }),
  });
}

/** How the run got on since it was started last. */
let sights: readonly Sight[] = [];

function timeLeftAt(step: number): RunView['timeLeft'] {
  const { state, info } = useRun.getState();
  if (state !== 'running' || info === undefined) return undefined;
  sights = withSight(sights, { at: performance.now(), step });
  return timeLeft(sights, info.totalSteps);
}

/** What was seen at another pace says nothing about this one. */
export function forgetSpeed(): void {
  sights = [];
  useRun.setState({ timeLeft: undefined });
}

function later(change: Partial<RunView>): void {
  pending = { ...pending, ...change };
  timer ??= setTimeout(flush, SCALARS_MS);
}

/** Writes what has gathered. */
function flush(): void {
  clearTimeout(timer);
  timer = undefined;
  const change = pending;
  pending = {};
  useRun.setState(change);
}

/** Tracing a large chip's light takes long: at most this share of the page's time goes into it. */
const TRACE_SHARE = 0.2;

type Parameters = Extract<RunEvent, { kind: 'parameters' }>;

let newest: Parameters | undefined;
let showTimer: ReturnType<typeof setTimeout> | undefined;

/** Shows the newest parameters, as often as the chip's size allows. */
function showParameters(event: Parameters): void {
  newest = event;
  showTimer ??= setTimeout(
    () => {
      showTimer = undefined;
      if (newest !== undefined && acceptsParameters()) chip.setParameters(newest.parameters, newest.step);
      newest = undefined;
    },
    chip.traceTime > 4 ? chip.traceTime / TRACE_SHARE : 0,
  );
}

/** Forgets what has gathered: it is of a run that has been closed or reset. */
export function dropPending(): void {
  clearTimeout(timer);
  timer = undefined;
  pending = {};
  clearTimeout(showTimer);
  showTimer = undefined;
  newest = undefined;
}
