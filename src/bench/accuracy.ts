import { createEngineClient } from '../engine/client';
import type { RunEvent } from '../engine/protocol';
import { PhotonicError } from '../lib/fault';
import { ficonnVowels, fourierMnist } from '../experiment/presets';
import type { Experiment } from '../experiment/schema';
import type { Bench } from './row';

/** What a run trained from scratch reached on its test set. */
interface Trained {
  readonly accuracy: number;
  readonly seconds: number;
  readonly backend: string;
  readonly provenance: string;
}

/** Trains an experiment to its end through the page's own engine, on the CPU backend. */
async function train(experiment: Experiment): Promise<Trained> {
  const engine = createEngineClient();
  const started = performance.now();
  try {
    const finished = Promise.withResolvers<undefined>();
    const listener = (event: RunEvent): void => {
      if (event.kind === 'fault') finished.reject(new PhotonicError(event.fault));
      if (event.kind === 'state' && event.state === 'finished') finished.resolve(undefined);
    };
    const run = await engine.open({ experiment, backend: 'wasm', resume: false }, listener);
    await run.play();
    await finished.promise;
    const seconds = (performance.now() - started) / 1000;
    const { accuracy } = await run.evaluate('test');
    const { backendLabel, provenance } = run.info;
    await run.dispose();
    return { accuracy, seconds, backend: backendLabel, provenance: provenance.text };
  } finally {
    engine.dispose();
  }
}

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

function describe(trained: Trained | undefined): string {
  return trained ? `${trained.backend}; ${trained.provenance}` : 'no run';
}
