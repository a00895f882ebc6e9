import { describe, expect, it } from 'vitest';
import { contrast, luminance, phaseCss, phaseInk, phaseRgb } from './phase-colours';
import type { Rgb } from './phase-colours';

const TURN = 2 * Math.PI;
const steps = Array.from({ length: 256 }, (_, i) => (TURN * (i + 0.5)) / 256);

function distance(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe('phase colours', () => {
  it('are the same after every turn, forwards and backwards', () => {
    for (const angle of steps) {
      expect(phaseCss(angle + 3 * TURN)).toBe(phaseCss(angle));
      expect(phaseCss(angle - 2 * TURN)).toBe(phaseCss(angle));
    }
  });

  it('have no seam: neighbours differ little, also across the full turn', () => {
    for (let i = 0; i < steps.length; i++) {
      const next = steps[(i + 1) % steps.length] ?? 0;
      expect(distance(phaseRgb(steps[i] ?? 0), phaseRgb(next))).toBeLessThan(6);
    }
  });

  it('read in grey: opposite phases 0 and π are light and dark', () => {
    expect(contrast(phaseRgb(0), phaseRgb(Math.PI))).toBeGreaterThan(7);
  });

  it('tell the two quarter turns apart for a red-blind eye, by the blue-yellow difference', () => {
    const [r1, g1, b1] = phaseRgb(Math.PI / 2);
    const [r2, g2, b2] = phaseRgb(1.5 * Math.PI);
    expect(Math.abs(b1 - (r1 + g1) / 2 - (b2 - (r2 + g2) / 2))).toBeGreaterThan(60);
  });

  it('carry a hand that contrasts at least 3:1 with its disc', () => {
    for (const angle of steps) {
      const ink: Rgb = phaseInk(angle) === '#ffffff' ? [255, 255, 255] : [20, 25, 34];
      expect(contrast(phaseRgb(angle), ink)).toBeGreaterThan(3);
    }
  });

  it('survive a phase that is not a number', () => {
    expect(luminance(phaseRgb(Number.NaN))).toBeGreaterThan(0);
  });
});
