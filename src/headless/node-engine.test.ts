import { expect, it } from 'vitest';
import { ficonnVowels } from '../experiment/presets';
import type { BackendId } from '../engine/backend';
import type { OpenRequest, RunEvent } from '../engine/protocol';
import { openRun } from '../engine/run.impl';
import { createReferenceBackend } from '../engine/reference/backend';
import { wasmBackend } from '../engine/wasm/backend';
import { compileInNode } from '../engine/wasm/kernels.fixture';
import { createClock } from '../engine/clock';
import { openDataset } from '../data/dataset';
import { createNodeEngine } from './node-engine';
import { memoryCheckpoints } from './kept-files';

const experiment = {
  ...ficonnVowels,
  task: { ...ficonnVowels.task, source: 'generated' },
  training: { ...ficonnVowels.training, epochs: 3 },
} as const;

/** The losses of a whole training, by whoever opens it. */
async function curveOf(
  open: (
    request: OpenRequest,
    listener: (event: RunEvent) => void,
  ) => Promise<{ play(): Promise<void>; dispose(): Promise<void> }>,
  backend: BackendId,
): Promise<readonly number[]> {
  const loss: number[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    const listener = (event: RunEvent): void => {
      if (event.kind === 'metrics') loss.push(...event.loss);
      if (event.kind === 'fault') reject(new Error(event.fault.message));
      if (event.kind === 'state' && event.state === 'finished') resolve();
    };
    void open({ experiment, backend, resume: false }, listener).then(
      (run) =>
        run
          .play()
          .then(() => ended)
          .finally(() => void run.dispose()),
      reject,
    );
  });
  await ended;
  return loss;
}

it.each(['wasm', 'reference'] as const)(
  'trains on %s with the engine’s own curve, bit for bit',
  async (id) => {
    const engine = createNodeEngine({ dataFolder: undefined, cacheFolder: null, mayUseGpu: false });
    const here = await curveOf((request, listener) => engine.open(request, listener), id);
    const module = await compileInNode();
    const backends = {
      webgpu: () => Promise.reject(new Error('none')),
      wasm: () => Promise.resolve(wasmBackend(module, undefined)),
      reference: () => Promise.resolve(createReferenceBackend()),
    };
    const parts = {
      factories: backends,
      clock: createClock(),
      store: memoryCheckpoints(),
      openDataset,
      files: () => [],
      mirrors: () => false,
      capabilities: () => Promise.reject(new Error('not asked')),
    };
    const there = await curveOf(
      (request, listener) => openRun(request, parts, listener, new AbortController().signal),
      id,
    );
    expect(here).toHaveLength(15);
    expect(here).toEqual(there);
  },
);

it('says why there is no graphics device, and trains on another backend', async () => {
  const engine = createNodeEngine({ dataFolder: undefined, cacheFolder: null, mayUseGpu: false });
  const open = (backend: BackendId | 'auto') =>
    engine.open({ experiment, backend, resume: false }, () => undefined);
  await expect(open('webgpu')).rejects.toMatchObject({
    fault: { code: 'engine/backend-unavailable', message: expect.stringContaining('switched off') as string },
  });
  const run = await open('auto');
  expect(run.info.backend).toBe('wasm');
  await run.dispose();
});

it('goes on where a run was left, from the checkpoint on disk', async () => {
  const { mkdtemp, rm } = await import('node:fs/promises');
  const folder = await mkdtemp(`${(await import('node:os')).tmpdir()}/photonic-`);
  try {
    for (const [expected, steps] of [
      [0, 7],
      [7, 1],
    ] as const) {
      const engine = createNodeEngine({ dataFolder: undefined, cacheFolder: folder, mayUseGpu: false });
      const run = await engine.open({ experiment, backend: 'wasm', resume: true }, () => undefined);
      expect(run.info.step).toBe(expected);
      await run.step(steps);
      await run.pause();
      await run.dispose();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
