import type { RunEvent } from '../../engine/protocol';
import { chip } from './chip';
import { acceptsParameters } from './phase-edit';
import type { RunView } from './run-store';
import { useRun } from './run-store';
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
      useRun.setState({
        state: event.state,
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
      showParameters(event);
      return later({ step: event.step });
    case 'evaluation':
      if (event.split === 'test') {
        const { loss, accuracy } = event.evaluation;
        trainingLog.report({ step: event.step, loss, accuracy });
      }
      return later({ [event.split]: { step: event.step, evaluation: event.evaluation } });
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
  trainingLog.append(event.firstStep, event.loss, event.accuracy, event.gradientNorm);
  const loss = event.loss.at(-1);
  const accuracy = event.accuracy.at(-1);
  later({
    step: event.firstStep + event.loss.length,
    // A slice that comes from a checkpoint was not measured now.
    ...(event.samplesPerSecond > 0
      ? {
          samplesPerSecond: event.samplesPerSecond,
          stepsPerSecond: event.stepsPerSecond,
          slowed: event.slowed,
        }
      : {}),
    deviceTimePerStep: event.deviceTimePerStep,
    chipPasses: event.chipPasses,
    ...(loss === undefined || accuracy === undefined ? {} : { batch: { loss, accuracy } }),
  });
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
