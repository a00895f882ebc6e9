import coefficients from '../../../shaders/kernels/coefficients.wgsl?raw';
import compile from '../../../shaders/kernels/compile.wgsl?raw';
import crosstalkBackward from '../../../shaders/kernels/crosstalk_backward.wgsl?raw';
import effects from '../../../shaders/kernels/effects.wgsl?raw';
import meshBackward from '../../../shaders/kernels/mesh_backward.wgsl?raw';
import sumSlots from '../../../shaders/kernels/sum_slots.wgsl?raw';
import tick from '../../../shaders/kernels/tick.wgsl?raw';
import update from '../../../shaders/kernels/update.wgsl?raw';
import type { PlanBase, PlanEffects, PlanOptimiser, Quantisation } from '../../learning/plan';
import { UNBOUNDED, isFree } from './bounds';
import type { KernelSpec } from './kernel-spec';
import { prefix, spec } from './kernel-spec';
import { BOUNDS, COUPLERS, LIBRARY, NOISE, OPTIMISERS } from './shader-library';

/** What all networks have in common: meshes, phases, their effects and the optimiser. */

/** Sizes of the mesh kernels' workgroups. */
export interface MeshGeometry {
  readonly modes: number;
  /** Interferometers a workgroup of the mesh kernels handles at a time. */
  readonly meshThreads: number;
  /** Virtual columns per workgroup of the backward mesh kernel. */
  readonly backwardLanes: 2 | 4;
}

/** Threads of the kernels that walk a parameter vector, or a mesh. */
export const UPDATE_THREADS = 64;
/** Steps the metrics ring holds: seconds of the fastest training, and read more often than that. */
export const RING = 1024;

const { complex, grid, hyper, interferometer, lanes2, lanes4, sincos } = LIBRARY;
const network = `${grid}\n${LIBRARY.network}`;

/** @param splitterNoise standard deviation of what couplers draw every step, radians */
export function coefficientsKernel(splitterNoise = 0): KernelSpec {
  const still = ['uniform', 'read', 'read', 'read', 'write'] as const;
  if (splitterNoise === 0)
    return spec('coefficients', still, complex, sincos, network, COUPLERS.fixed, coefficients);
  return spec(
    'coefficients noisy',
    [...still, 'read', 'read', 'read', 'write'],
    prefix({}, { SPLITTER_NOISE: splitterNoise }),
    complex,
    NOISE,
    hyper,
    network,
    COUPLERS.noisy,
    coefficients,
  );
}

export function compileKernel({ modes, meshThreads }: MeshGeometry): KernelSpec {
  const constants = prefix({ MODES: modes, THREADS: meshThreads });
  const bindings = ['uniform', 'read', 'read', 'read', 'read', 'write'] as const;
  return spec('compile', bindings, constants, lanes4, sincos, network, interferometer, compile);
}

export function meshBackwardKernel({ modes, meshThreads, backwardLanes }: MeshGeometry): KernelSpec {
  const constants = prefix({ MODES: modes, THREADS: meshThreads });
  const lanes = backwardLanes === 4 ? lanes4 : lanes2;
  const bindings = ['uniform', 'read', 'read', 'read', 'read', 'read', 'read', 'read', 'write'] as const;
  return spec('mesh_backward', bindings, constants, lanes, sincos, network, interferometer, meshBackward);
}

export function effectsKernel(
  { quantisation, crosstalk, drift, phaseNoise }: PlanEffects,
  count: number,
): KernelSpec {
  const bindings = ['read', 'read', 'read', 'read', 'read', 'read', 'read', 'write'] as const;
  const constants = prefix(
    {
      COUNT: count,
      OF_VOLTAGE: quantisation?.of === 'voltage',
      CROSSTALK: crosstalk !== undefined,
      DRIFT: drift !== undefined,
    },
    { LEVEL_STEP: quantisation ? levelStep(quantisation) : 0, PHASE_NOISE: phaseNoise },
  );
  return spec('effects', bindings, constants, grid, NOISE, hyper, effects);
}

/** Between two levels of a phase; for voltages, whose phases go with their square, that of the first level. */
function levelStep({ of, levels }: Quantisation): number {
  return (2 * Math.PI) / (of === 'phase' ? levels - 1 : (levels - 1) ** 2);
}

export function sumSlotsKernel(count: number, slots: number): KernelSpec {
  return spec('sum_slots', ['read', 'write'], prefix({ COUNT: count, SLOTS: slots }), grid, sumSlots);
}

export function crosstalkBackwardKernel(count: number): KernelSpec {
  return spec(
    'crosstalk_backward',
    ['read', 'read', 'read', 'write'],
    prefix({ COUNT: count }),
    grid,
    crosstalkBackward,
  );
}

/** @param slots partial gradients to add up */
export function updateKernel(
  plan: Pick<PlanBase, 'optimiser' | 'parameterCount' | 'roles' | 'range'>,
  slots: number,
  hold = false,
): KernelSpec {
  const bindings = ['read', 'read', 'read', 'write', 'write', 'write', 'write'] as const;
  const optimiser = hold ? undefined : plan.optimiser;
  const free = isFree(plan);
  const limits = free
    ? BOUNDS.free
    : `${prefix({ WRAP: plan.range?.kind === 'wrap' }, { UNBOUNDED })}\n${BOUNDS.limited}`;
  return spec(
    `update ${optimiser?.kind ?? 'hold'}`,
    free ? bindings : [...bindings, 'read'],
    prefix({ COUNT: plan.parameterCount, SLOTS: slots }),
    grid,
    hyper,
    limits,
    optimiserSource(optimiser),
    update,
  );
}

function optimiserSource(optimiser: PlanOptimiser | undefined): string {
  if (optimiser === undefined) return OPTIMISERS.hold;
  if (optimiser.kind === 'sgd') return prefix({}, { MOMENTUM: optimiser.momentum }) + '\n' + OPTIMISERS.sgd;
  const { beta1, beta2 } = optimiser;
  const betas = { BETA1: beta1, ONE_MINUS_BETA1: 1 - beta1, BETA2: beta2, ONE_MINUS_BETA2: 1 - beta2 };
  return prefix({}, betas) + '\n' + OPTIMISERS.adam;
}

/**
 * @param batch samples whose outcomes are to be added
 * @param squares workgroups of the update whose sums of squares are
 */
export function tickKernel(batch: number, squares: number): KernelSpec {
  const constants = prefix({ RING, BATCH: batch, SQUARES: squares });
  return spec('tick', ['read', 'read', 'write', 'write'], constants, tick);
}
