import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RUN_COLOURS } from '../../library/store/runs';
import { RUN_HUES } from './run-palette';

const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');

/** Values of a token: first the dark theme's, then the light one's. */
function surfaces(theme: 'dark' | 'light'): readonly string[] {
  return ['bg', 'panel', 'raised'].map((name) => {
    const found = [...tokens.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))];
    return found[theme === 'dark' ? 0 : 1]![1]!;
  });
}

const channels = (hex: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map(linear);
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

/** What someone without green receptors sees, in linear light (Viénot, Brettel, Mollon 1999). */
function withoutGreen(hex: string): number[] {
  const [red, green, blue] = channels(hex).map(linear);
  const yellow = 0.29275 * red! + 0.70725 * green!;
  return [yellow, -0.02234 * red! + 0.02234 * green! + blue!].map((value) => Math.cbrt(Math.max(0, value)));
}

describe.each(['dark', 'light'] as const)('the %s run palette', (theme) => {
  it('has a hue for every colour, 3 : 1 against every surface', () => {
    expect(RUN_HUES[theme]).toHaveLength(RUN_COLOURS);
    for (const hue of RUN_HUES[theme])
      for (const surface of surfaces(theme))
        expect(contrast(hue, surface), `${hue} on ${surface}`).toBeGreaterThan(3);
  });

  it('keeps the first six apart for the colour-blind', () => {
    const seen = RUN_HUES[theme].slice(0, 6).map(withoutGreen);
    for (const [i, a] of seen.entries())
      for (const b of seen.slice(i + 1))
        expect(Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!)).toBeGreaterThan(0.07);
  });
});
