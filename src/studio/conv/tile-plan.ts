import type { ConvPlan } from '../../learning/convolution/plan';
import type { Plan, PlanLinear } from '../../learning/plan';
import type { TileChoice } from './conv-trace';

/** The linear stages of a network, in the order of light. */
export function linearStages(plan: ConvPlan) {
  return plan.stages.flatMap((stage) => (stage.kind === 'convolve' ? [stage] : []));
}

/** Whether a network has such a tile. */
export function hasTile(plan: ConvPlan, { stage, block }: TileChoice): boolean {
  return linearStages(plan)[stage]?.matrix.blocks[block] !== undefined;
}

/** The tile that is meant, or the first one where there is none such. */
export function tileOf(plan: ConvPlan, choice: TileChoice): PlanLinear | undefined {
  const stages = linearStages(plan);
  const { blocks } = (stages[choice.stage] ?? stages[0])?.matrix ?? { blocks: [] };
  return blocks[choice.block] ?? blocks[0];
}

/**
 * One tile as a coherent network of a single layer, which the mesh view can draw. Its parameters lie where they lie in the
 * whole network; it has no classes of its own.
 */
export function tilePlan(plan: ConvPlan, tile: PlanLinear): Plan {
  const { classes: _classes, ...base } = plan;
  return {
    ...base,
    kind: 'coherent',
    classes: 0,
    modes: tile.mesh.topology.modes,
    layers: [{ ...tile, nonlinearity: { kind: 'none' }, nonlinearityOffset: undefined }],
    readout: { normalise: false, scale: 1, loss: 'cross-entropy' },
    detection: undefined,
  };
}
