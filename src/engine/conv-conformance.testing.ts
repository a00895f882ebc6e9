import { describe, expect, it } from 'vitest';
import { drawDie } from '../learning/die';
import { blocksOf } from '../learning/convolution/plan';
import { meshesOf } from '../learning/plan';
import type { Backend } from './backend';
import { relativeError } from './conformance.fixture';
import type { ConvCase } from './conv-conformance.fixture';
import { bothOn, convAgrees, convPlanOf, expectSameAnswers, imagesFor } from './conv-conformance.fixture';

/** What every backend must do with convolutional networks. */

const ACTIVATIONS = ['relu', 'softplus', 'power', 'saturable-absorber'] as const;
const POOLS = ['none', 'max', 'average'] as const;
const COMPLEX = { weights: 'complex' } as const;

/** Several of everything: what most could go wrong with. */
const DEEP: ConvCase = {
  stages: [{ channels: 6, pool: 'max' }, { channels: 7, stride: 2, activation: 'softplus' }, { kernel: 1 }],
  convolution: { hidden: 5, smoothing: 0.1, augmentation: { shift: 2, flip: true } },
  channels: 3,
  height: 9,
  width: 8,
};

const CASES: readonly (readonly [string, ConvCase])[] = [
  ['kernel 1', { stages: [{ kernel: 1 }] }],
  ['kernel 5', { stages: [{ kernel: 5 }] }],
  ['kernel 7, stride 2', { stages: [{ kernel: 7, stride: 2 }] }],
  ['colours', { stages: [{}], channels: 3 }],
  ['tiles larger than every matrix', { stages: [{ channels: 2 }], modes: 12 }],
  ['many tiles', { stages: [{ channels: 9 }, { channels: 10 }], modes: 5 }],
  ['the averaging head', { stages: [{}], convolution: { head: 'average' } }],
  ['a hidden layer', { stages: [{}], convolution: { hidden: 6 } }],
  ['a hidden layer after the averaging head', { stages: [{}], convolution: { head: 'average', hidden: 6 } }],
  ['a pool that leaves a row out', { stages: [{ pool: 'max' }, { pool: 'average' }], height: 7, width: 10 }],
  ['images of one pixel before the head', { stages: [{ pool: 'max' }], height: 3, width: 2 }],
  ['smoothed labels', { stages: [{}], convolution: { smoothing: 0.2 } }],
  ['shifts', { stages: [{}], convolution: { augmentation: { shift: 3, flip: false } } }],
  ['flips', { stages: [{}], convolution: { augmentation: { shift: 0, flip: true } } }],
  ['ten classes', { stages: [{}], classes: 10 }],
  ['a batch in three shards', { stages: [{}], batchSize: 9 }],
  ['a batch in one shard', { stages: [{}], batchSize: 7 }],
  ['shards that are no multiple of four', { stages: [{}], batchSize: 20 }],
  ['a batch larger than the data set', { stages: [{}], batchSize: 48 }],
  ['a deep network', DEEP],
  [
    'a deep complex network',
    {
      ...DEEP,
      stages: DEEP.stages.map((stage) => ({ ...stage, activation: 'modulus' })),
      convolution: { ...DEEP.convolution, ...COMPLEX },
    },
  ],
  ['another mesh', { stages: [{}], convolution: { mesh: 'triangular' } }],
  [
    'splitter and phase errors, and loss',
    { stages: [{}], hardware: { splitterError: 0.05, phaseError: 0.05, insertionLoss: 0.3 } },
  ],
  [
    'heat, drift and noise',
    {
      stages: [{}],
      hardware: {
        crosstalk: { strength: 1, columnPitch: 24, rowPitch: 120, armPitch: 10 },
        drift: 1,
        phaseNoise: 0.02,
        splitterNoise: 0.02,
      },
    },
  ],
  ['quantised phases', { stages: [{}], hardware: { quantisation: { of: 'phase', bits: 5 } } }],
  ['phases in a range', { stages: [{}], training: { range: { kind: 'wrap' } } }],
  ['momentum', { stages: [{}], training: { optimiser: { kind: 'sgd', momentum: 0.9 } } }],
];

