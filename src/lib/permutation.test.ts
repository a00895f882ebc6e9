import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochKey, feistelHalfBits, permute, sampleAt } from './permutation';

const word = fc.nat(0xffffffff);

describe('permutation', () => {
  it('visits every sample exactly once in every epoch, whatever their number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), word, fc.nat(1000), (count, seed, epoch) => {
        const visited = new Set<number>();
        for (let position = 0; position < count; position++)
          visited.add(sampleAt(epoch * count + position, count, seed));
        expect(visited.size).toBe(count);
        expect(Math.min(...visited)).toBe(0);
        expect(Math.max(...visited)).toBe(count - 1);
      }),
    );
  });

  it('covers the domain with less than four times as many numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 0x7fffffff }), (count) => {
        const domain = 4 ** feistelHalfBits(count);
        expect(domain).toBeGreaterThanOrEqual(count);
        expect(domain).toBeLessThanOrEqual(4 * count);
      }),
    );
  });

  it('orders every epoch anew', () => {
    const order = (epoch: number) =>
      Array.from({ length: 100 }, (_, position) => sampleAt(epoch * 100 + position, 100, 7)).join();
    expect(new Set([0, 1, 2, 3, 4].map(order)).size).toBe(5);
  });

  // Among a dozen samples four Feistel rounds are visibly less even: halves of two bits mix little.
  it.each([100, 540])('begins epochs of %i samples with each of them equally often', (count) => {
    const seen = new Float64Array(count);
    for (let epoch = 0; epoch < 100 * count; epoch++) {
      const at = permute(0, count, epochKey(11, epoch));
      seen[at] = (seen[at] ?? 0) + 1;
    }
    const chiSquare = seen.reduce((sum, n) => sum + (n - 100) ** 2 / 100, 0);
    // Mean and standard deviation of chi-square with n degrees of freedom are n and √(2n).
    expect(chiSquare).toBeLessThan(count + 4 * Math.sqrt(2 * count));
  });
});
