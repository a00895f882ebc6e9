import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Plan } from '../../learning/plan';
import { rectangularMesh } from '../../photonics/mesh';
import { geometryOf } from './geometry';

/** WebGPU's guaranteed workgroup memory and threads per workgroup. */
const WORKGROUP_BYTES = 16384;
const WORKGROUP_THREADS = 256;

function plan(modes: number, layers: number, batchSize: number): Plan {
  const parameterCount = layers * 2 * modes * modes;
  const layer = { mesh: { topology: rectangularMesh(2) } };
  return {
    modes,
    batchSize,
    parameterCount,
    layers: Array.from({ length: layers }, () => layer),
  } as unknown as Plan;
}

it('stays within what every device guarantees and covers the batch, whatever the plan', () => {
  const sizes = fc.tuple(
    fc.integer({ min: 2, max: 512 }),
    fc.integer({ min: 1, max: 8 }),
    fc.integer({ min: 1, max: 8192 }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(sizes, ([modes, layers, batch, software]) => {
      const g = geometryOf(plan(modes, layers, batch), software);
      // Field and cotangent, 8 bytes a lane each.
      expect(2 * 8 * g.backwardLanes * modes).toBeLessThanOrEqual(WORKGROUP_BYTES);
      expect(Math.max(g.meshThreads, g.tileRows * g.tileColumns)).toBeLessThanOrEqual(WORKGROUP_THREADS);
      expect(g.samplesPerSplit % 8).toBe(0);
      expect(g.splits * g.samplesPerSplit).toBeGreaterThanOrEqual(batch);
      expect((g.splits - 1) * g.samplesPerSplit).toBeLessThan(batch);
      expect(g.slots).toBeGreaterThanOrEqual(1);
      expect(g.slots).toBeLessThanOrEqual(Math.ceil(modes / g.backwardLanes));
    }),
  );
});

it('bounds partial results at the largest plan', () => {
  const largest = plan(512, 8, 8192);
  const { splits, slots } = geometryOf(largest, false);
  expect(splits * 8 * 512 * 512 * 8).toBeLessThanOrEqual(2 ** 25);
  expect(slots * 4 * largest.parameterCount).toBeLessThanOrEqual(2 ** 25);
});
