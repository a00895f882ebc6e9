import * as Comlink from 'comlink';
import { afterEach, expect, it } from 'vitest';
import type { CheckpointStore } from './checkpoint-store';

const workers: Worker[] = [];

/** A store that keeps three checkpoints, in a worker of its own as in a tab of its own. */
function openStore(): Comlink.Remote<CheckpointStore> {
  const worker = new Worker(new URL('./checkpoint-store.fixture.worker.ts', import.meta.url), {
    type: 'module',
  });
  workers.push(worker);
  return Comlink.wrap<CheckpointStore>(worker);
}

const bytes = (value: number) => new Uint8Array(1000).fill(value);

afterEach(async () => {
  const store = openStore();
  for (const name of ['shared', 'a', 'b', 'c', 'd']) await store.remove(name);
  for (const worker of workers.splice(0)) worker.terminate();
});

it('lets two tabs write the same checkpoint at once, and leaves one of them whole', async () => {
  const [one, other] = [openStore(), openStore()];
  const rounds = Array.from({ length: 8 }, (_, k) => k);
  await Promise.all(
    rounds.flatMap((k) => [one.write('shared', bytes(k)), other.write('shared', bytes(100 + k))]),
  );
  const kept = await one.read('shared');
  expect(kept).toHaveLength(1000);
  expect(new Set(kept).size).toBe(1);
});

it('keeps the newest checkpoints only, whatever is written', async () => {
  const store = openStore();
  for (const name of ['a', 'b', 'c', 'a', 'd']) {
    await store.write(name, bytes(1));
    // Files are told apart by the millisecond of their last change.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const found = await Promise.all(['a', 'b', 'c', 'd'].map((name) => store.read(name)));
  expect(found.map((file) => file !== undefined)).toEqual([true, false, true, true]);
});

it('knows nothing of what was removed or never written', async () => {
  const store = openStore();
  await store.write('a', bytes(1));
  await store.remove('a');
  await store.remove('a');
  expect(await store.read('a')).toBeUndefined();
});
