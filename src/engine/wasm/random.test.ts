import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { normal, randomWord, uniform } from '../../lib/rng';
import { kernelsInNode } from './kernels.fixture';

const { arena, kernels } = (await kernelsInNode())();
const word = fc.integer({ min: 0, max: 0xffffffff });

it('draws the words of lib/rng.ts bit for bit', () => {
  fc.assert(
    fc.property(word, word, word, (seed, stream, counter) => {
      expect(kernels.randomWord(seed, stream, counter) >>> 0).toBe(randomWord(seed, stream, counter));
      expect(kernels.uniform(seed, stream, counter)).toBe(uniform(seed, stream, counter));
    }),
    { numRuns: 1000 },
  );
});

it('draws normals within rounding, in the tails and near zero too', () => {
  const count = 400_000;
  const out = arena.floats(count);
  kernels.normals(5, 8, 0, count, out);
  const drawn = arena.f32(out, count);
  let worst = 0;
  let farthest = 0;
  let nearest = Infinity;
  for (let k = 0; k < count; k++) {
    const wanted = normal(5, 8, k);
    worst = Math.max(worst, Math.abs((drawn[k] ?? NaN) - wanted));
    farthest = Math.max(farthest, Math.abs(wanted));
    nearest = Math.min(nearest, Math.abs(wanted));
  }
  expect(worst).toBeLessThan(1e-6);
  expect(farthest).toBeGreaterThan(4.3);
  expect(nearest).toBeLessThan(1e-5);
});

it('draws normals from any counter on', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 9 }), (seed, first, count) => {
      const out = arena.floats(12);
      kernels.normals(seed, 10, first, count, out);
      const drawn = arena.f32(out, count);
      // Counters are 32 bits wide; the two words of a normal wrap separately.
      for (let k = 0; k < count; k++)
        expect(Math.abs((drawn[k] ?? NaN) - normal(seed, 10, (first + k) % 2 ** 32))).toBeLessThan(1e-6);
    }),
  );
});
