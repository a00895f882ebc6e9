import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ficonnVowels } from '../src/experiment/presets';
import { encodeLink } from '../src/experiment/link';
import { createNodeEngine } from '../src/headless/node-engine';
import { train } from '../src/headless/train';
import { buildHeadless } from './build-headless.mjs';
import { root } from './paths.mjs';

const experiment = {
  ...ficonnVowels,
  task: { ...ficonnVowels.task, source: 'generated' },
  training: { ...ficonnVowels.training, epochs: 8 },
} as const;
const folder = mkdtempSync(join(tmpdir(), 'photonic-headless-'));
const file = (name: string): string => join(folder, name);

/** The program as it is shipped, in a process of its own. */
function headless(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${root}dist-headless/headless.js`, ...args],
    { encoding: 'utf8', env: { ...process.env, PHOTONIC_CACHE_DIR: file('cache'), PHOTONIC_DATA_DIR: '' } },
  );
  return { status, stdout, stderr };
}

beforeAll(async () => {
  await buildHeadless();
  writeFileSync(file('vowels.json'), JSON.stringify(experiment));
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the headless runner', () => {
  it('trains a file and a link to the engine’s own curve, bit for bit, and answers with what it wrote', async () => {
    const engine = createNodeEngine({ dataFolder: undefined, cacheFolder: null, mayUseGpu: false });
    const expected = await train(engine, { experiment, backend: 'wasm', resume: false });
    const link = `https://studio.example/#e=${await encodeLink(experiment)}`;
    for (const given of [file('vowels.json'), link]) {
      const run = headless('train', given, '--backend', 'wasm', '--out', file('model.photonic.zip'));
      expect(run).toMatchObject({ status: 0, stderr: '' });
      const { curve, test } = JSON.parse(run.stdout) as {
        curve: { loss: number[] };
        test: { accuracy: number };
      };
      expect(curve.loss).toHaveLength(40);
      expect(Float32Array.from(curve.loss)).toEqual(expected.loss);
      expect(test.accuracy).toBe(expected.test.accuracy);
    }
    const answers = headless('infer', file('model.photonic.zip'), '--samples', '5');
    expect(answers.status).toBe(0);
    const said = JSON.parse(answers.stdout) as { accuracy: number; predictions: { answer: string }[] };
    expect(said.accuracy).toBe(expected.test.accuracy);
    expect(said.predictions).toHaveLength(5);
  }, 60_000);

  it('sweeps in three shards, goes on after an interruption, and merges to the sweep of one', () => {
    const sweep = (...more: string[]) =>
      headless(
        'sweep',
        file('vowels.json'),
        ...[
          '--set',
          'training.learningRate=0.03,0.1',
          '--set',
          'seed=1..3',
          '--epochs',
          '3',
          '--backend',
          'wasm',
        ],
        ...more,
      );
    const shards = ['1/3', '2/3', '3/3'].map((shard) => {
      const out = file(`shard-${shard[0] ?? ''}.jsonl`);
      expect(sweep('--shard', shard, '--out', out).status).toBe(0);
      return out;
    });
    // The last line was being written when the machine went away.
    const [first = ''] = shards;
    const whole = readFileSync(first, 'utf8');
    writeFileSync(first, whole.slice(0, -40));
    expect(headless('merge', ...shards)).toMatchObject({ status: 1 });
    expect(sweep('--shard', '1/3', '--out', first).stderr).toContain(
      '1 of 1 trials trained, 1 were done before',
    );

    writeFileSync(file('alone.jsonl'), sweep().stdout);
    const ranking = (...files: string[]): unknown => {
      const { ranking } = JSON.parse(headless('merge', '--quiet', ...files).stdout) as {
        ranking: { rank: number; trial: number; trainLoss: number; testAccuracy: number }[];
      };
      return ranking.map(({ rank, trial, trainLoss, testAccuracy }) => [
        rank,
        trial,
        trainLoss,
        testAccuracy,
      ]);
    };
    expect(ranking(...shards)).toHaveLength(6);
    expect(ranking(...shards)).toEqual(ranking(file('alone.jsonl')));

    const scaling = JSON.parse(headless('scaling', '--quiet', ...shards).stdout) as {
      points: { shards: number; efficiency: number }[];
    };
    expect(scaling.points.map(({ shards: count }) => count)).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
  }, 120_000);

  it('measures every backend, and says why one is not there', () => {
    const { status, stdout } = headless('bench', file('vowels.json'), '--seconds', '0.05', '--quiet');
    expect(status).toBe(0);
    const { backends } = JSON.parse(stdout) as {
      backends: { backend: string; unavailable?: string; forwardError?: number; gradientError?: number }[];
    };
    expect(backends.map(({ backend }) => backend)).toEqual(['webgpu', 'wasm', 'reference']);
    for (const { unavailable, forwardError, gradientError } of backends) {
      if (unavailable !== undefined) expect(unavailable).toMatch(/\.$/);
      else expect(Math.max(forwardError ?? 1, gradientError ?? 1)).toBeLessThan(5e-6);
    }
  }, 60_000);

  it('fails with what happened and what to do, and with another code for wrong usage', () => {
    const missing = headless('train', file('nowhere.json'));
    expect(missing.status).toBe(1);
    expect(missing.stdout).toBe('');
    expect(missing.stderr).toContain('There is no file');
    expect(missing.stderr).toContain('Give a link');
    expect(headless('infer', file('vowels.json')).stderr).toContain('without trained phases');
    expect(headless('train').status).toBe(2);
    expect(headless('train', file('vowels.json'), '--epochs', 'many').status).toBe(2);
    expect(headless('--help').status).toBe(0);
  });
});
