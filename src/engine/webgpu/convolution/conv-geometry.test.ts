import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runsOf, tileCounts, tileFor } from './conv-geometry';
import type { Convolve } from './steps';

const sizes = fc.tuple(
  fc.integer({ min: 1, max: 512 }),
  fc.integer({ min: 1, max: 4608 }),
  fc.integer({ min: 1, max: 1024 }),
  fc.integer({ min: 1, max: 512 }),
  fc.boolean(),
);

it('covers every pixel once and every matrix, whatever the stage', () => {
  fc.assert(
    fc.property(sizes, ([rows, columns, image, batch, isSoftware]) => {
      const matrix = { rows, columns };
      const stage = { matrix, output: { channels: rows, height: 1, width: image } } as unknown as Convolve;
      const geometry = { isSoftware } as Parameters<typeof runsOf>[2];
      const { count, pixels } = runsOf(stage, batch, geometry);
      expect(pixels % 16).toBe(0);
      expect(count * pixels).toBeGreaterThanOrEqual(batch * image);
      expect((count - 1) * pixels).toBeLessThan(batch * image);
      expect(count === 1 || 4 * count * rows * columns <= 2 ** 25).toBe(true);
      const shape = tileFor(rows, geometry);
      // A thread must load the same block of every panel: shaders/lib/real_tile.wgsl.
      const threads = shape.threadsDown * shape.threadsAcross;
      expect([threads % (2 * shape.threadsDown), threads % (2 * shape.threadsAcross)]).toEqual([0, 0]);
      // Panels of 16 deep, 16 bytes a block of four.
      expect(16 * 16 * 2 * (shape.threadsDown + shape.threadsAcross)).toBeLessThanOrEqual(16384);
      const [down, across] = tileCounts(shape, rows, columns);
      expect(8 * shape.threadsDown * down).toBeGreaterThanOrEqual(rows);
      expect(8 * shape.threadsAcross * across).toBeGreaterThanOrEqual(columns);
    }),
  );
});
