import { expect, it } from 'vitest';
import { liveSettings } from '../../experiment/live-settings';
import { ficonnVowels } from '../../experiment/presets';
import { describeEdit } from './describe-edit';

const before = {
  ...liveSettings(ficonnVowels),
  learningRate: 0.05,
  phaseNoise: 0,
  method: { kind: 'backprop', model: 'chip' },
} as const;
const edit = (after: object) => describeEdit({ step: 7, before, after: { ...before, ...after } });

it('names what changed, and nothing else', () => {
  expect(edit({ learningRate: 0.01 })).toBe('Learning rate 0.05 → 0.01');
  expect(edit({ phaseNoise: 0.1, learningRate: 0.2 })).toBe(
    'Learning rate 0.05 → 0.2, Phase noise 0\u202frad → 0.1\u202frad',
  );
  expect(edit({ method: { kind: 'in-situ', tapNoise: 0.05 } })).toBe(
    'Method backpropagation → in situ, tap noise 0.05',
  );
});

it('has a word for changes that no name tells', () => {
  const spsa = { ...before, method: { kind: 'spsa', amplitude: 0.1 } } as const;
  const after = { ...spsa, method: { kind: 'spsa', amplitude: 0.2 } } as const;
  expect(describeEdit({ step: 7, before: spsa, after })).toBe('Method');
});
