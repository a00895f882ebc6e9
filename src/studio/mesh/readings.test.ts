import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { compilePlan } from '../../learning/compile-plan';
import { batchLoss } from '../../learning/loss';
import { readPorts } from './readings';

const compiled = compilePlan(ficonnVowels, { trainSamples: 540, classes: 6 });
if (!compiled.ok) throw new Error(compiled.fault.message);
const plan = compiled.value;

describe('readPorts', () => {
  it('agrees with the loss the network is trained on', () => {
    const out = {
      re: Float64Array.of(0.1, 0.5, -0.7, 0.2, 0, 0.3),
      im: Float64Array.of(0, 0.2, 0.1, -0.9, 0.05, 0),
    };
    for (const normalise of [true, false]) {
      const readout = { ...plan.readout, normalise };
      const readings = readPorts({ ...plan, readout }, out);
      const { loss, predictions } = batchLoss(readout, 6, out, [3], 1);
      expect(-Math.log(readings.probability[3] ?? 0)).toBeCloseTo(loss, 12);
      expect(readings.answer).toBe(predictions[0]);
    }
  });

  it('shares add up to one, and to nothing in the dark', () => {
    const bright = readPorts(plan, { re: new Float64Array(6).fill(0.4), im: new Float64Array(6) });
    expect(bright.share.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    const dark = readPorts(plan, { re: new Float64Array(6), im: new Float64Array(6) });
    expect([...dark.share]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(dark.probability[0]).toBeCloseTo(1 / 6, 12);
  });
});
