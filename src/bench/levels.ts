import type { ImageBytes, ImageData, NetworkData } from '../data/fields';
import type { Backend } from '../engine/backend';
import { backendFactories } from '../engine/backend-factories';
import { calibrate } from '../engine/calibrate';
import { createClock } from '../engine/clock';
import { planOf } from '../engine/plan-of';
import { createReferenceBackend } from '../engine/reference/backend';
import { photonicCnnMnist } from '../experiment/convolution-presets';
import type { NetworkPlan } from '../learning/plan';
import { randomWord } from '../lib/rng';
import { engineLimits } from '../settings/engine-limits';
import type { Level } from '../settings/levels';
import { LEVEL_IDS } from '../settings/levels';
import { readSettings } from '../settings/read-settings';
import { convert } from './measure';
import { PARITY_LAYER, relativeError, short } from './parity';
import type { Bench } from './row';
import { EO_LAYER, benchData, benchPlan } from './workload';

const MODES = 64;
/** Samples of one evaluation: more than the largest number that goes through in one go. */
const EVALUATED = 20_000;
const SEED = 13;
/** f32 against f64, of gradients: the goal of `parity.n64`, on its network. */
const PARITY = 5e-6;

/** What each level makes of this machine: samples evaluated and trained per second, and how far it is from f64. */
export const LEVEL_BENCHES: readonly Bench[] = LEVEL_IDS.map(levelBench);

function levelBench(level: Level): Bench {
  return {
    id: `levels.${level}`,
    what: `optimisation level ${level}: samples per second evaluated by two 64-mode meshes with electro-optic activation`,
    unit: 'samples/s',
    goal: { kind: 'at-least', value: 50_000 },
    isQuick: true,
    async run(measure) {
      const limits = engineLimits(level, readSettings({}).settings);
      const factories = backendFactories(() => limits);
      const { chosen } = await calibrate(factories, createClock());
      const backend = await factories[chosen]();
      try {
        const light = await backend.prepare(
          benchPlan(MODES, [EO_LAYER, EO_LAYER]),
          benchData(MODES, EVALUATED),
        );
        const images = imagesOf(8 * photonicCnnMnist.training.batchSize);
        const plan = planOf(photonicCnnMnist, images);
        const conv = await backend.prepare(plan, images);
        const [evaluation, step, image] = await measure(
          [async () => void (await light.evaluate('test')), () => light.step(1), () => conv.step(1)],
          5,
        );
        light.dispose();
        conv.dispose();
        if (!evaluation || !step || !image) throw new Error('Nothing was measured.');
        const errors = {
          coherent: await parity(
            backend,
            benchPlan(MODES, [PARITY_LAYER, PARITY_LAYER, PARITY_LAYER], 64),
            benchData(MODES, 256),
          ),
          convolutional: await smallParity(backend),
        };
        const spread = convert(evaluation, (time) => (1000 * EVALUATED) / time);
        const rate = (samples: number, time: number) =>
          Math.round((1000 * samples) / time).toLocaleString('en');
        const memory = light.memory;
        return {
          value: spread.median,
          spread,
          relative: evaluation.relative,
          detail: [
            backend.label,
            `trained ${rate(benchPlan(MODES, [EO_LAYER]).batchSize, step.median)} samples/s, convolution of MNIST ${rate(plan.batchSize, image.median)} images/s`,
            `parity of gradients with f64: coherent ${short(errors.coherent)}, convolutional ${short(errors.convolutional)}, at most ${short(PARITY)}`,
            ...(memory === undefined
              ? []
              : [
                  `${Math.ceil(memory.predicted / 2 ** 20)} MiB predicted, ${memory.evaluationRows} evaluated at once`,
                ]),
          ].join('; '),
          holds: Math.max(errors.coherent, errors.convolutional) <= PARITY,
        };
      } finally {
        backend.dispose();
      }
    },
  };
}

function smallParity(backend: Backend): Promise<number> {
  const batchSize = 32;
  const images = imagesOf(2 * batchSize);
  const experiment = { ...photonicCnnMnist, training: { ...photonicCnnMnist.training, batchSize } };
  return parity(backend, planOf(experiment, images), images);
}

/** Norm-wise error of the gradient of one batch against the f64 reference. */
async function parity(backend: Backend, exact: NetworkPlan, data: NetworkData): Promise<number> {
  // What an f32 backend starts from, exactly.
  const plan = { ...exact, initial: exact.initial.map(Math.fround) };
  const [got, wanted] = [
    await gradientOn(backend, plan, data),
    await gradientOn(createReferenceBackend(), plan, data),
  ];
  return relativeError(got, wanted);
}

async function gradientOn(backend: Backend, plan: NetworkPlan, data: NetworkData): Promise<Float64Array> {
  const session = await backend.prepare(plan, data);
  try {
    return await session.gradient();
  } finally {
    session.dispose();
  }
}

/** Random images of the size and the classes of MNIST. */
function imagesOf(count: number): ImageData {
  const size = 28;
  const bytes: ImageBytes = {
    count,
    pixels: Uint8Array.from({ length: count * size * size }, (_, i) => randomWord(SEED, 400, i) & 255),
    labels: Uint8Array.from({ length: count }, (_, i) => randomWord(SEED, 401, i) % 10),
  };
  return {
    kind: 'images',
    classNames: Array.from({ length: 10 }, (_, digit) => String(digit)),
    width: size,
    height: size,
    channels: 1,
    mean: [0.5],
    deviation: [0.29],
    train: bytes,
    test: bytes,
  };
}
