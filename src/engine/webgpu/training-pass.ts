import type { Plan } from '../../learning/plan';
import type { BatchBuffers } from './batch-buffers';
import type { Buffers } from './buffers';
import type { ChipBuffers } from './chip-buffers';
import type { ChipPass } from './chip-pass';
import type { Geometry } from './geometry';
import type { Dispatch, Gpu } from './gpu';
import {
  BATCH_THREADS,
  MODES_PER_THREAD,
  adjointKernel,
  forwardKernel,
  lossKernel,
  nofuBackwardKernel,
  outerKernel,
  sampleBatchKernel,
} from './kernels';
import type { Program } from './program';
import { shapeBlock } from './shape';

/** What training sends to the device, built once. */
export type TrainingPass = Pick<Program, 'step' | 'gradient' | 'sample' | 'probe'>;

export async function createTrainingPass(
  gpu: Gpu,
  owned: Buffers,
  plan: Plan,
  geometry: Geometry,
  chip: ChipBuffers,
  pass: ChipPass,
  b: BatchBuffers,
): Promise<TrainingPass> {
  const { modes, batchSize, layers } = plan;
  const { tileRows, tileColumns, splits } = geometry;
  const kinds = layers.map((layer) => layer.nonlinearity.kind);
  const last = at(kinds, kinds.length - 1);
  const [sample, loss, outer, nofuBackward, forward, adjoint] = await Promise.all([
    gpu.kernel(sampleBatchKernel(geometry)),
    gpu.kernel(lossKernel(plan, last)),
    gpu.kernel(outerKernel(geometry)),
    kinds.includes('nofu') ? gpu.kernel(nofuBackwardKernel(geometry)) : undefined,
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

  const sampling = gpu.dispatch(
    sample,
    [batch, b.train.fields, b.train.labels, chip.counter, b.input, b.batchLabels],
    rows,
    Math.ceil(modes / MODES_PER_THREAD),
  );
  const inputOf = (index: number): GPUBuffer => b.layers[index - 1]?.output ?? b.input;
  const light = b.layers.map(({ linear, output }, index) => {
    const buffers = [at(shapes, index), chip.matrices, inputOf(index), chip.effective, linear, output];
    return gpu.dispatch(at(forward, index), buffers, tilesAcross, tilesDown);
  });
  const top = at(b.layers, layers.length - 1);
  const lossBuffers = [
    at(shapes, layers.length - 1),
    top.output,
    b.batchLabels,
    top.linear,
    top.cotangent,
    b.outcomes,
    ...(plan.detection ? [chip.hyper, chip.counter] : []),
  ];
  const probe = [...pass.compile, ...light, gpu.dispatch(loss, lossBuffers, rows)];

  const back: Dispatch[] = [];
  for (let index = layers.length - 1; index >= 0; index--) {
    const { linear, cotangent } = at(b.layers, index);
    const shape = at(shapes, index);
    if (nofuBackward && kinds[index] === 'nofu') {
      const buffers = [shape, linear, chip.effective, cotangent, chip.gradientSlots];
      back.push(gpu.dispatch(nofuBackward, buffers, modes));
    }
    const outerBuffers = [shape, cotangent, inputOf(index), chip.matrixPartials];
    back.push(gpu.dispatch(outer, outerBuffers, tilesDown, tilesDown, splits));
    const before = b.layers[index - 1];
    if (!before) continue;
    const through = owned.uniform(
      `shape ${index} to ${index - 1}`,
      shapeBlock(batchSize, index, at(layers, index - 1)),
    );
    const buffers = [through, chip.matrices, cotangent, before.linear, before.cotangent];
    back.push(gpu.dispatch(at(adjoint, index - 1), buffers, tilesAcross, tilesDown));
  }
  const gradientOfSlots = [sampling, ...probe, ...back, ...pass.backward];
  return {
    sample: [sampling],
    probe,
    step: [...gradientOfSlots, pass.update, pass.tick],
    gradient: [...gradientOfSlots, pass.hold],
  };
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined && index >= list.length)
    throw new RangeError(`no entry ${index} of ${list.length}`);
  return found as T;
}
