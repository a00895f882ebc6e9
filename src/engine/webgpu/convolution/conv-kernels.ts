import adjoint from '../../../../shaders/kernels/conv_adjoint.wgsl?raw';
import assemble from '../../../../shaders/kernels/conv_assemble.wgsl?raw';
import bias from '../../../../shaders/kernels/conv_bias.wgsl?raw';
import chain from '../../../../shaders/kernels/conv_chain.wgsl?raw';
import chainBackward from '../../../../shaders/kernels/conv_chain_backward.wgsl?raw';
import chainSums from '../../../../shaders/kernels/conv_chain_sums.wgsl?raw';
import forward from '../../../../shaders/kernels/conv_forward.wgsl?raw';
import judge from '../../../../shaders/kernels/conv_judge.wgsl?raw';
import loss from '../../../../shaders/kernels/conv_loss.wgsl?raw';
import outer from '../../../../shaders/kernels/conv_outer.wgsl?raw';
import read from '../../../../shaders/kernels/conv_read.wgsl?raw';
import recall from '../../../../shaders/kernels/conv_recall.wgsl?raw';
import running from '../../../../shaders/kernels/conv_running.wgsl?raw';
import sample from '../../../../shaders/kernels/conv_sample.wgsl?raw';
import scale from '../../../../shaders/kernels/conv_scale.wgsl?raw';
import statistics from '../../../../shaders/kernels/conv_statistics.wgsl?raw';
import take from '../../../../shaders/kernels/conv_take.wgsl?raw';
import tiles from '../../../../shaders/kernels/conv_tiles.wgsl?raw';
import type { ConvPlan } from '../../../learning/convolution/plan';
import type { KernelSpec } from '../kernel-spec';
import { prefix, spec } from '../kernel-spec';
import { LIBRARY } from '../shader-library';
import { chainHead, chainSlopes, chainValues } from './chain-source';
import type { TileShape } from './conv-geometry';
import type { ChainStep } from './steps';

const { convolution, expLog, grid, image, permutation, pixels, realTile, rng, softmax, workgroupSum } =
  LIBRARY;

/** Threads of the kernels that walk the numbers of a batch. */
export const NUMBER_THREADS = 64;

const images = [grid, image, LIBRARY.images].join('\n');

export function convSampleKernel(): KernelSpec {
  const bindings = ['uniform', 'read', 'read', 'read', 'write', 'write'] as const;
  return spec('conv_sample', bindings, rng, permutation, images, pixels, sample);
}

export function convReadKernel(): KernelSpec {
  return spec('conv_read', ['uniform', 'uniform', 'read', 'write'], images, pixels, read);
}

export function convTakeKernel(): KernelSpec {
  return spec('conv_take', ['uniform', 'uniform', 'read', 'write'], images, take);
}

export function convAssembleKernel(): KernelSpec {
  return spec('conv_assemble', ['uniform', 'read', 'write'], grid, convolution, assemble);
}

export function convTilesKernel(): KernelSpec {
  return spec('conv_tiles', ['uniform', 'uniform', 'read', 'write'], grid, convolution, tiles);
}

export function convForwardKernel(shape: TileShape): KernelSpec {
  const bindings = ['uniform', 'read', 'read', 'read', 'write'] as const;
  return spec('conv_forward', bindings, tilePrefix(shape), grid, convolution, realTile, forward);
}

export function convAdjointKernel(shape: TileShape): KernelSpec {
  const bindings = ['uniform', 'read', 'read', 'write'] as const;
  return spec('conv_adjoint', bindings, tilePrefix(shape), grid, convolution, realTile, adjoint);
}

export function convOuterKernel(shape: TileShape): KernelSpec {
  const bindings = ['uniform', 'uniform', 'read', 'read', 'write'] as const;
  return spec('conv_outer', bindings, tilePrefix(shape), convolution, realTile, outer);
}

function tilePrefix({ threadsDown, threadsAcross }: TileShape): string {
  return prefix({ THREADS_ROWS: threadsDown, THREADS_COLUMNS: threadsAcross });
}

export function convBiasKernel(sumThreads: number): KernelSpec {
  const bindings = ['uniform', 'read', 'write'] as const;
  return spec('conv_bias', bindings, prefix({ SUM_THREADS: sumThreads }), convolution, workgroupSum, bias);
}

export function chainKernel({ stages }: ChainStep): KernelSpec {
  return spec(
    'conv_chain',
    ['uniform', 'read', 'read', 'read', 'write'],
    chainHead(stages),
    chainValues(stages),
    `fn last_value(place: Place) -> f32 { return value_${stages.length}(place); }`,
    chain,
  );
}

export function chainBackwardKernel({ stages }: ChainStep): KernelSpec {
  return spec(
    'conv_chain_backward',
    ['uniform', 'read', 'read', 'read', 'read', 'read', 'write'],
    chainHead(stages),
    chainValues(stages),
    chainSlopes(stages, 0),
    chainBackward,
  );
}

/** @param end place of the chain's normalisation */
export function chainSumsKernel({ stages }: ChainStep, end: number, sumThreads: number): KernelSpec {
  return spec(
    'conv_chain_sums',
    ['uniform', 'read', 'read', 'read', 'read', 'write'],
    prefix({ SUM_THREADS: sumThreads, NORMALISED: end }),
    chainHead(stages),
    chainValues(stages),
    chainSlopes(stages, end),
    `fn normalisation_slope(place: Place) -> f32 { return slope_${end}(place); }`,
    `fn normalised(place: Place) -> f32 { return normalised_${end}(place); }`,
    workgroupSum,
    chainSums,
  );
}

export function chainStatisticsKernel({ stages }: ChainStep, end: number, sumThreads: number): KernelSpec {
  return spec(
    'conv_statistics',
    ['uniform', 'read', 'write'],
    prefix({ SUM_THREADS: sumThreads, NORMALISED: end }),
    chainHead(stages),
    chainValues(stages.slice(0, end - 1)),
    `fn normalisation_input(place: Place) -> f32 { return value_${end - 1}(place); }`,
    workgroupSum,
    statistics,
  );
}

export function chainRecallKernel(step: ChainStep, end: number): KernelSpec {
  return perChannel('conv_recall', step, end, recall);
}

export function chainRunningKernel(step: ChainStep, end: number): KernelSpec {
  return perChannel('conv_running', step, end, running);
}

export function chainScaleKernel(step: ChainStep, end: number): KernelSpec {
  return perChannel('conv_scale', step, end, scale);
}

function perChannel(name: string, { stages }: ChainStep, end: number, source: string): KernelSpec {
  return spec(name, ['uniform', 'read', 'write'], prefix({ NORMALISED: end }), chainHead(stages), source);
}

export function convLossKernel(plan: ConvPlan): KernelSpec {
  const bindings = ['uniform', 'read', 'read', 'write', 'write'] as const;
  return spec('conv_loss', bindings, softmaxPrefix(plan), softmaxParts, loss);
}

export function convJudgeKernel(plan: ConvPlan): KernelSpec {
  const bindings = ['uniform', 'uniform', 'read', 'read', 'write'] as const;
  return spec('conv_judge', bindings, softmaxPrefix(plan), softmaxParts, judge);
}

const softmaxParts = [LIBRARY.images, expLog, softmax].join('\n');

function softmaxPrefix({ classes, smoothing }: ConvPlan): string {
  return prefix({ CLASSES: classes }, { SMOOTHING: smoothing });
}
