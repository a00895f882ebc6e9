import type { EncodedData } from '../../data/fields';
import type { Plan } from '../../learning/plan';
import type { BatchBuffers, SplitBuffers } from './batch-buffers';
import { interleave } from './batch-buffers';
import type { Buffers } from './buffers';
import type { ChipBuffers } from './chip-buffers';
import type { Geometry } from './geometry';
import type { Dispatch, Gpu, Kernel } from './gpu';
import { encode } from './gpu';
import { InFlight } from './in-flight';
import {
  BATCH_THREADS,
  MODES_PER_THREAD,
  forwardKernel,
  judgeKernel,
  loadChunkKernel,
  storeChunkKernel,
} from './kernels';
import type { Program } from './program';
import { readBack } from './readback';
import { shapeBlock } from './shape';
import { tally } from './tally';

/** Forward passes outside training: whole splits and the user's own fields, in chunks of rows. */
export type Inference = Pick<Program, 'evaluate' | 'propagate'>;

/**
 * @param compile dispatches that bring the matrices up to date
 * @param stride rows of a chunk
 */
export async function createInference(
  gpu: Gpu,
  owned: Buffers,
  plan: Plan,
  data: EncodedData,
  geometry: Geometry,
  chip: ChipBuffers,
  compile: readonly Dispatch[],
  b: BatchBuffers,
  stride: number,
): Promise<Inference> {
  const { modes, layers } = plan;
  const { device } = gpu;
  const [load, store, judge, forward] = await Promise.all([
    gpu.kernel(loadChunkKernel(geometry)),
    gpu.kernel(storeChunkKernel(geometry)),
    gpu.kernel(judgeKernel(plan)),
    Promise.all(layers.map((layer) => gpu.kernel(forwardKernel(geometry, layer.nonlinearity.kind)))),
  ]);
  const bytes = 8 * modes * stride;
  const names = ['chunk in', 'chunk linear', 'chunk out', 'chunk samples'] as const;
  const [first, linear, second, samples] = names.map((name) => owned.storage(name, bytes)) as [
    GPUBuffer,
    GPUBuffer,
    GPUBuffer,
    GPUBuffer,
  ];
  const verdicts = owned.storage('verdicts', 8 * Math.max(b.train.count, b.test.count));
  const chunk = owned.uniform('chunk', new Uint32Array([0, 0, stride, 0]).buffer);
  // Layers write back and forth between two buffers.
  const bufferAfter = (layersDone: number): GPUBuffer => (layersDone % 2 === 0 ? first : second);
  const result = bufferAfter(layers.length);
  const layerDispatches = layers.map((layer, index) => {
    const shape = owned.uniform(`chunk shape ${index}`, shapeBlock(stride, index, layer));
    const buffers = [
      shape,
      chip.matrices,
      bufferAfter(index),
      chip.effective,
      linear,
      bufferAfter(index + 1),
    ];
    return gpu.dispatch(forward[index] as Kernel, buffers, 1);
  });
  const loadFrom = (source: GPUBuffer): Dispatch => gpu.dispatch(load, [chunk, source, first], 1);
  const detector = plan.detection ? [chip.hyper, chip.counter] : [];
  const judgeBy = (split: SplitBuffers): Dispatch =>
    gpu.dispatch(judge, [chunk, result, split.labels, verdicts, ...detector], 1);
  const storing = gpu.dispatch(store, [chunk, result, samples], 1);
  const loadingSamples = loadFrom(samples);

  /** One chunk: load, all layers, and what follows, over just the rows there are. */
  function submit(
    loading: Dispatch,
    after: Dispatch,
    firstRow: number,
    rows: number,
    before: readonly Dispatch[],
  ): void {
    device.queue.writeBuffer(chunk, 0, new Uint32Array([firstRow, rows, stride]));
    const blocks = Math.ceil(rows / BATCH_THREADS);
    const copies: Dispatch['workgroups'] = [blocks, Math.ceil(modes / MODES_PER_THREAD), 1];
    const tiles: Dispatch['workgroups'] = [
      Math.ceil(rows / (4 * geometry.tileColumns)),
      Math.ceil(modes / (4 * geometry.tileRows)),
      1,
    ];
    const encoder = device.createCommandEncoder({ label: 'forward' });
    const pass = encoder.beginComputePass({ label: 'forward' });
    encode(pass, [
      ...before,
      { ...loading, workgroups: copies },
      ...layerDispatches.map((dispatch) => ({ ...dispatch, workgroups: tiles })),
      { ...after, workgroups: after === storing ? copies : [blocks, 1, 1] },
    ]);
    pass.end();
    device.queue.submit([encoder.finish()]);
  }

  return {
    async evaluate(split, samples, signal) {
      const source = b[split];
      const loading = loadFrom(source.fields);
      const judging = judgeBy(source);
      const inFlight = new InFlight(gpu);
      for (let row = 0; row < samples; row += stride) {
        signal?.throwIfAborted();
        submit(loading, judging, row, Math.min(stride, samples - row), row === 0 ? compile : []);
        await inFlight.follow();
      }
      const block = await readBack(gpu, 'verdicts', [{ buffer: verdicts, offset: 0, bytes: 8 * samples }]);
      return tally(block, data[split].labels, plan.classes);
    },
    async propagate(fields) {
      const out = {
        count: fields.count,
        modes,
        re: new Float32Array(fields.re.length),
        im: new Float32Array(fields.im.length),
      };
      for (let row = 0; row < fields.count; row += stride) {
        const rows = Math.min(stride, fields.count - row);
        const from = row * modes;
        const to = (row + rows) * modes;
        const pairs = new Float32Array(2 * rows * modes);
        interleave({ re: fields.re.subarray(from, to), im: fields.im.subarray(from, to) }, pairs);
        device.queue.writeBuffer(samples, 0, pairs);
        submit(loadingSamples, storing, 0, rows, row === 0 ? compile : []);
        const block = new Float32Array(
          await readBack(gpu, 'fields', [{ buffer: samples, offset: 0, bytes: 8 * rows * modes }]),
        );
        for (let i = from; i < to; i++) {
          out.re[i] = block[2 * (i - from)] ?? 0;
          out.im[i] = block[2 * (i - from) + 1] ?? 0;
        }
      }
      return out;
    },
  };
}
