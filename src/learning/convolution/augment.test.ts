import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNMOVED, moveAt, writeMoved } from './augment';

const shape = { channels: 2, height: 3, width: 4 };
const pixels = Uint8Array.from({ length: 24 }, (_, i) => 10 * i);
const mean = [0.1, 0.2];
const deviation = [0.5, 0.25];

function moved(move: { dx: number; dy: number; flip: boolean }): number[] {
  const out = new Float64Array(26);
  writeMoved(shape, pixels, mean, deviation, move, out, 1);
  expect([out[0], out[25]]).toEqual([0, 0]);
  return [...out.subarray(1, 25)];
}

describe('moving an image', () => {
  const still = moved(UNMOVED);

  it('standardises each channel', () => {
    expect(still[5]).toBeCloseTo((50 / 255 - 0.1) / 0.5, 12);
    expect(still[23]).toBeCloseTo((230 / 255 - 0.2) / 0.25, 12);
  });

  it('reads from where it is told, the mean beyond the edges', () => {
    expect(moved({ dx: 1, dy: -1, flip: false }).slice(0, 12)).toEqual([
      ...[0, 0, 0, 0],
      ...[still[1], still[2], still[3], 0],
      ...[still[5], still[6], still[7], 0],
    ]);
  });

  it('mirrors before it shifts', () => {
    expect(moved({ dx: 0, dy: 0, flip: true }).slice(0, 4)).toEqual([3, 2, 1, 0].map((at) => still[at]));
    expect(moved({ dx: 1, dy: 0, flip: true }).slice(0, 4)).toEqual([0, still[3], still[2], still[1]]);
  });
});

describe('the move of a sample', () => {
  it('is the same on every backend', () => {
    const moves = [0, 1, 2, 3, 2 ** 32 + 3].map((position) => moveAt({ shift: 4, flip: true }, 7, position));
    expect(moves).toMatchInlineSnapshot(`
      [
        {
          "dx": -2,
          "dy": -3,
          "flip": false,
        },
        {
          "dx": -4,
          "dy": 3,
          "flip": true,
        },
        {
          "dx": 2,
          "dy": 3,
          "flip": true,
        },
        {
          "dx": -4,
          "dy": -2,
          "flip": true,
        },
        {
          "dx": -4,
          "dy": -2,
          "flip": true,
        },
      ]
    `);
  });

  it('stays within its bounds and takes every value', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.boolean(), fc.nat(), fc.nat(), (shift, flip, seed, position) => {
        const move = moveAt({ shift, flip }, seed, position);
        expect(Math.abs(move.dx)).toBeLessThanOrEqual(shift);
        expect(Math.abs(move.dy)).toBeLessThanOrEqual(shift);
        if (!flip) expect(move.flip).toBe(false);
      }),
    );
    const counts = new Map<string, number>();
    for (let position = 0; position < 5000; position++) {
      const { dx, dy, flip } = moveAt({ shift: 2, flip: true }, 3, position);
      const key = `${dx} ${dy} ${String(flip)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    // 50 equally likely moves; five standard deviations of a count of 100 are 50.
    expect(counts.size).toBe(50);
    for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(50);
  });
});
