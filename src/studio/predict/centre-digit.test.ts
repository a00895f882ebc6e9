import { describe, expect, it } from 'vitest';
import { DIGIT_SIZE, centreDigit } from './centre-digit';

const SIZE = 112;

function drawing(paint: (x: number, y: number) => number): Float64Array {
  return Float64Array.from({ length: SIZE * SIZE }, (_, i) => paint(i % SIZE, Math.floor(i / SIZE)));
}

function massOf(image: Uint8Array): { x: number; y: number; total: number } {
  let [x, y, total] = [0, 0, 0];
  image.forEach((value, i) => {
    x += value * ((i % DIGIT_SIZE) + 0.5);
    y += value * (Math.floor(i / DIGIT_SIZE) + 0.5);
    total += value;
  });
  return { x: x / total, y: y / total, total };
}

describe('centreDigit', () => {
  it('puts the centre of mass in the middle, wherever the drawing was', () => {
    const corner = drawing((x, y) => (x > 4 && x < 30 && y > 60 && y < 100 && (x < 14 || y > 90) ? 255 : 0));
    const image = centreDigit(corner, SIZE);
    if (!image) throw new Error('expected an image');
    const mass = massOf(image);
    expect(Math.abs(mass.x - 14)).toBeLessThanOrEqual(0.51);
    expect(Math.abs(mass.y - 14)).toBeLessThanOrEqual(0.51);
  });

  it('scales the longer side to 20 pixels and keeps the proportions', () => {
    const bar = drawing((x, y) => (x >= 50 && x < 60 && y >= 10 && y < 90 ? 255 : 0));
    const image = centreDigit(bar, SIZE);
    const rows = new Set<number>();
    const columns = new Set<number>();
    image?.forEach((value, i) => {
      if (value > 128) {
        rows.add(Math.floor(i / DIGIT_SIZE));
        columns.add(i % DIGIT_SIZE);
      }
    });
    expect(rows.size).toBe(20);
    expect(columns.size).toBe(3);
  });

  it('is nothing for an empty or almost invisible drawing', () => {
    expect(
      centreDigit(
        drawing(() => 0),
        SIZE,
      ),
    ).toBeUndefined();
    expect(
      centreDigit(
        drawing(() => 5),
        SIZE,
      ),
    ).toBeUndefined();
  });
});
