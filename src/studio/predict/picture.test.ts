import { describe, expect, it } from 'vitest';
import type { Picture } from './picture';
import { convertPicture } from './picture';

const GREY = { width: 28, height: 28, channels: 1 } as const;
const COLOUR = { width: 32, height: 32, channels: 3 } as const;
const AUTO = { invert: 'auto', centre: true } as const;

function picture(
  width: number,
  height: number,
  paint: (x: number, y: number) => readonly [number, number, number, number],
): Picture {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rgba.set(paint(x, y), 4 * (y * width + x));
  return { width, height, rgba };
}

/** A bar of ink on paper. */
function bar(ink: number, paper: number, opacity = 255): Picture {
  return picture(90, 60, (x, y) =>
    x > 20 && x < 30 && y > 10 && y < 50 ? [ink, ink, ink, 255] : [paper, paper, paper, opacity],
  );
}

describe('convertPicture', () => {
  it('turns dark ink on paper, or ink on nothing, into the same bright digit in the middle', () => {
    const dark = convertPicture(bar(20, 240), GREY, AUTO);
    const bright = convertPicture(bar(240, 20), GREY, AUTO);
    const onNothing = convertPicture(bar(0, 0, 0), GREY, AUTO);
    const chalk = convertPicture(bar(255, 255, 0), GREY, AUTO);
    expect(dark?.isInverted).toBe(true);
    expect(bright?.isInverted).toBe(false);
    for (const each of [bright, onNothing, chalk]) expect(each?.pixels).toEqual(dark?.pixels);
    expect(dark?.pixels[14 * 28 + 14]).toBeGreaterThan(200);
    expect(dark?.pixels[0]).toBe(0);
  });

  it('keeps the place of things where centring is off', () => {
    const left = convertPicture(bar(0, 255), GREY, { invert: 'auto', centre: false });
    expect(left?.pixels[14 * 28 + 7]).toBeGreaterThan(200);
    expect(left?.pixels[14 * 28 + 14]).toBe(0);
  });

  it('inverts as told', () => {
    const kept = convertPicture(bar(0, 255), GREY, { invert: 'no', centre: false });
    expect(kept).toBeUndefined();
    expect(convertPicture(bar(255, 0), GREY, { invert: 'yes', centre: false })).toBeUndefined();
  });

  it('finds nothing in an even picture', () => {
    expect(
      convertPicture(
        picture(10, 10, () => [90, 90, 90, 255]),
        GREY,
        AUTO,
      ),
    ).toBeUndefined();
    expect(
      convertPicture(
        picture(1, 1, () => [0, 0, 0, 0]),
        GREY,
        AUTO,
      ),
    ).toBeUndefined();
  });

  it('cuts colours to the middle square', () => {
    const flag = picture(96, 32, (x) =>
      x < 32 ? [255, 0, 0, 255] : x < 64 ? [0, 200, 0, 255] : [0, 0, 255, 255],
    );
    const converted = convertPicture(flag, COLOUR, AUTO);
    expect(converted?.pixels).toHaveLength(3 * 32 * 32);
    expect(converted?.pixels.subarray(0, 1024).every((value) => value === 0)).toBe(true);
    expect(converted?.pixels.subarray(1024, 2048).every((value) => value === 200)).toBe(true);
  });
});
