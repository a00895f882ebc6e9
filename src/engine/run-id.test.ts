import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../experiment/presets';
import { canonicalJson, dataFingerprint, experimentHash, runIdOf } from './run-id';
import { cloudData } from './run-loop.fixture';

describe('run identity', () => {
  it('does not depend on the platform, which only the latency follows from', async () => {
    const hardware = { ...ficonnVowels.hardware, preset: 'ideal' as const };
    expect(await experimentHash({ ...ficonnVowels, hardware })).toBe(await experimentHash(ficonnVowels));
  });

  it('does not depend on the order of keys or on the name', async () => {
    const reordered = Object.fromEntries(Object.entries(ficonnVowels).reverse()) as typeof ficonnVowels;
    const hash = await experimentHash(ficonnVowels);
    expect(await experimentHash(reordered)).toBe(hash);
    expect(await experimentHash({ ...ficonnVowels, name: 'renamed' })).toBe(hash);
    expect(runIdOf(hash)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('does not depend on the method and its rate, which may be switched on the way', async () => {
    const training = {
      ...ficonnVowels.training,
      method: { kind: 'spsa', amplitude: 0.1 },
      learningRate: 0.5,
    } as const;
    expect(await experimentHash({ ...ficonnVowels, training })).toBe(await experimentHash(ficonnVowels));
    const slower = { ...ficonnVowels.training, batchSize: 7 };
    expect(await experimentHash({ ...ficonnVowels, training: slower })).not.toBe(
      await experimentHash(ficonnVowels),
    );
  });

  it('depends on the seed and on everything else', async () => {
    const hash = await experimentHash(ficonnVowels);
    expect(await experimentHash({ ...ficonnVowels, seed: 8 })).not.toBe(hash);
    expect(
      await experimentHash({ ...ficonnVowels, hardware: { ...ficonnVowels.hardware, die: 2 } }),
    ).not.toBe(hash);
  });

  it('writes canonical JSON', () => {
    expect(canonicalJson({ b: [1, 'x', null], a: { d: undefined, c: -0.5 } })).toBe(
      '{"a":{"c":-0.5},"b":[1,"x",null]}',
    );
  });

  it('tells samples apart by one label', async () => {
    const { train } = cloudData(8, 4);
    const labels = train.labels.slice();
    labels[3] = 0;
    expect(await dataFingerprint(train)).toBe(await dataFingerprint({ ...train, re: train.re.slice() }));
    expect(await dataFingerprint({ ...train, labels })).not.toBe(await dataFingerprint(train));
  });
});
