import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINK_PHASE_ERROR, decodePhases, encodePhases } from './link-phases';

const FULL = 4 * Math.PI;

/** Distance of two angles that mean the same 4π apart. */
function apart(a: number, b: number): number {
  const turn = (((a - b) % FULL) + FULL) % FULL;
  return Math.min(turn, FULL - turn);
}

const phases = fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { maxLength: 300 });

describe('phases in a link', () => {
  it('come back within the stated error, in their order, with their step', async () => {
    await fc.assert(
      fc.asyncProperty(phases, fc.nat(0xffffffff), async (values, step) => {
        const result = await decodePhases(
          await encodePhases({ parameters: Float64Array.from(values), step }),
        );
        expect(result.ok).toBe(true);
        if (!result.ok) return;
        expect(result.value.step).toBe(step);
        expect(result.value.parameters).toHaveLength(values.length);
        values.forEach((value, k) => {
          const got = result.value.parameters[k] ?? Number.NaN;
          expect(apart(got, value)).toBeLessThanOrEqual(LINK_PHASE_ERROR * (1 + 1e-9));
        });
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it('stay inside the range that training was held to', async () => {
    const parameters = Float64Array.from({ length: 500 }, (_, k) => 0.2 + (k / 499) * (Math.PI - 0.4));
    const result = await decodePhases(await encodePhases({ parameters, step: 1 }));
    if (!result.ok) throw new Error(result.fault.message);
    for (const value of result.value.parameters) {
      expect(value).toBeGreaterThanOrEqual(0.2);
      expect(value).toBeLessThanOrEqual(Math.PI - 0.2 + LINK_PHASE_ERROR);
    }
  });

  it('take two bytes each', async () => {
    const parameters = Float64Array.from({ length: 2592 }, (_, k) => (k * 2.399963) % FULL);
    expect((await encodePhases({ parameters, step: 9 })).length).toBeLessThan((4 / 3) * (2 * 2592 + 40));
  });

  it('refuse what is broken with a fault, and never throw', async () => {
    const whole = await encodePhases({ parameters: Float64Array.of(1, 2, 3), step: 5 });
    for (const text of ['', '%', whole.slice(0, -3), `${whole.slice(0, 4)}AAAA`, 'A'.repeat(40_000)]) {
      const result = await decodePhases(text);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.fault.code).toBe('experiment/broken-link-phases');
    }
  });
});
