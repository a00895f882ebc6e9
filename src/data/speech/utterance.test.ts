import { describe, expect, it } from 'vitest';
import { isVoiced, measureUtterance, readFrame, readFrames, valuesOfFrame } from './utterance';
import { synthesise } from './voice.fixture';

const RATE = 48_000;

function vowel(f0: number, f1: number, f2: number, seconds: number): Float64Array {
  const formants = [
    [f1, 70],
    [f2, 100],
    [2600, 140],
    [3600, 200],
    [4500, 250],
  ] as const;
  return synthesise({ f0, formants, seconds, rate: RATE, noise: 0.001 });
}

function after(...parts: readonly Float64Array[]): Float64Array {
  return Float64Array.from(parts.flatMap((part) => [...part]));
}

describe('an utterance', () => {
  const silence = new Float64Array(0.2 * RATE);

  it('is measured over its voiced stretch, as the published table is', () => {
    const measured = measureUtterance(readFrames(after(silence, vowel(120, 600, 1800, 0.4), silence), RATE));
    if (!measured.ok) throw new Error(measured.fault.message);
    const { values } = measured.value;
    expect(values['f0']).toBeCloseTo(120, -0.5);
    for (const [name, expected] of Object.entries({ f1: 600, f2: 1800, f3: 2600, f1_20: 600, f2_80: 1800 }))
      expect(Math.abs((values[name] ?? 0) / expected - 1), name).toBeLessThan(0.04);
    expect(Math.abs((values['dur_ms'] ?? 0) - 400)).toBeLessThan(60);
  });

  it('shows where a diphthong goes', () => {
    const measured = measureUtterance(
      readFrames(after(vowel(120, 500, 1900, 0.25), vowel(120, 350, 2300, 0.25)), RATE),
    );
    if (!measured.ok) throw new Error(measured.fault.message);
    const { values } = measured.value;
    expect(values['f1_20']).toBeGreaterThan((values['f1_80'] ?? 0) + 80);
    expect(values['f2_20']).toBeLessThan((values['f2_80'] ?? 0) - 200);
  });

  it('says why there is nothing to measure', () => {
    const codeOf = (samples: Float64Array): string | undefined => {
      const measured = measureUtterance(readFrames(samples, RATE));
      return measured.ok ? undefined : measured.fault.code;
    };
    expect(codeOf(silence)).toBe('speech/silent');
    expect(codeOf(new Float64Array(10))).toBe('speech/silent');
    const noise = synthesise({ f0: 100, formants: [], seconds: 0.4, rate: RATE, noise: 1e6 });
    expect(codeOf(noise.map((value) => value / 5e6))).toBe('speech/unvoiced');
    expect(codeOf(after(silence, vowel(120, 600, 1800, 0.06), silence))).toBe('speech/short');
  });

  it('reads a held vowel frame by frame', () => {
    const frame = readFrame(vowel(120, 400, 2000, 0.1).subarray(1000, 3200), RATE, 0.05);
    expect(isVoiced(frame)).toBe(true);
    const values = valuesOfFrame(frame);
    expect(values['f1_80']).toBe(values['f1']);
    expect(values['dur_ms']).toBeUndefined();
  });
});
