import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings, settingsOf } from './read-settings';
import { SETTINGS, SETTING_NAMES, demandOf, specOf } from './table';

const defaults = Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTINGS[name].fallback]));

describe('readSettings', () => {
  it('says what holds where nothing is set', () => {
    const { settings, faults, origins } = readSettings({});
    expect(settings).toEqual(defaults);
    expect(faults).toEqual([]);
    expect(new Set(Object.values(origins))).toEqual(new Set(['default']));
  });

  it('lets the file count before the build, and the environment before both', () => {
    const { settings, origins } = readSettings({
      build: { PHOTONIC_RATE_LIMIT: '1', PHOTONIC_BATCH_SIZE: '64', PHOTONIC_ENABLE_GPU: 'false' },
      file: { PHOTONIC_RATE_LIMIT: 2, PHOTONIC_BATCH_SIZE: 128 },
      environment: { PHOTONIC_RATE_LIMIT: '3' },
    });
    expect(settings).toMatchObject({
      PHOTONIC_RATE_LIMIT: 3,
      PHOTONIC_BATCH_SIZE: 128,
      PHOTONIC_ENABLE_GPU: false,
    });
    expect(origins).toMatchObject({
      PHOTONIC_RATE_LIMIT: 'environment',
      PHOTONIC_BATCH_SIZE: 'file',
      PHOTONIC_ENABLE_GPU: 'build',
      PHOTONIC_THREAD_COUNT: 'default',
    });
  });

  it.each([
    ['PHOTONIC_LOG_LEVEL', 'loud'],
    ['PHOTONIC_ENABLE_GPU', 'maybe'],
    ['PHOTONIC_ENABLE_MONITORING', 2],
    ['PHOTONIC_CONFIG_PATH', 5],
    ['PHOTONIC_REQUIRE_AUTH', null],
    ['PHOTONIC_SESSION_TIMEOUT', 'soon'],
    ['PHOTONIC_MAX_CONCURRENT_REQUESTS', 0],
    ['PHOTONIC_RATE_LIMIT', '1e999'],
    ['PHOTONIC_WORKER_COUNT', 1.5],
    ['PHOTONIC_THREAD_COUNT', -1],
    ['PHOTONIC_BATCH_SIZE', '63'],
    ['PHOTONIC_CACHE_SIZE_MB', []],
    ['PHOTONIC_GPU_MEMORY_FRACTION', '1.01'],
  ] as const)('%s cannot be %j: it says so and counts as its default', (name, raw) => {
    const others = { PHOTONIC_RATE_LIMIT: 7, PHOTONIC_CACHE_SIZE_MB: 9 };
    const { settings, faults, origins } = readSettings({ file: { ...others, [name]: raw } });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ code: 'settings/unusable', where: name });
    expect(faults[0]?.message).toContain(name);
    expect(faults[0]?.message).toContain(demandOf(specOf(name)));
    expect(settings).toEqual({ ...defaults, ...others, [name]: SETTINGS[name].fallback });
    expect(origins[name]).toBe('default');
  });

  it.each([
    ['PHOTONIC_ENABLE_GPU', ' FALSE ', false],
    ['PHOTONIC_ENABLE_GPU', '0', false],
    ['PHOTONIC_REQUIRE_AUTH', '1', true],
    ['PHOTONIC_LOG_LEVEL', 'Debug', 'debug'],
    ['PHOTONIC_GPU_MEMORY_FRACTION', '0.5', 0.5],
    ['PHOTONIC_BATCH_SIZE', '0', 0],
  ] as const)('reads %s=%j as %j', (name, raw, value) => {
    const { settings, faults } = readSettings({ environment: { [name]: raw } });
    expect(settings[name]).toBe(value);
    expect(faults).toEqual([]);
  });

  it.each(['text', 5, []])('goes on without a file that is %j', (file) => {
    const { settings, faults } = readSettings({ file, build: { PHOTONIC_RATE_LIMIT: '5' } });
    expect(faults.map(({ code }) => code)).toEqual(['settings/not-an-object']);
    expect(settings.PHOTONIC_RATE_LIMIT).toBe(5);
  });

  it('names what it does not know', () => {
    const { faults } = readSettings({ file: { PHOTONIC_COLOUR: 'red', PHOTONIC_RATE_LIMIT: 5 } });
    expect(faults.map(({ where }) => where)).toEqual(['PHOTONIC_COLOUR']);
  });

  it('always has a value for every name, whatever a file holds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...SETTING_NAMES, '__proto__', 'x'), fc.jsonValue()),
        (file) => {
          const { settings } = readSettings({ file });
          expect(Object.keys(settings)).toEqual(SETTING_NAMES);
          expect(readSettings({ file: settings }).faults).toEqual([]);
        },
      ),
    );
  });

  it('takes of the environment only what is set and known', () => {
    expect(settingsOf({ PHOTONIC_RATE_LIMIT: '5', PHOTONIC_BATCH_SIZE: '', HOME: '/x' })).toEqual({
      PHOTONIC_RATE_LIMIT: '5',
    });
  });
});

it('docs/configuration.md says of every setting what the table says', () => {
  const text = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('| `PHOTONIC_'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  const wanted = SETTING_NAMES.map((name) => {
    const spec = specOf(name);
    return [`\`${name}\``, demandOf(spec), spec.unit ?? '–', `\`${String(spec.fallback)}\``, spec.about];
  });
  expect(rows).toEqual(wanted);
});
