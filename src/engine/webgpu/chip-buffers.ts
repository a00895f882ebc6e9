import type { PlanBase } from '../../learning/plan';
import type { TrainingState } from '../backend';
import { boundsOf, isFree } from './bounds';
import type { Buffers } from './buffers';
import { RING, UPDATE_THREADS } from './chip-kernels';
import { longGrid } from './grid';
import { HYPER_HEAD, MAX_STEPS_PER_SUBMIT, STEP_BYTES } from './hyper';
import type { NetworkLayout } from './network-layout';
import { deviceTables, networkBlock } from './network-layout';
import { sparseRows, transposed } from './sparse';

/** What every network keeps on the device: its chip, its parameters and its optimiser. */
export interface ChipBuffers {
  readonly network: GPUBuffer;
  readonly tables: GPUBuffer;
  readonly devices: GPUBuffer;
  readonly couplers: GPUBuffer;
  /** Couplers of the present step; the fabricated ones where no noise is drawn. */
  readonly stepCouplers: GPUBuffer;
  readonly outputs: GPUBuffer;
  readonly coefficients: GPUBuffer;
  readonly matrices: GPUBuffer;
  readonly matrixPartials: GPUBuffer;
  readonly gradientSlots: GPUBuffer;
  readonly gradient: GPUBuffer;
  readonly squares: GPUBuffer;
  readonly parameters: GPUBuffer;
  /** Parameters as light meets them; the same buffer where nothing lies between. */
  readonly effective: GPUBuffer;
  /** First moments, then second ones. */
  readonly moments: GPUBuffer;
  /** Steps done, one u32. */
  readonly counter: GPUBuffer;
  readonly hyper: GPUBuffer;
  readonly ring: GPUBuffer;
  /** Undefined where no phase is touched between setting and light. */
  readonly effects: EffectBuffers | undefined;
  /** Undefined where training is free. */
  readonly bounds: GPUBuffer | undefined;
}

export interface EffectBuffers {
  readonly roles: GPUBuffer;
  readonly rows: GPUBuffer;
  readonly entries: GPUBuffer;
  readonly loadings: GPUBuffer;
  /** For the way back through crosstalk. */
  readonly back:
    { readonly rows: GPUBuffer; readonly entries: GPUBuffer; readonly met: GPUBuffer } | undefined;
}

/** How the chip's gradient is cut into partial sums. */
export interface Partials {
  /** Partial matrices per part. */
  readonly splits: number;
  /** Partial gradients. */
  readonly slots: number;
}

/** Whether phases are changed between setting and light. */
export function touchesPhases({ effects }: Pick<PlanBase, 'effects'>): boolean {
  if (!effects) return false;
  const { quantisation, crosstalk, drift, phaseNoise } = effects;
  return quantisation !== undefined || crosstalk !== undefined || drift !== undefined || phaseNoise > 0;
}

export function drawsCouplers({ effects }: Pick<PlanBase, 'effects'>): boolean {
  return (effects?.splitterNoise ?? 0) > 0;
}

/** Bytes of the chip's buffers by name. */
export function chipMemory(
  plan: PlanBase,
  layout: NetworkLayout,
  { splits, slots }: Partials,
): Record<string, number> {
  const { parameterCount, effects } = plan;
  const { modes, partCount, mziTotal } = layout;
  const matrices = 8 * modes * modes * partCount;
  const vector = 4 * parameterCount;
  const sizes: Record<string, number> = {
    'mesh tables': layout.tables.byteLength,
    devices: 32 * mziTotal,
    couplers: 16 * mziTotal,
    'output losses': layout.outputs.byteLength,
    coefficients: 32 * mziTotal,
    matrices: 2 * matrices,
    'matrix gradients': matrices * splits,
    'partial gradients': vector * slots,
    parameters: vector,
    moments: 2 * vector,
    gradient: vector,
  };
  if (drawsCouplers(plan)) sizes['couplers of the step'] = 16 * mziTotal;
  if (!isFree(plan)) sizes['bounds'] = 2 * vector;
  if (!touchesPhases(plan)) return sizes;
  sizes['effective phases'] = vector;
  sizes['roles'] = vector;
  if (effects?.drift) sizes['drift loadings'] = 4 * vector;
  if (effects?.crosstalk) {
    sizes['heated phases'] = 2 * vector;
    sizes['crosstalk'] = 16 * effects.crosstalk.columns.length;
    sizes['gradient of light'] = vector;
  }
  return sizes;
}

