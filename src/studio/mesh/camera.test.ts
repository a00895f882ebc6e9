import { describe, expect, it } from 'vitest';
import { detailOf, fitCamera, keepInView, toChip, toScreen, zoomAt } from './camera';
import type { ChipLayout } from './layout';

const margins = { left: 30, right: 20, top: 10, bottom: 40 };
const chip = (modes: number, width: number): ChipLayout => ({
  modes,
  width,
  sections: [],
  rowsIn: new Int32Array(modes),
  rowsOut: new Int32Array(modes),
  names: [],
});

describe('fitCamera', () => {
  it.each([
    [6, 22],
    [64, 130],
    [256, 1600],
  ])('shows all of a chip with %i modes', (modes, width) => {
    const camera = fitCamera(chip(modes, width), 900, 520, margins);
    const [left, top] = toScreen(camera, 0, 0);
    const [right, bottom] = toScreen(camera, width, modes - 1);
    expect(left).toBeGreaterThanOrEqual(30 - 1e-9);
    expect(right).toBeLessThanOrEqual(880 + 1e-9);
    expect(top).toBeGreaterThanOrEqual(10 - 1e-9);
    expect(bottom).toBeLessThanOrEqual(480 + 1e-9);
  });

  it('keeps a small chip readable on a phone, from its left end', () => {
    const camera = fitCamera(chip(6, 22), 360, 400, margins);
    expect(camera.scaleX).toBeGreaterThan(20);
    expect(camera.offsetX).toBe(30);
  });

  it('switches to heat cells when waveguides are closer than 5 px', () => {
    expect(detailOf(fitCamera(chip(6, 22), 900, 520, margins))).toBe('full');
    expect(detailOf(fitCamera(chip(64, 130), 900, 520, margins))).toBe('lines');
    expect(detailOf(fitCamera(chip(256, 1600), 900, 520, margins))).toBe('heat');
  });
});

describe('zoomAt', () => {
  const fitted = fitCamera(chip(6, 22), 900, 520, margins);

  it('keeps the point under the pointer', () => {
    const before = toChip(fitted, 300, 200);
    const zoomed = zoomAt(fitted, fitted, 2.5, 300, 200);
    const after = toChip(zoomed, 300, 200);
    expect(after[0]).toBeCloseTo(before[0], 9);
    expect(after[1]).toBeCloseTo(before[1], 9);
  });

  it('stops at its limits', () => {
    expect(zoomAt(fitted, fitted, 1e6, 0, 0).scaleX).toBeCloseTo(200, 9);
    expect(zoomAt(fitted, fitted, 1e-6, 0, 0).scaleX / fitted.scaleX).toBeCloseTo(0.5, 9);
  });
});

describe('keepInView', () => {
  it('never lets the chip leave the window', () => {
    const layout = chip(6, 22);
    const fitted = fitCamera(layout, 900, 520, margins);
    const lost = keepInView({ ...fitted, offsetX: 1e5, offsetY: -1e5 }, layout, 900, 520);
    expect(lost.offsetX).toBeLessThan(900);
    expect(lost.offsetY + 6 * fitted.scaleY).toBeGreaterThan(0);
  });
});
