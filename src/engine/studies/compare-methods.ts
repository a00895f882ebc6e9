import type { Experiment, Method } from '../../experiment/schema';
import { passesPerStep } from '../../learning/methods/passes';
import type { NetworkPlan } from '../../learning/plan';
import { PhotonicError } from '../../lib/fault';
import { notANumber } from '../engine-fault';
import { prepareTraining } from '../methods/method-session';
import type { OpenedNetwork } from '../open-network';
import { planOf } from '../plan-of';
import { Pace } from '../pace';
import type { MethodCurve, MethodsRequest, StudyResult } from '../study';
import { openStudy } from './open-study';
import { Progress } from './progress';
import type { OpenStudyParts, Report } from './study-parts';
import { trainAlong } from './train-along';

/** Points of each curve after its start. */
const POINTS = 30;

/** Test samples looked at on the way: a standard error of at most 1.2 points. */
const SAMPLES = 2000;

/**
 * Trains by each method from the same start, each for the same number of chip forward passes, with the schedule ending
 * there. Losses are of the training batches, as each method sees them; accuracies are of the test split and choose nothing.
 */
export async function compareMethods(
  request: MethodsRequest,
  parts: OpenStudyParts,
  report: Report,
  signal: AbortSignal,
): Promise<StudyResult> {
  const network = await openStudy(request.experiment, parts, report, signal);
  const plans = request.methods.map(({ method, learningRate }) =>
    planFor(request.experiment, network, method, learningRate, request.passes),
  );
  const curves: MutableCurve[] = [];
  const result = (): StudyResult => ({ kind: 'methods', curves: curves.map(copyOf) });
  const progress = new Progress(report, parts.clock, signal, plans.length * POINTS);
  for (const plan of plans) {
    const curve: MutableCurve = { method: plan.method, passes: [], seconds: [], loss: [], accuracy: [] };
    curves.push(curve);
    const text = () => `Training: method ${curves.length} of ${plans.length}`;
    await follow(plan, network, curve, parts, signal, () => progress.advance(1, text, result));
  }
  return result();
}

type MutableCurve = {
  readonly [K in keyof MethodCurve]: MethodCurve[K] extends readonly number[] ? number[] : MethodCurve[K];
};

function copyOf(curve: MutableCurve): MethodCurve {
  const { passes, seconds, loss, accuracy } = curve;
  return {
    method: curve.method,
    passes: [...passes],
    seconds: [...seconds],
    loss: [...loss],
    accuracy: [...accuracy],
  };
}

/** @throws PhotonicError `engine/too-few-passes` if not even one step fits */
function planFor(
  experiment: Experiment,
  { data }: OpenedNetwork,
  method: Method,
  learningRate: number,
  passes: number,
): NetworkPlan {
  const plan = planOf({ ...experiment, training: { ...experiment.training, method, learningRate } }, data);
  const perStep = passesPerStep(plan);
  if (!(passes >= perStep)) throw new PhotonicError(tooFewPasses(method, passes, perStep));
  return { ...plan, totalSteps: Math.floor(passes / perStep) };
}

/** One method from its start to its last pass. */
async function follow(
  plan: NetworkPlan,
  { data }: OpenedNetwork,
  curve: MutableCurve,
  { backend, clock }: OpenStudyParts,
  signal: AbortSignal,
  onPoint: () => Promise<void>,
): Promise<void> {
  const session = await prepareTraining(backend, plan, data);
  try {
    const perStep = passesPerStep(plan);
    const pace = new Pace();
    let seconds = 0;
    const point = async (loss: number): Promise<void> => {
      if (!Number.isFinite(loss)) throw new PhotonicError(notANumber(session.steps));
      const { accuracy } = await session.evaluate('test', signal, SAMPLES);
      curve.passes.push(perStep * session.steps);
      curve.seconds.push(seconds);
      curve.loss.push(loss);
      curve.accuracy.push(accuracy);
    };
    await point((await session.losses([plan.initial])).loss[0] ?? NaN);
    for (let k = 1; k <= POINTS; k++) {
      const until = Math.round((k * plan.totalSteps) / POINTS);
      if (until > session.steps) {
        const stretch = await trainAlong(session, until, pace, clock, signal);
        seconds += stretch.seconds;
        await point(stretch.loss);
      }
      await onPoint();
    }
  } finally {
    session.dispose();
  }
}

function tooFewPasses(method: Method, passes: number, perStep: number) {
  return {
    code: 'engine/too-few-passes',
    message: `${passes} passes are less than one step of ${method.kind}, which takes ${perStep}.`,
    fix: `Allow at least ${perStep} passes, or choose a smaller batch.`,
    where: 'passes',
  };
}
