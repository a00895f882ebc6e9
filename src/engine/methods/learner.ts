import type { Method } from '../../experiment/schema';
import { probe } from '../../learning/methods/probe';
import type { Estimate } from '../../learning/methods/space';
import { spaceOf } from '../../learning/methods/space';
import { addTapNoise, tapDeviation } from '../../learning/methods/tap-noise';
import type { NetworkPlan } from '../../learning/plan';
import type { Session } from '../backend';

/** What one step learnt about the chip, and how its batch did on the way. */
interface Lesson {
  readonly estimate: Estimate;
  /** 0 … 1; of the settings that were tried, on average. */
  readonly accuracy: number;
  readonly loss: number;
}

/** Learns from a session that stands at `step` with these parameters, and leaves it there. */
export type Learner = (session: Session, parameters: Float64Array, step: number) => Promise<Lesson>;

export function learnerOf(method: Exclude<Method, { kind: 'backprop' }>, plan: NetworkPlan): Learner {
  if (method.kind === 'in-situ') return inSitu(plan, method.tapNoise);
  const space = spaceOf(plan);
  return async (session, parameters, step) => {
    const { candidates, estimate } = probe(method, space, parameters, step);
    const { loss, accuracy } = await session.losses(candidates);
    // Light for the settings in between would be a pass more; the mean is theirs but for the curvature.
    return { estimate: estimate(loss), loss: mean(loss), accuracy: mean(accuracy) };
  };
}

/** The exact gradient and what the taps' noise makes of it: in-situ-taps.ts measures the same, reading by reading. */
function inSitu(plan: NetworkPlan, tapNoise: number): Learner {
  const deviation = tapDeviation(plan, tapNoise);
  return async (session, parameters, step) => {
    const gradient = await session.gradient();
    const { loss, accuracy } = await session.losses([parameters]);
    addTapNoise(plan, gradient, deviation, step);
    return { estimate: { kind: 'all', gradient }, loss: mean(loss), accuracy: mean(accuracy) };
  };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