export function describeConvConformance(name: string, create: () => Promise<Backend>): void {
  let backend: Promise<Backend> | undefined;
  const shared = (): Promise<Backend> => (backend ??= create());

  describe(`${name} agrees with the reference on convolutions`, () => {
    for (const activation of ACTIVATIONS) {
      it.each(POOLS)(`${activation}, pool %s`, async (pool) => {
        await convAgrees(await shared(), { stages: [{ activation, pool }] });
      });
      it(`${activation} without normalisation`, async () => {
        await convAgrees(await shared(), { stages: [{ activation, normalise: false }] });
      });
    }
    for (const activation of ['modulus', 'power'] as const) {
      it.each(POOLS)(`complex ${activation}, pool %s`, async (pool) => {
        await convAgrees(await shared(), { stages: [{ activation, pool }], convolution: COMPLEX });
      });
      it(`complex ${activation} without normalisation`, async () => {
        const stages = [{ activation, normalise: false }];
        await convAgrees(await shared(), { stages, convolution: COMPLEX });
      });
    }
    it.each(CASES)('%s', async (_, testCase) => {
      await convAgrees(await shared(), testCase);
    });
  });

  describe(`${name} repeats convolutions`, () => {
    const plan = convPlanOf(DEEP);
    const data = imagesFor(plan);

    it('gives the same curve bit for bit', async () => {
      const curves: Float32Array[] = [];
      for (let run = 0; run < 2; run++) {
        const session = await (await shared()).prepare(plan, data);
        await session.step(8);
        curves.push((await session.metrics()).loss);
        session.dispose();
      }
      expect(curves[0]).toEqual(curves[1]);
      expect(curves[0]).toHaveLength(8);
    });

    it('continues a saved state on the same curve', async () => {
      const whole = await (await shared()).prepare(plan, data);
      await whole.step(8);
      const first = await (await shared()).prepare(plan, data);
      await first.step(3);
      const saved = await first.state();
      const second = await (await shared()).prepare(plan, data, saved);
      expect(second.steps).toBe(3);
      await second.step(5);
      const [all, rest] = [await whole.metrics(), await second.metrics()];
      expect(rest.firstStep).toBe(3);
      expect(rest.loss).toEqual(all.loss.slice(3));
      expect(await second.state()).toEqual(await whole.state());
      await whole.restore(saved);
      expect(whole.steps).toBe(3);
      await whole.step(5);
      const again = await whole.metrics();
      expect(again.firstStep).toBe(3);
      expect(again.loss).toEqual(rest.loss);
      for (const session of [whole, first, second]) session.dispose();
    });

    it('changes nothing by being asked', async () => {
      const session = await (await shared()).prepare(plan, data);
      await session.step(2);
      const before = await session.state();
      const gradient = await session.gradient();
      await session.losses([before.parameters, plan.initial]);
      await session.evaluate('test');
      expect(await session.gradient()).toEqual(gradient);
      expect(await session.state()).toEqual(before);
      session.dispose();
    });

    it('takes edited parameters and another die', async () => {
      const [session, reference] = await bothOn(await shared(), plan);
      const edited = plan.initial.map((value, i) => Math.fround(value + (i % 7 === 0 ? 0.1 : 0)));
      const meshes = meshesOf(blocksOf(plan.stages));
      const die = drawDie(meshes, { die: 5, splitterError: 0.04, phaseError: 0.04 });
      for (const each of [session, reference]) {
        await each.setParameters(edited);
        await each.setDie(die);
      }
      await expectSameAnswers(session, reference, plan, 2e-5);
      const onDie = await session.gradient();
      for (const each of [session, reference]) await each.setDie(undefined);
      await expectSameAnswers(session, reference, plan, 2e-5);
      expect(relativeError(await session.gradient(), onDie)).toBeGreaterThan(1e-3);
      session.dispose();
    });

    it('learns', async () => {
      const learning = convPlanOf({ stages: [{ pool: 'max' }], training: { learningRate: 0.03 } });
      const session = await (await shared()).prepare(learning, imagesFor(learning));
      await session.step(60);
      const { loss } = await session.metrics();
      expect(loss[59]).toBeLessThan(0.5 * (loss[0] ?? 0));
      session.dispose();
    });
  });
}
