import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toFault } from '../../lib/fault';
import { openDevice } from './adapter';
import { geometryOf } from './geometry';
import { Gpu } from './gpu';
import {
  activationBackwardKernel,
  adjointKernel,
  coefficientsKernel,
  compileKernel,
  forwardKernel,
  judgeKernel,
  loadChunkKernel,
  lossKernel,
  meshBackwardKernel,
  nofuBackwardKernel,
  outerKernel,
  sampleBatchKernel,
  storeChunkKernel,
  tickKernel,
  updateKernel,
} from './kernels';
import { NONLINEARITIES, planOf } from './test-kit';

let gpu: Gpu;
beforeAll(async () => {
  gpu = new Gpu(await openDevice());
});
afterAll(() => {
  gpu.dispose();
});

const plan = planOf({ modes: 6 });
const geometry = geometryOf(plan, false);
const large = { ...geometry, modes: 512, meshThreads: 256, backwardLanes: 2 } as const;
const kinds = NONLINEARITIES.map(({ kind }) => kind);

const specs = [
  sampleBatchKernel(geometry),
  loadChunkKernel(geometry),
  storeChunkKernel(geometry),
  coefficientsKernel(),
  compileKernel(geometry),
  meshBackwardKernel(geometry),
  adjointKernel(geometry),
  outerKernel(geometry),
  lossKernel(plan),
  lossKernel({ ...plan, readout: { normalise: false, scale: 3, loss: 'mse' } }),
  judgeKernel(plan),
  nofuBackwardKernel(geometry),
  updateKernel(undefined),
  updateKernel(plan.optimiser),
  updateKernel({ kind: 'sgd', momentum: 0.9, learningRate: 0.1, schedule: 'constant' }),
  tickKernel(),
  ...kinds.map((kind) => forwardKernel(geometry, kind)),
  ...kinds.flatMap((kind) => (kind === 'nofu' ? [] : [activationBackwardKernel(kind)])),
];

describe('every kernel becomes a pipeline', () => {
  it.each(specs)('$name', async (spec) => {
    const problem = await gpu.kernel(spec).then(
      () => undefined,
      (error: unknown) => toFault(error).cause,
    );
    expect(problem).toBeUndefined();
  });
});

it('the mesh kernels fit the guaranteed workgroup memory at 512 modes', async () => {
  expect(gpu.device.limits.maxComputeWorkgroupStorageSize).toBe(16384);
  const names = await Promise.all([compileKernel(large), meshBackwardKernel(large)].map((spec) => gpu.kernel(spec)));
  expect(names.map(({ name }) => name)).toEqual(['compile', 'mesh_backward']);
});

it('says which kernel the device refused and why', async () => {
  const broken = { name: 'broken', source: '@compute @workgroup_size(1) fn main() { let x: f32 = 1u; }', bindings: [] };
  const fault = await gpu.kernel(broken).then(() => undefined, toFault);
  expect(fault?.code).toBe('engine/unsupported');
  expect(fault?.message).toContain('broken');
  expect(fault?.cause).toContain('f32');
  expect(() => gpu.check()).not.toThrow();
});
