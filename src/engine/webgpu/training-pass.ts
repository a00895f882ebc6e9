import type { Plan } from '../../learning/plan';
import type { Buffers } from './buffers';
import type { Geometry } from './geometry';
import { COMPILE_LANES } from './geometry';
import type { Dispatch, Gpu, Kernel } from './gpu';
import {
  BATCH_THREADS,
  MODES_PER_THREAD,
  UPDATE_THREADS,
  activationBackwardKernel,
  adjointKernel,
  coefficientsKernel,
  compileKernel,
  forwardKernel,
  lossKernel,
  meshBackwardKernel,
  nofuBackwardKernel,
  outerKernel,
  sampleBatchKernel,
  tickKernel,
  updateKernel,
} from './kernels';
import type { NetworkLayout } from './network-layout';
import type { SessionBuffers } from './session-buffers';
import { shapeBlock } from './shape';

/** The dispatches of training, built once. */
export interface TrainingPass {
  /** Phases to matrices. */
  readonly compile: readonly Dispatch[];
  /** One optimiser step. */
  readonly step: readonly Dispatch[];
  /** The next batch's gradient, changing nothing. */
  readonly gradient: readonly Dispatch[];
}

export async function createTrainingPass(
  gpu: Gpu,
  owned: Buffers,
  plan: Plan,
  geometry: Geometry,
  layout: NetworkLayout,
  b: SessionBuffers,
): Promise<TrainingPass> {
  const { modes, batchSize, layers } = plan;
  const { tileRows, tileColumns, splits, slots } = geometry;
  const [sample, coefficients, compile, loss, outer, adjoint, meshBackward, update, hold, tick, forward, backward] = await Promise.all([
    gpu.kernel(sampleBatchKernel(geometry)),
    gpu.kernel(coefficientsKernel()),
    gpu.kernel(compileKernel(geometry)),
    gpu.kernel(lossKernel(plan)),
    gpu.kernel(outerKernel(geometry)),
    gpu.kernel(adjointKernel(geometry)),
    gpu.kernel(meshBackwardKernel(geometry)),
    gpu.kernel(updateKernel(plan.optimiser)),
    gpu.kernel(updateKernel(undefined)),
    gpu.kernel(tickKernel()),
    Promise.all(layers.map((layer) => gpu.kernel(forwardKernel(geometry, layer.nonlinearity.kind)))),
    Promise.all(layers.map((layer) => backwardKernel(gpu, geometry, layer.nonlinearity.kind))),
  ]);
  const shapes = layers.map((layer, index) => owned.uniform(`shape ${index}`, shapeBlock(batchSize, index, layer)));
  const batch = owned.uniform('batch', new Uint32Array([batchSize, b.train.count, plan.seed, 0]).buffer);
  const rows = Math.ceil(batchSize / BATCH_THREADS);
  const tilesAcross = Math.ceil(batchSize / (4 * tileColumns));
  const tilesDown = Math.ceil(modes / (4 * tileRows));

  const compiling = [
    gpu.dispatch(coefficients, [b.network, b.topology, b.devices, b.parameters, b.coefficients], Math.ceil(layout.largestMesh / 64), layout.meshCount),
    gpu.dispatch(compile, [b.network, b.topology, b.coefficients, b.parameters, b.matrices], Math.ceil(modes / COMPILE_LANES), layers.length),
  ];
  const gradientOfSlots: Dispatch[] = [
    gpu.dispatch(
      sample,
      [batch, b.train.fields, b.train.labels, b.counter, b.input, b.batchLabels],
      rows,
      Math.ceil(modes / MODES_PER_THREAD),
    ),
    ...compiling,
  ];
  const inputOf = (index: number): GPUBuffer => b.layers[index - 1]?.output ?? b.input;
  b.layers.forEach(({ linear, output }, index) => {
    const buffers = [at(shapes, index), b.matrices, inputOf(index), b.parameters, linear, output];
    gradientOfSlots.push(gpu.dispatch(at(forward, index), buffers, tilesAcross, tilesDown));
  });
  const last = at(b.layers, layers.length - 1);
  gradientOfSlots.push(gpu.dispatch(loss, [at(shapes, layers.length - 1), last.output, b.batchLabels, last.cotangent, b.outcomes], rows));
  for (let index = layers.length - 1; index >= 0; index--) {
    const { linear, cotangent } = at(b.layers, index);
    const shape = at(shapes, index);
    const kernel = at(backward, index);
    const kind = layers[index]?.nonlinearity.kind;
    if (kernel && kind === 'nofu') {
      gradientOfSlots.push(gpu.dispatch(kernel, [shape, linear, b.parameters, cotangent, b.gradientSlots], modes));
    } else if (kernel) {
      gradientOfSlots.push(gpu.dispatch(kernel, [shape, linear, cotangent], rows, modes));
    }
    gradientOfSlots.push(gpu.dispatch(outer, [shape, cotangent, inputOf(index), b.matrixPartials], tilesDown, tilesDown, splits));
    const before = b.layers[index - 1];
    if (before) gradientOfSlots.push(gpu.dispatch(adjoint, [shape, b.matrices, cotangent, before.cotangent], tilesAcross, tilesDown));
  }
  const meshBuffers = [b.network, b.topology, b.coefficients, b.devices, b.parameters, b.matrices, b.matrixPartials, b.gradientSlots];
  gradientOfSlots.push(gpu.dispatch(meshBackward, meshBuffers, slots, layers.length));

  const updateBuffers = [b.network, b.hyper, b.counter, b.gradientSlots, b.parameters, b.momentum, b.variance, b.gradient, b.squares];
  const updating = (kernel: Kernel): Dispatch => gpu.dispatch(kernel, updateBuffers, Math.ceil(plan.parameterCount / UPDATE_THREADS));
  return {
    compile: compiling,
    step: [...gradientOfSlots, updating(update), gpu.dispatch(tick, [b.outcomes, b.squares, b.ring, b.counter], 1)],
    gradient: [...gradientOfSlots, updating(hold)],
  };
}

function backwardKernel(gpu: Gpu, geometry: Geometry, kind: Plan['layers'][number]['nonlinearity']['kind']): Promise<Kernel | undefined> {
  if (kind === 'none') return Promise.resolve(undefined);
  return gpu.kernel(kind === 'nofu' ? nofuBackwardKernel(geometry) : activationBackwardKernel(kind));
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined && index >= list.length) throw new RangeError(`no entry ${index} of ${list.length}`);
  return found as T;
}
