import { expect, it } from 'vitest';
import { convPlanOf, imagesFor } from '../conv-conformance.fixture';
import { compileKernels } from '../wasm/compile-kernels';
import { densePlan } from '../wasm/conv-dense-plan';
import { everyCore, prepareConv } from '../wasm/prepare-conv';
import { ConvCrew } from './conv-crew';

const plan = convPlanOf({ stages: [{ pool: 'max' }, {}], batchSize: 32, channels: 3, height: 12, width: 12 });
const data = imagesFor(plan);

/** A crew with all its workers at work, and these. */
async function fullCrew(count: number): Promise<{ crew: ConvCrew; workers: readonly Worker[] }> {
  const workers: Worker[] = [];
  const spawn = (): Worker => {
    const worker = everyCore().spawn() as Worker;
    workers.push(worker);
    return worker;
  };
  const crew = new ConvCrew(await compileKernels(), densePlan(plan), data, { count, spawn, patience: 500 });
  await expect.poll(() => crew.threads, { timeout: 60_000 }).toBe(count);
  return { crew, workers };
}

function someVector(): Float32Array {
  const dense = densePlan(plan);
  const vector = Float32Array.from({ length: dense.length }, (_, i) => Math.sin(i) / 3);
  for (const stage of dense.stages) {
    if (stage.kind !== 'normalise') continue;
    vector.fill(1, stage.varianceOffset, stage.varianceOffset + stage.input.channels);
  }
  return vector;
}

async function answersOf(crew: ConvCrew) {
  crew.load(someVector());
  const { losses, gradients } = await crew.train(5);
  return {
    losses,
    gradients: gradients.map((gradient) => [...gradient]),
    answers: await crew.answer('test', { first: 0, count: 20 }),
  };
}

it('shares memory with its workers', () => {
  expect(globalThis.crossOriginIsolated).toBe(true);
});

it('gives the same bit for bit with 1, 2 and 4 threads', async () => {
  const [one, two, four] = [await fullCrew(1), await fullCrew(2), await fullCrew(4)];
  const wanted = await answersOf(one.crew);
  expect(await answersOf(two.crew)).toEqual(wanted);
  expect(await answersOf(four.crew)).toEqual(wanted);
  for (const { crew } of [one, two, four]) crew.dispose();
});

it('goes on without a worker that was killed', async () => {
  const [one, three] = [await fullCrew(1), await fullCrew(3)];
  const wanted = await answersOf(one.crew);
  three.workers[0]?.terminate();
  expect(await answersOf(three.crew)).toEqual(wanted);
  expect(three.crew.threads).toBe(2);
  for (const { crew } of [one, three]) crew.dispose();
});

it('trains along the same curve with one thread and with all cores', async () => {
  const module = await compileKernels();
  const { spawn } = everyCore();
  const curves: Float32Array[] = [];
  for (const count of [1, 2, 4]) {
    const session = prepareConv(module, plan, data, undefined, { count, spawn });
    await session.step(12);
    curves.push((await session.metrics()).loss);
    session.dispose();
  }
  expect(curves[1]).toEqual(curves[0]);
  expect(curves[2]).toEqual(curves[0]);
});
