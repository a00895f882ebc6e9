import gemmAdjoint from '../../../shaders/kernels/gemm_adjoint.wgsl?raw';
import gemmForward from '../../../shaders/kernels/gemm_forward.wgsl?raw';
import gemmOuter from '../../../shaders/kernels/gemm_outer.wgsl?raw';
import judge from '../../../shaders/kernels/judge.wgsl?raw';
import loadChunk from '../../../shaders/kernels/load_chunk.wgsl?raw';
import loss from '../../../shaders/kernels/loss.wgsl?raw';
import nofuBackward from '../../../shaders/kernels/nofu_backward.wgsl?raw';
import sampleBatch from '../../../shaders/kernels/sample_batch.wgsl?raw';
import storeChunk from '../../../shaders/kernels/store_chunk.wgsl?raw';
import type { Nonlinearity } from '../../experiment/schema';
import { DARK } from '../../learning/dark';
import type { Plan } from '../../learning/plan';
import type { Geometry } from './geometry';
import type { KernelSpec } from './kernel-spec';
import { prefix, spec } from './kernel-spec';
import { DETECTORS, LIBRARY, activationSource } from './shader-library';

/** Kernels of coherent networks that see the batch; those of the chip are in chip-kernels.ts. */

/** Threads of the kernels that walk a batch. */
export const BATCH_THREADS = 64;
/** Modes each thread of the gathering kernels copies. */
export const MODES_PER_THREAD = 16;

const { complex, expLog, gemmTile, permutation, readout, rng, shape } = LIBRARY;

export function sampleBatchKernel({ modes }: Geometry): KernelSpec {
  const bindings = ['uniform', 'read', 'read', 'read', 'write', 'write'] as const;
  return spec('sample_batch', bindings, prefix({ MODES: modes }), rng, permutation, sampleBatch);
}

export function loadChunkKernel({ modes }: Geometry): KernelSpec {
  return spec('load_chunk', ['uniform', 'read', 'write'], prefix({ MODES: modes }), loadChunk);
}

export function storeChunkKernel({ modes }: Geometry): KernelSpec {
  return spec('store_chunk', ['uniform', 'read', 'write'], prefix({ MODES: modes }), storeChunk);
}

export function forwardKernel(geometry: Geometry, kind: Nonlinearity['kind']): KernelSpec {
  const bindings = ['uniform', 'read', 'read', 'read', 'write', 'write'] as const;
  return spec(
    `gemm_forward ${kind}`,
    bindings,
    batchTile(geometry),
    activationSource(kind),
    gemmTile,
    gemmForward,
  );
}

/** Nonlinearities that kernels take cotangents back through in passing; a NOFU's gradient has a kernel of its own. */
function passingKind(kind: Nonlinearity['kind']): Nonlinearity['kind'] {
  return kind === 'nofu' ? 'none' : kind;
}

/** @param previous nonlinearity of the layer before */
export function adjointKernel(geometry: Geometry, previous: Nonlinearity['kind']): KernelSpec {
  const kind = passingKind(previous);
  const bindings = ['uniform', 'read', 'read', 'read', 'write'] as const;
  return spec(
    `gemm_adjoint ${kind}`,
    bindings,
    batchTile(geometry),
    activationSource(kind),
    gemmTile,
    gemmAdjoint,
  );
}

export function outerKernel({ modes, tileRows, samplesPerSplit }: Geometry): KernelSpec {
  const constants = prefix({
    MODES: modes,
    THREADS_ROWS: tileRows,
    THREADS_COLUMNS: tileRows,
    SAMPLES_PER_SPLIT: samplesPerSplit,
  });
  return spec(
    'gemm_outer',
    ['uniform', 'read', 'read', 'write'],
    constants,
    complex,
    shape,
    gemmTile,
    gemmOuter,
  );
}

function batchTile({ modes, tileRows, tileColumns }: Geometry): string {
  return prefix({ MODES: modes, THREADS_ROWS: tileRows, THREADS_COLUMNS: tileColumns });
}

export function nofuBackwardKernel({ modes }: Geometry): KernelSpec {
  const bindings = ['uniform', 'read', 'read', 'write', 'write'] as const;
  return spec('nofu_backward', bindings, prefix({ MODES: modes }), activationSource('nofu'), nofuBackward);
}

/** @param last nonlinearity of the last layer */
export function lossKernel(plan: Plan, last: Nonlinearity['kind']): KernelSpec {
  const kind = passingKind(last);
  const bindings = ['uniform', 'read', 'read', 'read', 'write', 'write'] as const;
  return spec(
    `loss ${kind}`,
    [...bindings, ...detectorBindings(plan)],
    prefix({ MODES: plan.modes }),
    readoutPrefix(plan),
    activationSource(kind),
    detectorSource(plan, bindings.length),
    readout,
    loss,
  );
}

export function judgeKernel(plan: Plan): KernelSpec {
  const bindings = ['uniform', 'read', 'read', 'write'] as const;
  return spec(
    'judge',
    [...bindings, ...detectorBindings(plan)],
    readoutPrefix(plan),
    LIBRARY.sincos,
    expLog,
    detectorSource(plan, bindings.length),
    readout,
    judge,
  );
}

/** What detectors bind after a kernel's own bindings: hyper and counter, or nothing. */
function detectorBindings({ detection }: Plan): readonly ['read', 'read'] | readonly [] {
  return detection ? ['read', 'read'] : [];
}

function detectorSource({ detection }: Plan, firstBinding: number): string {
  if (!detection) return DETECTORS.ideal;
  const { shot, thermal, rin, adcLevels, fullScale } = detection;
  const constants = { SHOT: shot, THERMAL: thermal, RIN: rin, ADC_LEVELS: adcLevels, FULL_SCALE: fullScale };
  return [
    prefix({}, constants),
    `@group(0) @binding(${firstBinding}) var<storage, read> hyper: Hyper;`,
    `@group(0) @binding(${firstBinding + 1}) var<storage, read> counter: u32;`,
    LIBRARY.hyper,
    rng,
    LIBRARY.normal,
    DETECTORS.photodiode,
  ].join('\n');
}

function readoutPrefix({ classes, readout: { normalise, scale, loss: kind }, detection }: Plan): string {
  return prefix(
    { CLASSES: classes, NORMALISE: normalise, MEAN_SQUARE: kind === 'mse' },
    { READOUT_SCALE: scale, DARK_READOUT: detection?.dark ?? DARK },
  );
}
