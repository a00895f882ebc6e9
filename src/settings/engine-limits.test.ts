import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { engineLimits, poolSize } from './engine-limits';
import { LEVELS, LEVEL_IDS } from './levels';
import { readSettings } from './read-settings';

const set = (file: object) => readSettings({ file }).settings;
const GIB = 2 ** 30;

it('takes the level alone where nothing is set', () => {
  expect(engineLimits('high', set({}))).toEqual({
    gpuOff: undefined,
    threads: 0,
    fused: true,
    evaluationRows: 4096,
    gpuMemory: 2 * GIB,
    cacheBytes: 1024e6,
  });
  expect(engineLimits('low', set({}))).toMatchObject({ threads: 1, fused: false, gpuMemory: 0 });
});

it('says who switched the graphics device off: the setting before the level', () => {
  expect(engineLimits('low', set({})).gpuOff).toContain('level is low');
  for (const level of LEVEL_IDS)
    expect(engineLimits(level, set({ PHOTONIC_ENABLE_GPU: false })).gpuOff).toContain('PHOTONIC_ENABLE_GPU');
});

it('takes the narrower of level and settings', () => {
  const settings = set({
    PHOTONIC_THREAD_COUNT: 3,
    PHOTONIC_BATCH_SIZE: 512,
    PHOTONIC_GPU_MEMORY_FRACTION: 0.25,
    PHOTONIC_CACHE_SIZE_MB: 0,
  });
  expect(engineLimits('low', settings).threads).toBe(1);
  expect(engineLimits('extreme', settings)).toMatchObject({
    threads: 3,
    evaluationRows: 512,
    gpuMemory: GIB / 2,
    cacheBytes: 0,
  });
});

it.each([
  ['high', {}, 2, 1],
  ['high', {}, 16, 4],
  ['medium', {}, 16, 2],
  ['high', { PHOTONIC_WORKER_COUNT: 7 }, 2, 7],
  ['low', { PHOTONIC_WORKER_COUNT: 7 }, 16, 1],
] as const)('at level %s, with %j, on %d cores a sweep takes %d engines', (level, file, cores, engines) => {
  expect(poolSize(level, set(file), cores)).toBe(engines);
});

it('docs/configuration.md says of every level what its table says', () => {
  const text = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
  const row = (name: string, cellOf: (level: (typeof LEVELS)['low']) => string) =>
    `| ${[name, ...LEVEL_IDS.map((id) => cellOf(LEVELS[id]))].join(' | ')} |`;
  const yes = (is: boolean) => (is ? 'yes' : 'no');
  for (const line of [
    row('graphics device', ({ gpu }) => yes(gpu)),
    row('threads', ({ threads }) => (threads === 0 ? 'every core' : String(threads))),
    row('fused multiply-adds', ({ fused }) => yes(fused)),
    row('samples at once', ({ evaluationRows }) => evaluationRows.toLocaleString('en')),
    row('graphics memory', ({ gpuMemory }) => (gpuMemory === 0 ? 'none' : `${gpuMemory / GIB} GiB`)),
    row('engines of a sweep, at most', ({ pool }) => String(pool.most)),
  ])
    expect(text).toContain(line);
});
