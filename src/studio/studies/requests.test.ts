import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { compileNetwork } from '../../learning/compile-network';
import type { Occasion } from './draft';
import { SUGGESTED } from './draft';
import { requestsOf } from './requests';

const image = { channels: 1, height: 8, width: 8 } as const;
const plan = compileNetwork(ficonnVowels, { classes: 6, trainSamples: 540, image });
if (!plan.ok) throw new Error(plan.fault.message);
const subject = {
  experiment: ficonnVowels,
  network: plan.value,
  parameters: plan.value.initial,
  backend: 'auto',
  selection: { layout: undefined, selected: undefined },
} as const;
const occasion: Occasion = { experiment: ficonnVowels, accuracy: 0.96, testSamples: 294 };

describe('requests of a study', () => {
  it('are two for dies before and after correction, on a chip with the flaws that were asked for', () => {
    const asked = requestsOf({ ...SUGGESTED['monte-carlo'](occasion), splitterError: 0.03 }, subject);
    if (!asked.ok) throw new Error(asked.fault.message);
    expect(asked.value.map(({ label }) => label)).toEqual(['As made', 'Corrected']);
    for (const [index, { request }] of asked.value.entries()) {
      if (request.kind !== 'monte-carlo') throw new Error('another study');
      expect(request.corrected).toBe(index === 1);
      expect(request.experiment.hardware).toMatchObject({ splitterError: 0.03, phaseError: 0.01 });
      expect(request).toMatchObject({ dies: 100, samples: 294, scope: { kind: 'all' } });
    }
  });

  it('name the place where nothing is selected', () => {
    const settings = { ...SUGGESTED.yield(occasion), scope: { kind: 'selected' } } as const;
    expect(requestsOf(settings, subject)).toMatchObject({ ok: false, fault: { where: 'scope' } });
  });

  it.each(['yield', 'sensitivity', 'methods', 'paper'] as const)('are one for %s', (kind) => {
    const asked = requestsOf(SUGGESTED[kind](occasion), subject);
    expect(asked.ok && asked.value.map(({ request }) => request.kind)).toEqual([kind]);
  });
});

it('suggests a good die that loses at most five points, and a second method to compare with', () => {
  expect(SUGGESTED.yield(occasion).threshold).toBe(0.91);
  expect(SUGGESTED.methods(occasion).methods.map(({ method }) => method.kind)).toEqual(['backprop', 'spsa']);
});
