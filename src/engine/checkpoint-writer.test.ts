import { expect, it } from 'vitest';
import type { TrainingState } from './backend';
import { CheckpointWriter } from './checkpoint-writer';

const at = (step: number): TrainingState => ({
  step,
  parameters: new Float64Array(1),
  momentum: new Float64Array(1),
  variance: new Float64Array(1),
});

it('writes one at a time, the newest only, and nothing twice', async () => {
  let newest = at(0);
  const written: number[] = [];
  const release: (() => void)[] = [];
  const writer = new CheckpointWriter(
    (state) => {
      written.push(state.step);
      return new Promise((resolve) => release.push(resolve));
    },
    () => newest,
  );
  writer.skip(newest);
  await writer.flush();
  expect(written).toEqual([]);

  newest = at(1);
  writer.once();
  newest = at(2);
  writer.once();
  newest = at(3);
  const flushed = writer.flush();
  expect(written).toEqual([1]);
  release.shift()?.();
  await expect.poll(() => written).toEqual([1, 3]);
  release.shift()?.();
  await flushed;
  await writer.flush();
  expect(written).toEqual([1, 3]);
});
