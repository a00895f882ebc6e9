import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../experiment/presets';
import type { PhotonicError } from '../lib/fault';
import { median, mergeSweep } from './merge';
import { readShard } from './shard';
import { planShard } from './sweep';
import { sweepOf } from './sweep-plan';
import type { SweepFile, TrialRecord } from './sweep-records';
import { parseSweepFile } from './sweep-records';

const SETTINGS = ['training.learningRate=0.01,0.03', 'seed=1..4'];

/** A shard's file with figures that follow from the trial's number. */
async function shardFile(
  shard: string,
  settings = SETTINGS,
  lossOf = (k: number) => 1 / (k + 1),
): Promise<SweepFile> {
  const { header, trials } = await planShard(
    sweepOf(ficonnVowels, settings, undefined, 'wasm'),
    readShard(shard),
  );
  return {
    file: `shard-${shard.replace('/', '-of-')}.jsonl`,
    header,
    trials: trials.map(({ index }): TrialRecord => ({
      format: 'photonic-trial',
      version: 1,
      sweep: header.sweep,
      trial: index,
      values: {},
      seed: 1,
      backend: 'CPU',
      steps: 10,
      seconds: 1,
      trainLoss: Number.isFinite(lossOf(index)) ? lossOf(index) : null,
      trainAccuracy: 0.5,
      testLoss: 1,
      testAccuracy: 0.5,
      fault: null,
    })),
  };
}

function faultOf(work: () => unknown): { code: string; message: string } {
  try {
    work();
  } catch (thrown) {
    return (thrown as PhotonicError).fault;
  }
  throw new Error('It should have been refused.');
}

describe('merging shards', () => {
  it('puts every trial once into a ranking, the best first and those without figures last', async () => {
    const lossOf = (k: number): number => (k === 7 ? Number.NaN : 1 / (k + 1));
    const files = await Promise.all(['2/3', '3/3', '1/3'].map((shard) => shardFile(shard, SETTINGS, lossOf)));
    const merged = mergeSweep(files);
    expect(merged.judge).toBe('trainLoss');
    expect(merged.ranking.map(({ trial }) => trial)).toEqual([6, 5, 4, 3, 2, 1, 0, 7]);
    expect(merged.ranking.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, null]);
    expect(merged.shards.map(({ shard }) => shard)).toEqual(['2/3', '3/3', '1/3']);
  });

  it('goes by accuracy where settings change what a loss means', async () => {
    const file = await shardFile('1/1', ['readout.scale=5,10']);
    expect(mergeSweep([file]).judge).toBe('trainAccuracy');
  });

  it('refuses trials that are there twice, by number and file', async () => {
    const files = await Promise.all(['1/2', '2/2', '2/4'].map((shard) => shardFile(shard)));
    const { code, message } = faultOf(() => mergeSweep(files));
    expect(code).toBe('headless/overlap');
    expect(message).toContain('1 (shard-2-of-2.jsonl and shard-2-of-4.jsonl)');
  });

  it('refuses a sweep that is not whole, by the numbers that are missing', async () => {
    const { code, message } = faultOf(() => mergeSweep([]));
    expect(code).toBe('headless/no-results');
    expect(message).not.toBe('');
    const files = await Promise.all(['1/3', '3/3'].map((shard) => shardFile(shard)));
    expect(faultOf(() => mergeSweep(files))).toMatchObject({
      code: 'headless/missing-trials',
      message: '3 of 8 trials are missing: 1, 4, 7.',
    });
  });

  it('refuses results of another sweep, and says what differs', async () => {
    const [first, other] = await Promise.all([shardFile('1/2'), shardFile('2/2', ['seed=1..8'])]);
    const { code, message } = faultOf(() => mergeSweep([first, other]));
    expect(code).toBe('headless/other-sweep');
    expect(message).toContain('they differ in the settings');
    expect(message).toContain('shard-2-of-2.jsonl');
  });
});

describe('a file of results', () => {
  const lines = ({ header, trials }: SweepFile): string =>
    [header, ...trials].map((line) => `${JSON.stringify(line)}\n`).join('');

  it('is read as it was written', async () => {
    const file = await shardFile('1/2');
    expect(parseSweepFile(lines(file), file.file)).toEqual(file);
  });

  it.each([
    ['nothing', () => '', 'Line 1'],
    ['a line cut short', (text: string) => text.slice(0, -20), 'line 5'],
    [
      'a stranger’s trial',
      (text: string) => text.replace(/("photonic-trial".*"sweep":")[0-9a-f]{8}/, '$1deadbeef'),
      'another sweep',
    ],
    ['a trial beyond the sweep', (text: string) => text.replace('"trial":2', '"trial":99'), 'no such trial'],
  ])('with %s is refused by its line', async (_, damage, part) => {
    const file = await shardFile('1/2');
    const damaged = damage(lines(file));
    const { message } = faultOf(() => parseSweepFile(damaged, file.file));
    expect(message).toContain(part);
  });
});

it('takes the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});
