import { expect, it } from 'vitest';
import type { RunInfo } from '../../engine/protocol';
import { CONVOLUTION_PRESETS } from '../../experiment/convolution-presets';
import { ficonnVowels } from '../../experiment/presets';
import type { Experiment } from '../../experiment/schema';
import { compileNetwork } from '../../learning/compile-network';
import { isAffordable } from './affordable';
import { imageShapeOf } from './dataset-names';

function affords(experiment: Experiment, backend: RunInfo['backend']): boolean {
  const plan = compileNetwork(experiment, {
    classes: 10,
    trainSamples: 1000,
    image: imageShapeOf(experiment.task.dataset),
  });
  if (!plan.ok) throw new Error(plan.fault.message);
  return isAffordable(plan.value, { backend, testSamples: 10_000 } as RunInfo);
}

it('knows which networks are quickly evaluated', () => {
  const [mnist, , cifar] = CONVOLUTION_PRESETS;
  if (mnist === undefined || cifar === undefined) throw new Error('expected presets');
  expect(affords({ ...ficonnVowels, modes: 10 }, 'reference')).toBe(true);
  expect(affords(mnist, 'wasm')).toBe(true);
  expect(affords(cifar, 'wasm')).toBe(false);
  expect(affords(cifar, 'webgpu')).toBe(true);
});
