import { describe, expect, it } from 'vitest';
import { encodeSplit, fitEncoder } from '../encode';
import type { EncodedSplit } from '../fields';
import type { ImageSplit } from '../samples';
import { VOWEL_COLUMNS } from '../hillenbrand';
import { generateDataset } from './datasets';
import { generateDigits } from './digits';
import { generateTextures } from './textures';
import { generateVowels } from './vowels';

/** Share of test samples whose nearest class mean (over |field|) is the right one: the simplest learner there is. */
function nearestMeanAccuracy(train: EncodedSplit, test: EncodedSplit, classes: number): number {
  const width = train.modes;
  const power = (split: EncodedSplit, k: number) => Math.hypot(split.re[k] ?? 0, split.im[k] ?? 0);
  const means = Array.from({ length: classes }, () => new Float64Array(width));
  const counts = new Array<number>(classes).fill(0);
  for (let s = 0; s < train.count; s++) {
    const label = train.labels[s] ?? 0;
    counts[label] = (counts[label] ?? 0) + 1;
    means[label]?.forEach((total, k, mean) => {
      mean[k] = total + power(train, s * width + k);
    });
  }
  let right = 0;
  for (let s = 0; s < test.count; s++) {
    const distance = means.map((mean, label) =>
      mean.reduce(
        (sum, total, k) => sum + (total / (counts[label] ?? 1) - power(test, s * width + k)) ** 2,
        0,
      ),
    );
    if (distance.indexOf(Math.min(...distance)) === test.labels[s]) right++;
  }
  return right / test.count;
}

function fields(train: ImageSplit, test: ImageSplit, modes: number): [EncodedSplit, EncodedSplit] {
  const fitted = fitEncoder(train, { kind: train.width > 28 ? 'fourier' : 'pixels', scale: 1 }, modes);
  return [encodeSplit(fitted, train), encodeSplit(fitted, test)];
}

describe('generated digits', () => {
  it('repeat bit for bit, differ by seed, and do not depend on the range asked for', () => {
    const some = generateDigits(5, 10, 20);
    expect(generateDigits(5, 10, 20)).toEqual(some);
    expect(generateDigits(5, 0, 30).pixels.subarray(7840)).toEqual(some.pixels);
    expect(generateDigits(6, 10, 20).pixels).not.toEqual(some.pixels);
  });

  it('can be learnt, but not by class means alone', () => {
    const [train, test] = fields(generateDigits(1, 0, 2000), generateDigits(1, 2000, 500), 64);
    const accuracy = nearestMeanAccuracy(train, test, 10);
    expect(accuracy).toBeGreaterThan(0.5);
    expect(accuracy).toBeLessThan(0.95);
  });

  it('have all classes and ink about as much as MNIST (mean 0.13)', () => {
    const digits = generateDigits(2, 0, 1000);
    expect(new Set(digits.labels).size).toBe(10);
    const ink = digits.pixels.reduce((sum, value) => sum + value, 0) / digits.pixels.length / 255;
    expect(ink).toBeGreaterThan(0.08);
    expect(ink).toBeLessThan(0.18);
  });
});

describe('generated textures', () => {
  it('repeat bit for bit in both shapes', () => {
    const colour = generateTextures(3, 0, 20, 32, 3);
    expect(generateTextures(3, 0, 20, 32, 3)).toEqual(colour);
    expect(colour.pixels.length).toBe(20 * 3072);
    expect(generateTextures(3, 0, 20, 28, 1).pixels.length).toBe(20 * 784);
  });

  it('can be learnt, but not by class means alone', () => {
    const [train, test] = fields(
      generateTextures(1, 0, 1500, 32, 3),
      generateTextures(1, 1500, 400, 32, 3),
      144,
    );
    const accuracy = nearestMeanAccuracy(train, test, 10);
    expect(accuracy).toBeGreaterThan(0.25);
    expect(accuracy).toBeLessThan(0.95);
  });
});

describe('generated vowels', () => {
  it('have the shape of the real table and repeat bit for bit', () => {
    const vowels = generateVowels(4);
    expect(vowels).toEqual(generateVowels(4));
    expect(vowels.values).not.toEqual(generateVowels(5).values);
    expect(vowels.count).toBe(1668);
    expect(vowels.columns).toEqual(VOWEL_COLUMNS);
    expect(new Set(vowels.groups).size).toBe(139);
    expect(vowels.groups.filter((group) => group.startsWith('m')).length).toBe(540);
    const missing = vowels.values.filter((value) => Number.isNaN(value)).length;
    expect(missing).toBeGreaterThan(150);
    expect(missing).toBeLessThan(450);
  });

  it('spread round the published averages as talkers do', () => {
    const vowels = generateVowels(9);
    const f1 = vowels.groups.flatMap((group, row) =>
      group.startsWith('m') && vowels.labels[row] === 7
        ? [vowels.values[row * VOWEL_COLUMNS.length + 2] ?? 0]
        : [],
    );
    const mean = f1.reduce((sum, value) => sum + value, 0) / f1.length;
    const spread = Math.sqrt(f1.reduce((sum, value) => sum + (value - mean) ** 2, 0) / f1.length) / mean;
    expect(Math.abs(mean - 343)).toBeLessThan(20);
    expect(spread).toBeGreaterThan(0.05);
    expect(spread).toBeLessThan(0.12);
  });
});

describe('generateDataset', () => {
  it.each([
    ['hillenbrand', 1080, 588, 12],
    ['mnist', 10_000, 2_000, 10],
  ] as const)('%s is labelled generated', (id, train, test, classes) => {
    const made = generateDataset(id, 3);
    expect([made.train.count, made.test.count, made.classNames.length]).toEqual([train, test, classes]);
    expect(made.provenance.source).toBe('generated');
    expect(made.provenance.text).toMatch(/^Generated .*not real/);
  });

  it('has none for the user’s own data', () => {
    expect(() => generateDataset('own', 1)).toThrow(/no generated version/);
  });
});
