import { expect, it } from 'vitest';
import { IDEAL_HARDWARE } from '../../experiment/defaults';
import type { Hardware } from '../../experiment/schema';
import { openDevice } from './adapter';
import { prepareCoherent } from './coherent';
import { allocatedBytes, layersOf, planOf, syntheticData } from './device.fixture';
import { geometryOf } from './geometry';
import { Gpu } from './gpu';
import { memoryFault, memoryPlan } from './memory-plan';
import { networkLayout } from './network-layout';

const FLAWED: Hardware = {
  ...IDEAL_HARDWARE,
  quantisation: { of: 'phase', bits: 8 },
  crosstalk: { strength: 1, columnPitch: 24, rowPitch: 20, armPitch: 10 },
  drift: 0.1,
  phaseNoise: 0.01,
  splitterNoise: 0.01,
};

it.each([
  { name: 'an ideal chip', hardware: IDEAL_HARDWARE },
  { name: 'a chip with every effect', hardware: FLAWED },
])('predicts the bytes that are then allocated for $name', async ({ hardware }) => {
  const gpu = new Gpu(await openDevice());
  const plan = planOf({ modes: 16, hardware, layers: layersOf(2, 'usv', { kind: 'none' }) }, 200, 3);
  const data = syntheticData(16, 3, 200, 100);
  const geometry = geometryOf(plan, true);
  const sizes = memoryPlan(plan, geometry, networkLayout(plan.layers), data);
  const predicted = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);
  const allocated = await allocatedBytes(gpu, async () => {
    (await prepareCoherent(gpu, plan, data, undefined, geometry)).dispose();
  });
  // Metrics ring, hyperparameters, labels and uniforms are small and fixed.
  expect(allocated).toBeGreaterThanOrEqual(predicted);
  expect(allocated - predicted).toBeLessThan(32768);
  gpu.dispose();
});

it('names the part that does not fit, with sizes', () => {
  const limits = { maxStorageBufferBindingSize: 2 ** 27, maxBufferSize: 2 ** 28 } as GPUSupportedLimits;
  expect(memoryFault({ fields: 2 ** 27 }, limits)).toBeUndefined();
  const tooLarge = memoryFault({ fields: 2 ** 20, 'training samples': 2 ** 27 + 1 }, limits);
  expect(tooLarge?.fault.code).toBe('engine/out-of-memory');
  expect(tooLarge?.message).toContain('training samples need 129 MB');
  const many = Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`part ${i}`, 2 ** 27]));
  expect(memoryFault(many, limits)?.message).toContain('2,176 MB');
});
