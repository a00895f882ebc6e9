import { expect, it } from 'vitest';
import { readSettings } from '../../settings/read-settings';
import { bytes, effectsOf } from './effects';

const by = (level: 'low' | 'medium' | 'high', file: object, cores = 8) =>
  Object.fromEntries(
    effectsOf(level, readSettings({ file }).settings, cores).map(({ what, value, because }) => [
      what,
      [value, because],
    ]),
  );

it('gives the level as the reason where nothing is set', () => {
  expect(by('high', {})).toMatchObject({
    'Graphics device': ['May be used', 'the level high'],
    'Threads for convolutions': ['8', 'the 8 cores here'],
    'Evaluated at once, at most': ['4,096 samples', 'the level high'],
    'Engines of a sweep': ['4', 'the 8 cores here'],
  });
  expect(by('medium', {})['Engines of a sweep']).toEqual(['2', 'the level medium']);
});

it('gives the setting that is narrower than the level, and the level that is narrower than the setting', () => {
  expect(by('high', { PHOTONIC_THREAD_COUNT: 2 })['Threads for convolutions']).toEqual([
    '2',
    'PHOTONIC_THREAD_COUNT',
  ]);
  expect(by('high', { PHOTONIC_THREAD_COUNT: 16 })['Threads for convolutions']).toEqual([
    '8',
    'the 8 cores here',
  ]);
  expect(by('low', { PHOTONIC_THREAD_COUNT: 2 })['Threads for convolutions']).toEqual(['1', 'the level low']);
  expect(by('high', { PHOTONIC_WORKER_COUNT: 6 })['Engines of a sweep']).toEqual([
    '6',
    'PHOTONIC_WORKER_COUNT',
  ]);
});

it('says nothing of a graphics device that is switched off', () => {
  const effects = by('high', { PHOTONIC_ENABLE_GPU: false });
  expect(effects['Graphics device']).toEqual(['Not used', 'PHOTONIC_ENABLE_GPU']);
  expect(effects['Graphics memory of a run']).toBeUndefined();
});

it.each([
  [1, '1 MiB'],
  [205 * 2 ** 20, '205 MiB'],
  [1.5 * 2 ** 30, '1.5 GiB'],
])('writes %d bytes as %s', (count, text) => {
  expect(bytes(count)).toBe(text);
});
