import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { compilePlan } from '../../learning/compile-plan';
import { Chip } from './chip';

const compiled = compilePlan(ficonnVowels, { trainSamples: 540, classes: 6 });
if (!compiled.ok) throw new Error(compiled.fault.message);
const plan = compiled.value;
const fields = { re: Float32Array.of(1, 0.5, -0.2, 0, 0.3, 0.8), im: new Float32Array(6) };

function litChip(): Chip {
  const chip = new Chip(() => Promise.reject(new Error('no convolution')));
  chip.setPlan(plan);
  chip.setFields(fields);
  return chip;
}

describe('Chip', () => {
  it('reads other powers as soon as a phase is turned, without touching the plan', () => {
    const chip = litChip();
    const before = chip.readings()?.share.slice();
    const offset = plan.layers[0]?.mesh.thetaOffset ?? 0;
    chip.edit([{ offset: offset, value: (plan.initial[offset] ?? 0) + 1 }]);
    expect(chip.readings()?.share).not.toEqual(before);
    expect(chip.parameters).not.toBe(plan.initial);
    chip.setParameters(plan.initial);
    expect(chip.readings()?.share).toEqual(before);
  });

  it('ignores parameters and fields of another architecture', () => {
    const chip = litChip();
    chip.setParameters(new Float64Array(3));
    expect(chip.parameters).toBe(plan.initial);
    chip.setFields({ re: new Float32Array(4), im: new Float32Array(4) });
    expect(chip.light()).toBeUndefined();
  });

  it('tells its listeners about every change', () => {
    const chip = litChip();
    const version = chip.version();
    let calls = 0;
    const stop = chip.subscribe(() => calls++);
    chip.edit([{ offset: 0, value: 1 }]);
    stop();
    chip.edit([{ offset: 0, value: 2 }]);
    expect(calls).toBe(1);
    expect(chip.version()).toBe(version + 2);
  });
});
