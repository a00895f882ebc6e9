import { expect, it } from 'vitest';
import { openDevice } from './adapter';
import { Buffers } from './buffers';
import { geometryOf } from './geometry';
import { Gpu } from './gpu';
import { createInference } from './inference';
import { memoryFault, memoryPlan } from './memory-plan';
import { networkLayout } from './network-layout';
import { createSessionBuffers } from './session-buffers';
import { layersOf, planOf, syntheticData } from './device.fixture';

it('predicts the bytes that are then allocated', async () => {
  const gpu = new Gpu(await openDevice());
  const plan = planOf({ modes: 16, layers: layersOf(2, 'usv', { kind: 'none' }) }, 200, 3);
  const data = syntheticData(16, 3, 200, 100);
  const geometry = geometryOf(plan, true);
  const layout = networkLayout(plan, geometry);
  const owned = new Buffers(gpu);
  const buffers = createSessionBuffers(owned, plan, geometry, layout, data, undefined);
  await createInference(gpu, owned, plan, geometry, buffers);
  const predicted = Object.values(memoryPlan(plan, geometry, layout, data)).reduce(
    (sum, bytes) => sum + bytes,
    0,
  );
  // Metrics ring, hyperparameters, labels and uniforms are small and fixed.
  expect(owned.bytes).toBeGreaterThanOrEqual(predicted);
  expect(owned.bytes - predicted).toBeLessThan(32768);
  owned.destroy();
  gpu.dispose();
});

it('names the part that does not fit, with sizes', () => {
  const limits = { maxStorageBufferBindingSize: 2 ** 27, maxBufferSize: 2 ** 28 } as GPUSupportedLimits;
  expect(memoryFault({ fields: 2 ** 27 }, limits)).toBeUndefined();
  const tooLarge = memoryFault({ fields: 2 ** 20, 'training samples': 2 ** 27 + 1 }, limits);
  expect(tooLarge?.fault.code).toBe('engine/out-of-memory');
  expect(tooLarge?.message).toContain('training samples need 129 MB');
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`part ${i}`, 2 ** 27]));
  expect(memoryFault(many, limits)?.message).toContain('1,152 MB');
});
