import { beforeEach, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { compilePlan } from '../../learning/compile-plan';
import { chip } from './chip';
import { hasOwnPhases } from './own-phases';

const compiled = compilePlan(ficonnVowels, { trainSamples: 540, classes: 6 });
if (!compiled.ok) throw new Error(compiled.fault.message);
const plan = compiled.value;

beforeEach(() => chip.setPlan(plan));

it('takes phases as the seed drew them, rounded or not, for the seed’s', () => {
  expect(hasOwnPhases()).toBe(false);
  chip.setParameters(plan.initial.map(Math.fround), 0);
  expect(hasOwnPhases()).toBe(false);
});

it('takes others for own ones, at whatever step', () => {
  chip.setParameters(
    plan.initial.map((value, k) => (k === 7 ? value + 0.1 : value)),
    0,
  );
  expect(hasOwnPhases()).toBe(true);
  chip.clear();
  expect(hasOwnPhases()).toBe(false);
});
