import { ficonnVowels, fourierMnist } from '../experiment/presets';
import type { Bench } from './row';
import type { Trained } from './train';
import { describe, train } from './train';

const SEEDS = [1, 2, 3, 4, 5];
/** Limits of one run, loading and encoding included. */
const VOWEL_SECONDS = 10;
const MNIST_SECONDS = 180;

export const vowels: Bench = {
  id: 'accuracy.vowels',
  what: 'six Hillenbrand vowels on the 6-mode, 3-layer chip; 49 unheard talkers, mean over 5 seeds with a new split each',
  unit: '%',
  goal: { kind: 'at-least', value: 95 },
  async run() {
    const runs: Trained[] = [];
    for (const seed of SEEDS) runs.push(await train({ ...ficonnVowels, seed }));
    const percent = runs.map(({ accuracy }) => 100 * accuracy);
    const slowest = Math.max(...runs.map(({ seconds }) => seconds));
    return {
      value: percent.reduce((sum, value) => sum + value, 0) / percent.length,
      holds: slowest < VOWEL_SECONDS,
      detail: `${percent.map((value) => value.toFixed(1)).join(', ')}; slowest run ${slowest.toFixed(1)} s; ${describe(runs[0])}`,
    };
  },
};

export const mnist: Bench = {
  id: 'accuracy.mnist',
  what: 'MNIST, 64 Fourier features, two 64-mode meshes; 10,000 test images',
  unit: '%',
  goal: { kind: 'at-least', value: 97.5 },
  async run() {
    const trained = await train(fourierMnist);
    return {
      value: 100 * trained.accuracy,
      holds: trained.seconds < MNIST_SECONDS,
      detail: `${trained.seconds.toFixed(0)} s; ${describe(trained)}`,
    };
  },
};
