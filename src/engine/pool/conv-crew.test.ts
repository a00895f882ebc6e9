import { afterEach, expect, it, vi } from 'vitest';
import { convPlanOf, imagesFor } from '../conv-conformance.fixture';
import { densePlan } from '../wasm/conv-dense-plan';
import { compileInNode } from '../wasm/kernels.fixture';
import { ConvCrew } from './conv-crew';
import type { ConvOpening, ConvRequest } from './conv-messages';
import { createConvWorker } from './conv-worker.impl';
import type { PoolWorker } from './pool-member';

const plan = convPlanOf({
  stages: [{ pool: 'max' }, {}],
  convolution: { augmentation: { shift: 1, flip: true } },
});
const images = imagesFor(plan);
const dense = densePlan(plan);
const vector = Float32Array.from({ length: dense.length }, (_, i) => Math.sin(i) / 3);
// Every variance is positive.
for (const stage of dense.stages) {
  if (stage.kind === 'normalise')
    vector.fill(1, stage.varianceOffset, stage.varianceOffset + stage.input.channels);
}

type Manner = 'works' | 'silent after the first answer' | 'fails at the first question' | 'never starts';

/** A worker on this thread: messages are copied as between threads, answers come later. */
class WorkerHere implements PoolWorker {
  ended = false;
  asked = 0;
  readonly #manner: Manner;
  readonly #listeners = new Map<string, ((event: Event) => void)[]>();
  #answer: ReturnType<typeof createConvWorker> | undefined;

  constructor(manner: Manner) {
    this.#manner = manner;
  }

  postMessage(message: unknown): void {
    if (this.#answer === undefined) {
      if (this.#manner === 'never starts') return;
      this.#answer = createConvWorker(structuredClone(message) as ConvOpening);
      this.#say('message', { kind: 'ready' });
      return;
    }
    this.asked++;
    if (this.#manner === 'fails at the first question') this.#say('error', undefined);
    if (this.#manner === 'fails at the first question') return;
    if (this.#manner === 'silent after the first answer' && this.asked > 1) return;
    this.#say('message', { kind: 'answer', answer: this.#answer(structuredClone(message) as ConvRequest) });
  }

  terminate(): void {
    this.ended = true;
  }

  addEventListener(type: string, listener: unknown): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener as (event: Event) => void]);
  }

  #say(type: string, data: unknown): void {
    const event = Object.assign(new Event(type), { data });
    queueMicrotask(() => {
      for (const listener of this.#listeners.get(type) ?? []) listener(event);
    });
  }
}

async function crewOf(count: number, manner: Manner): Promise<{ crew: ConvCrew; workers: WorkerHere[] }> {
  const workers: WorkerHere[] = [];
  const spawn = (): PoolWorker => {
    const worker = new WorkerHere(manner);
    workers.push(worker);
    return worker;
  };
  const crew = new ConvCrew(await compileInNode(), dense, images, { count, spawn, patience: 1 });
  await new Promise((resolve) => setTimeout(resolve, 0));
  crew.load(vector);
  return { crew, workers };
}

/** Everything a crew can be asked. */
async function answersOf(crew: ConvCrew) {
  const { losses, gradients } = await crew.train(3);
  const copied = gradients.map((gradient) => gradient.slice());
  const forwardOnly = await crew.losses(4);
  const answers = await crew.answer('test', { first: 2, count: 17 });
  return { losses, gradients: copied, forwardOnly, answers };
}

it.each([2, 3, 4, 9])('gives the same with %i threads as with one', async (count) => {
  const [one, many] = [await crewOf(1, 'works'), await crewOf(count, 'works')];
  expect(one.crew.threads).toBe(1);
  expect(many.crew.threads).toBe(Math.min(count, plan.shards));
  const [wanted, got] = [await answersOf(one.crew), await answersOf(many.crew)];
  expect(got).toEqual(wanted);
  expect(wanted.gradients).toHaveLength(plan.shards);
  expect(wanted.gradients[0]).not.toEqual(wanted.gradients[1]);
  expect(many.workers.every(({ asked }) => asked === 3)).toBe(true);
});

it.each(['silent after the first answer', 'fails at the first question', 'never starts'] as const)(
  'does the work of a worker that %s',
  async (manner) => {
    const [one, many] = [await crewOf(1, 'works'), await crewOf(3, manner)];
    expect(await answersOf(many.crew)).toEqual(await answersOf(one.crew));
    expect(many.crew.threads).toBe(1);
    // Whoever was given up is asked nothing more.
    const asked = many.workers.map((worker) => worker.asked);
    await answersOf(many.crew);
    expect(many.workers.map((worker) => worker.asked)).toEqual(asked);
    if (manner !== 'never starts') expect(many.workers.every(({ ended }) => ended)).toBe(true);
  },
);

it('works where no worker can be started', async () => {
  const spawn = (): PoolWorker => {
    throw new ReferenceError('Worker is not defined');
  };
  const crew = new ConvCrew(await compileInNode(), dense, images, { count: 4, spawn });
  crew.load(vector);
  const one = await crewOf(1, 'works');
  expect(await answersOf(crew)).toEqual(await answersOf(one.crew));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it('shares memory on an isolated page, and gives the same', async () => {
  vi.stubGlobal('crossOriginIsolated', true);
  const { crew } = await crewOf(3, 'works');
  const got = await answersOf(crew);
  vi.unstubAllGlobals();
  expect(crew.threads).toBe(3);
  expect((await crew.train(3)).gradients[0]?.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(got).toEqual(await answersOf((await crewOf(1, 'works')).crew));
});

it('stays alone where there is no memory to share', async () => {
  vi.stubGlobal('crossOriginIsolated', true);
  vi.stubGlobal('SharedArrayBuffer', function refuse() {
    throw new RangeError('Array buffer allocation failed');
  });
  const { crew, workers } = await crewOf(3, 'works');
  expect(workers).toHaveLength(0);
  vi.unstubAllGlobals();
  expect(await answersOf(crew)).toEqual(await answersOf((await crewOf(1, 'works')).crew));
});

it('ends its workers with itself', async () => {
  const { crew, workers } = await crewOf(4, 'works');
  crew.dispose();
  expect(workers.map(({ ended }) => ended)).toEqual([true, true, true]);
  expect(crew.threads).toBe(1);
});