/** Allocates what {@link chipMemory} says and uploads the chip and the state. */
export function createChipBuffers(
  buffers: Buffers,
  plan: PlanBase,
  layout: NetworkLayout,
  partials: Partials,
  state: TrainingState | undefined,
): ChipBuffers {
  const { parameterCount } = plan;
  const sizes = chipMemory(plan, layout, partials);
  const storage = (name: string): GPUBuffer => buffers.storage(name, sizes[name] ?? 0);
  const { devices, couplers } = deviceTables(layout);
  const [across, down] = longGrid(updateGroups(parameterCount));
  const parameters = buffers.filled('parameters', 4 * parameterCount, (target) => {
    new Float32Array(target).set(state?.parameters ?? plan.initial);
  });
  const fabricated = copied(buffers, 'couplers', couplers);
  return {
    network: buffers.uniform(
      'network',
      networkBlock(layout, partials.splits, partials.slots, parameterCount),
    ),
    tables: copied(buffers, 'mesh tables', layout.tables),
    devices: copied(buffers, 'devices', devices),
    couplers: fabricated,
    stepCouplers: drawsCouplers(plan) ? storage('couplers of the step') : fabricated,
    outputs: copied(buffers, 'output losses', layout.outputs),
    coefficients: storage('coefficients'),
    matrices: storage('matrices'),
    matrixPartials: storage('matrix gradients'),
    gradientSlots: storage('partial gradients'),
    gradient: storage('gradient'),
    squares: buffers.storage('squares', 4 * across * down),
    parameters,
    effective: touchesPhases(plan) ? storage('effective phases') : parameters,
    moments: buffers.filled('moments', 8 * parameterCount, (target) => {
      if (!state) return;
      new Float32Array(target).set(state.momentum);
      new Float32Array(target).set(state.variance, parameterCount);
    }),
    counter: buffers.filled('counter', 4, (target) => new Uint32Array(target).set([state?.step ?? 0])),
    hyper: buffers.storage('hyper', HYPER_HEAD + STEP_BYTES * MAX_STEPS_PER_SUBMIT),
    ring: buffers.storage('metrics ring', 16 * RING),
    effects: touchesPhases(plan) ? effectBuffers(buffers, plan) : undefined,
    bounds: isFree(plan) ? undefined : copied(buffers, 'bounds', boundsOf(plan)),
  };
}

/** Workgroups of the update. */
export function updateGroups(parameterCount: number): number {
  return Math.ceil(parameterCount / UPDATE_THREADS);
}

function effectBuffers(buffers: Buffers, { effects, roles, parameterCount }: PlanBase): EffectBuffers {
  const nothing = buffers.storage('no effect', 16);
  const { crosstalk, drift } = effects ?? {};
  const sparse = (name: string, matrix: NonNullable<typeof crosstalk>) => {
    const { rows, entries } = sparseRows(matrix);
    return {
      rows: copied(buffers, `${name} rows`, rows),
      entries: copied(buffers, `${name} entries`, entries),
    };
  };
  return {
    roles: copied(buffers, 'roles', Uint32Array.from(roles)),
    ...(crosstalk ? sparse('crosstalk', crosstalk) : { rows: nothing, entries: nothing }),
    loadings: drift ? copied(buffers, 'drift loadings', drift.loadings) : nothing,
    back: crosstalk && {
      ...sparse('transposed crosstalk', transposed(crosstalk)),
      met: buffers.storage('gradient of light', 4 * parameterCount),
    },
  };
}

function copied(buffers: Buffers, label: string, content: Float32Array | Uint32Array): GPUBuffer {
  const bytes = new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  return buffers.filled(label, content.byteLength, (target) => new Uint8Array(target).set(bytes));
}
