import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toFault } from '../../lib/fault';
import { NONLINEARITIES } from '../../learning/nonlinearities.fixture';
import type { PlanEffects } from '../../learning/plan';
import { openDevice } from './adapter';
import { geometryOf } from './geometry';
import { Gpu } from './gpu';
import {
  coefficientsKernel,
  compileKernel,
  crosstalkBackwardKernel,
  effectsKernel,
  meshBackwardKernel,
  sumSlotsKernel,
  tickKernel,
  updateKernel,
} from './chip-kernels';
import {
  adjointKernel,
  forwardKernel,
  judgeKernel,
  loadChunkKernel,
  lossKernel,
  nofuBackwardKernel,
  outerKernel,
  sampleBatchKernel,
  storeChunkKernel,
} from './kernels';
import { planOf } from './device.fixture';

let gpu: Gpu;
beforeAll(async () => {
  gpu = new Gpu(await openDevice());
});
afterAll(() => {
  gpu.dispose();
});

const plan = planOf({ modes: 6 });
const geometry = geometryOf(plan, false);
/** Small workgroups, quick to compile on a software device. */
const narrow = geometryOf(plan, true);
const large = { ...geometry, modes: 512, meshThreads: 256, backwardLanes: 2 } as const;
const detection = { shot: 0.01, thermal: 0.02, rin: 0.01, adcLevels: 63, fullScale: 2, dark: 1e-3 };
const everyEffect: PlanEffects = {
  quantisation: { of: 'voltage', levels: 64 },
  crosstalk: { rowStart: new Int32Array(101), columns: new Int32Array(0), values: new Float64Array(0) },
  drift: { rate: 0.1, loadings: new Float32Array(400) },
  phaseNoise: 0.1,
  splitterNoise: 0.1,
};
const kinds = NONLINEARITIES.map(({ kind }) => kind);

const specs = [
  sampleBatchKernel(geometry),
  loadChunkKernel(geometry),
  storeChunkKernel(geometry),
  coefficientsKernel(),
  compileKernel(geometry),
  meshBackwardKernel(geometry),
  outerKernel(geometry),
  lossKernel(plan, 'none'),
  lossKernel({ ...plan, readout: { normalise: false, scale: 3, loss: 'mse' } }, 'nofu'),
  judgeKernel(plan),
  nofuBackwardKernel(geometry),
  updateKernel(plan, 2, true),
  updateKernel(plan, 2),
  updateKernel(
    { ...plan, optimiser: { kind: 'sgd', momentum: 0.9, learningRate: 0.1, schedule: 'constant' } },
    1,
  ),
  updateKernel({ ...plan, range: { kind: 'wrap' } }, 1),
  tickKernel(20, 2),
  coefficientsKernel(0.01),
  effectsKernel(everyEffect, 100),
  effectsKernel({ ...everyEffect, quantisation: undefined, crosstalk: undefined, drift: undefined }, 100),
  sumSlotsKernel(100, 3),
  crosstalkBackwardKernel(100),
  lossKernel({ ...plan, detection }, 'none'),
  judgeKernel({ ...plan, detection }),
  ...kinds.map((kind) => forwardKernel(narrow, kind)),
  adjointKernel(geometry, 'none'),
  ...kinds.map((kind) => adjointKernel(narrow, kind)),
  ...kinds.map((kind) => lossKernel(plan, kind)),
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
  const names = await Promise.all(
    [compileKernel(large), meshBackwardKernel(large)].map((spec) => gpu.kernel(spec)),
  );
  expect(names.map(({ name }) => name)).toEqual(['compile', 'mesh_backward']);
});

it('says which kernel the device refused and why', async () => {
  const broken = {
    name: 'broken',
    source: '@compute @workgroup_size(1) fn main() { let x: f32 = 1u; }',
    bindings: [],
  };
  const fault = await gpu.kernel(broken).then(() => undefined, toFault);
  expect(fault?.code).toBe('engine/unsupported');
  expect(fault?.message).toContain('broken');
  expect(fault?.cause).toContain('f32');
  expect(() => gpu.check()).not.toThrow();
});
