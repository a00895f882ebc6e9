import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConvPlan } from '../../../learning/convolution/plan';
import { blocksOf } from '../../../learning/convolution/plan';
import { toFault } from '../../../lib/fault';
import { relativeError } from '../../conformance.fixture';
import type { ConvCase } from '../../conv-conformance.fixture';
import { bothOn, convPlanOf, expectSameAnswers, imagesFor } from '../../conv-conformance.fixture';
import type { Backend, Session } from '../../backend';
import { openDevice } from '../adapter';
import { allocatedBytes } from '../device.fixture';
import { Gpu } from '../gpu';
import { networkLayout } from '../network-layout';
import { convGeometry } from './conv-geometry';
import { convMemoryPlan } from './conv-memory';
import { prepareConvolutional } from './prepare';
import { stepsOf } from './steps';

let gpu: Gpu;
beforeAll(async () => {
  gpu = new Gpu(await openDevice());
});
afterAll(() => {
  gpu.dispose();
});

/** Sizes that fill several tiles and runs of a real device, none of them whole. */
const WIDE: ConvCase = {
  stages: [
    { channels: 9, pool: 'max' },
    { channels: 18, stride: 2, activation: 'softplus' },
    { channels: 66, kernel: 1, normalise: false, activation: 'power' },
  ],
  convolution: { hidden: 9, smoothing: 0.1, augmentation: { shift: 2, flip: true } },
  channels: 3,
  height: 9,
  width: 10,
  modes: 8,
};

/** The backend as it is on a real device, whatever runs it. */
const real: Backend = {
  id: 'webgpu',
  label: 'workgroups of a real device',
  isSoftware: false,
  prepare: (plan, data, state): Promise<Session> => {
    if (plan.kind !== 'convolutional' || data.kind !== 'images') throw new Error('unreachable');
    return prepareConvolutional(gpu, plan, data, state, false);
  },
  dispose: () => undefined,
};

describe('in the workgroups of a real device', () => {
  it.each<readonly [string, ConvCase]>([
    ['real weights', WIDE],
    [
      'complex weights',
      {
        ...WIDE,
        stages: [{ channels: 17, activation: 'modulus', pool: 'average' }],
        convolution: { ...WIDE.convolution, weights: 'complex' },
      },
    ],
  ])('several tiles of %s agree with the reference', async (_, testCase) => {
    const plan = convPlanOf(testCase);
    const [session, reference] = await bothOn(real, plan);
    await expectSameAnswers(session, reference, plan, 2e-5);
    await session.step(2);
    await reference.step(2);
    const [mine, exact] = [await session.metrics(), await reference.metrics()];
    expect(relativeError(mine.loss, exact.loss)).toBeLessThan(1e-4);
    session.dispose();
  });
});

describe('memory', () => {
  function predicted(plan: ConvPlan): { readonly bytes: number; readonly largest: number } {
    const layout = networkLayout(blocksOf(plan.stages));
    const geometry = convGeometry(plan, layout, true);
    const sizes = Object.values(convMemoryPlan(plan, stepsOf(plan), geometry, layout, imagesFor(plan)));
    return { bytes: sizes.reduce((sum, size) => sum + size, 0), largest: Math.max(...sizes) };
  }

  it('predicts the bytes that are then allocated', async () => {
    const plan = convPlanOf(WIDE);
    const allocated = await allocatedBytes(gpu, async () => {
      (await prepareConvolutional(gpu, plan, imagesFor(plan), undefined, true)).dispose();
    });
    const { bytes } = predicted(plan);
    // Metrics ring, statistics, labels and uniforms are small.
    expect(allocated).toBeGreaterThanOrEqual(bytes);
    expect(allocated - bytes).toBeLessThan(65536);
  });

  it('refuses a network that does not fit before allocating', async () => {
    const plan = { ...convPlanOf(WIDE), batchSize: 2 ** 20, shards: 4 };
    const allocated = await allocatedBytes(gpu, async () => {
      const fault = await prepareConvolutional(gpu, plan, imagesFor(plan)).then(() => undefined, toFault);
      expect(fault?.code).toBe('engine/out-of-memory');
      expect(fault?.message).toMatch(/\d MB/);
    });
    expect(allocated).toBe(0);
  });
});

describe('bad input', () => {
  it('refuses images and parameters of another network', async () => {
    const plan = convPlanOf(WIDE);
    const other = imagesFor(convPlanOf({ ...WIDE, height: 7 }));
    const fault = await prepareConvolutional(gpu, plan, other).then(() => undefined, toFault);
    expect(fault?.code).toBe('engine/unsupported');
    const session = await prepareConvolutional(gpu, plan, imagesFor(plan));
    const wrong = { count: 1, modes: 5, re: new Float32Array(5), im: new Float32Array(5) };
    for (const call of [session.setParameters(new Float64Array(3)), session.propagate(wrong)])
      expect((await call.then(() => undefined, toFault))?.code).toBe('engine/unsupported');
    await session.step(1);
    expect(session.steps).toBe(1);
    session.dispose();
  });

  it('hears an abort between two chunks of a report', async () => {
    const plan = convPlanOf(WIDE);
    const session = await prepareConvolutional(gpu, plan, imagesFor(plan));
    const controller = new AbortController();
    const report = session.evaluate('train', controller.signal);
    controller.abort(new Error('stopped'));
    await expect(report).rejects.toThrow('stopped');
    const whole = await session.evaluate('train');
    expect(whole.samples).toBe(40);
    session.dispose();
  });
});
