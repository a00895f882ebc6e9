import { idealFlaws } from '../../photonics/ideal-flaws';
import type { Die } from '../die';
import { onDie, withDie } from '../die';
import type { NetworkPlan, PlanLinear } from '../plan';
import { meshesOf } from '../plan';

/** All linear parts of a network in the order of light. */
export function linearParts(plan: NetworkPlan): readonly PlanLinear[] {
  if (plan.kind === 'coherent') return plan.layers;
  return plan.stages.flatMap((stage) => (stage.kind === 'convolve' ? stage.matrix.blocks : []));
}

/** A die as it was designed. */
export function idealDie(plan: NetworkPlan): Die {
  return meshesOf(linearParts(plan)).map(({ topology }) => idealFlaws(topology));
}

/**
 * The chip's digital twin: a model of what was designed and nothing of what cannot be known without measuring:
 * no splitter or phase errors, no noise, no drift. Losses, converters' steps and crosstalk are of the design, and stay.
 */
export function twinPlan(plan: NetworkPlan): NetworkPlan {
  const quiet = { ...plan, effects: knownEffects(plan) };
  if (quiet.kind === 'coherent') return withDie({ ...quiet, detection: undefined }, idealDie(plan));
  const stages = quiet.stages.map((stage) => {
    if (stage.kind !== 'convolve') return stage;
    const die = meshesOf(stage.matrix.blocks).map(({ topology }) => idealFlaws(topology));
    return { ...stage, matrix: { ...stage.matrix, blocks: onDie(stage.matrix.blocks, die) } };
  });
  return { ...quiet, stages };
}

function knownEffects({ effects }: NetworkPlan): NetworkPlan['effects'] {
  if (effects === undefined || (effects.quantisation === undefined && effects.crosstalk === undefined))
    return undefined;
  return { ...effects, drift: undefined, phaseNoise: 0, splitterNoise: 0 };
}
