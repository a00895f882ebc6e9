import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../experiment/presets';
import { canonicalJson, dataFingerprint, experimentHash, runIdOf } from './run-id';
import { convPlanOf, imagesFor } from './conv-conformance.fixture';
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
    const data = cloudData(8, 4);
    const labels = data.train.labels.slice();
    labels[3] = 0;
    const copy = { ...data, train: { ...data.train, re: data.train.re.slice() } };
    expect(await dataFingerprint(data)).toBe(await dataFingerprint(copy));
    expect(await dataFingerprint({ ...data, train: { ...data.train, labels } })).not.toBe(
      await dataFingerprint(data),
    );
  });

  it('tells images apart by one byte, and by their shape', async () => {
    const data = imagesFor(convPlanOf({ stages: [{}] }));
    const pixels = data.train.pixels.slice();
    const same = { ...data, train: { ...data.train, pixels } };
    const print = await dataFingerprint(data);
    expect(await dataFingerprint(same)).toBe(print);
    expect(await dataFingerprint({ ...data, width: data.height, height: data.width })).not.toBe(print);
    pixels[5] = (pixels[5] ?? 0) ^ 1;
    expect(await dataFingerprint(same)).not.toBe(print);
  });
});
