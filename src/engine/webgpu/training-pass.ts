import type { Plan } from '../../learning/plan';
import type { Buffers } from './buffers';
import type { Geometry } from './geometry';
import { COMPILE_LANES } from './geometry';
import type { Dispatch, Gpu, Kernel } from './gpu';
import {
  BATCH_THREADS,
  MODES_PER_THREAD,
  UPDATE_THREADS,
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
  const kinds = layers.map((layer) => layer.nonlinearity.kind);
  const last = at(kinds, kinds.length - 1);
  const [
    sample,
    coefficients,
    compile,
    loss,
    outer,
    meshBackward,
    nofuBackward,
    update,
    hold,
    tick,
    forward,
    adjoint,
  ] = await Promise.all([
    gpu.kernel(sampleBatchKernel(geometry)),
    gpu.kernel(coefficientsKernel()),
    gpu.kernel(compileKernel(geometry)),
    gpu.kernel(lossKernel(plan, last)),
    gpu.kernel(outerKernel(geometry)),
    gpu.kernel(meshBackwardKernel(geometry)),
    kinds.includes('nofu') ? gpu.kernel(nofuBackwardKernel(geometry)) : undefined,
    gpu.kernel(updateKernel(plan.optimiser)),
    gpu.kernel(updateKernel(undefined)),
    gpu.kernel(tickKernel()),
    Promise.all(kinds.map((kind) => gpu.kernel(forwardKernel(geometry, kind)))),
    // adjoint[l] leads from layer l + 1 back to layer l.
    Promise.all(kinds.slice(0, -1).map((kind) => gpu.kernel(adjointKernel(geometry, kind)))),
  ]);
  const shapes = layers.map((layer, index) =>
    owned.uniform(`shape ${index}`, shapeBlock(batchSize, index, layer)),
  );
  const batch = owned.uniform('batch', new Uint32Array([batchSize, b.train.count, plan.seed, 0]).buffer);
  const rows = Math.ceil(batchSize / BATCH_THREADS);
  const tilesAcross = Math.ceil(batchSize / (4 * tileColumns));
  const tilesDown = Math.ceil(modes / (4 * tileRows));

  const compiling = [
    gpu.dispatch(
      coefficients,
      [b.network, b.topology, b.devices, b.parameters, b.coefficients],
      Math.ceil(layout.largestMesh / 64),
      layout.meshCount,
    ),
    gpu.dispatch(
      compile,
      [b.network, b.topology, b.coefficients, b.parameters, b.matrices],
      Math.ceil(modes / COMPILE_LANES),
      layers.length,
    ),
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
  const top = at(b.layers, layers.length - 1);
  const lossBuffers = [
    at(shapes, layers.length - 1),
    top.output,
    b.batchLabels,
    top.linear,
    top.cotangent,
    b.outcomes,
  ];
  gradientOfSlots.push(gpu.dispatch(loss, lossBuffers, rows));
  for (let index = layers.length - 1; index >= 0; index--) {
    const { linear, cotangent } = at(b.layers, index);
    const shape = at(shapes, index);
    if (nofuBackward && kinds[index] === 'nofu') {
      gradientOfSlots.push(
        gpu.dispatch(nofuBackward, [shape, linear, b.parameters, cotangent, b.gradientSlots], modes),
      );
    }
    gradientOfSlots.push(
      gpu.dispatch(outer, [shape, cotangent, inputOf(index), b.matrixPartials], tilesDown, tilesDown, splits),
    );
    const before = b.layers[index - 1];
    if (!before) continue;
    const through = owned.uniform(
      `shape ${index} to ${index - 1}`,
      shapeBlock(batchSize, index, at(layers, index - 1)),
    );
    const buffers = [through, b.matrices, cotangent, before.linear, before.cotangent];
    gradientOfSlots.push(gpu.dispatch(at(adjoint, index - 1), buffers, tilesAcross, tilesDown));
  }
  const meshBuffers = [
    b.network,
    b.topology,
    b.coefficients,
    b.devices,
    b.parameters,
    b.matrices,
    b.matrixPartials,
    b.gradientSlots,
  ];
  gradientOfSlots.push(gpu.dispatch(meshBackward, meshBuffers, slots, layers.length));

  const updateBuffers = [
    b.network,
    b.hyper,
    b.counter,
    b.gradientSlots,
    b.parameters,
    b.momentum,
    b.variance,
    b.gradient,
    b.squares,
  ];
  const updating = (kernel: Kernel): Dispatch =>
    gpu.dispatch(kernel, updateBuffers, Math.ceil(plan.parameterCount / UPDATE_THREADS));
  return {
    compile: compiling,
    step: [
      ...gradientOfSlots,
      updating(update),
      gpu.dispatch(tick, [b.outcomes, b.squares, b.ring, b.counter], 1),
    ],
    gradient: [...gradientOfSlots, updating(hold)],
  };
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined && index >= list.length)
    throw new RangeError(`no entry ${index} of ${list.length}`);
  return found as T;
}
