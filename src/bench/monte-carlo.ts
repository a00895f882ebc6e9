import { createEngineClient } from '../engine/client';
import { fourierMnist } from '../experiment/presets';
import type { Experiment } from '../experiment/schema';
import { compilePlan } from '../learning/compile-plan';
import { mix32 } from '../lib/rng';
import type { Bench } from './row';

const DIES = 256;
const SAMPLES = 10_000;
const TRAINING_SAMPLES = 1000;
const CLASSES = 10;
const SIDE = 28;

/** The network of the MNIST preset on chips as they are made; what the images show makes no difference to the time. */
const experiment: Experiment = {
  ...fourierMnist,
  task: { dataset: 'own', source: 'real', classes: [] },
  hardware: { ...fourierMnist.hardware, splitterError: 0.02, phaseError: 0.01 },
};

/** Many dies of one network on the CPU, asked for as the page asks. */
export const monteCarlo: Bench = {
  id: 'speed.montecarlo',
  what: `${DIES} dies × ${SAMPLES.toLocaleString('en')} samples, two 64-mode meshes with electro-optic activation: seconds on the CPU`,
  unit: 's',
  goal: { kind: 'at-most', value: 15 },
  async run() {
    const plan = compilePlan(experiment, { trainSamples: TRAINING_SAMPLES, classes: CLASSES });
    if (!plan.ok) throw new Error(plan.fault.message);
    const engine = createEngineClient();
    try {
      const { faults } = await engine.addFiles([
        ...images('train', TRAINING_SAMPLES),
        ...images('t10k', SAMPLES),
      ]);
      if (faults[0] !== undefined) throw new Error(faults[0].message);
      const started = performance.now();
      const result = await engine.study(
        {
          kind: 'monte-carlo',
          experiment,
          parameters: plan.value.initial,
          backend: 'wasm',
          samples: SAMPLES,
          dies: DIES,
          scope: { kind: 'all' },
          corrected: false,
        },
        () => undefined,
      );
      if (result.kind !== 'monte-carlo') throw new Error('Another study answered.');
      const whole = (performance.now() - started) / 1000;
      return {
        value: result.seconds,
        holds: result.accuracy.length === DIES,
        detail: `${((1000 * result.seconds) / DIES).toFixed(1)} ms a die; ${whole.toFixed(1)} s with loading and encoding`,
      };
    } finally {
      engine.dispose();
    }
  },
};

/** Random pictures and their labels as IDX files. */
function images(name: string, count: number): File[] {
  const pixels = bytes([0x803, count, SIDE, SIDE], count * SIDE * SIDE);
  const labels = bytes([0x801, count], count);
  for (let i = 16; i < pixels.length; i++) pixels[i] = mix32(i) & 255;
  for (let i = 0; i < count; i++) labels[8 + i] = i % CLASSES;
  return [new File([pixels], `${name}-images-idx3-ubyte`), new File([labels], `${name}-labels-idx1-ubyte`)];
}

/** Big-endian words, then room for so many bytes. */
function bytes(words: readonly number[], room: number): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(4 * words.length + room);
  const view = new DataView(file.buffer);
  words.forEach((word, k) => {
    view.setUint32(4 * k, word);
  });
  return file;
}
