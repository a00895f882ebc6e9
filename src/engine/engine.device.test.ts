import { afterEach, describe, expect, it } from 'vitest';
import { ficonnVowels } from '../experiment/presets';
import type { Experiment } from '../experiment/schema';
import { toFault } from '../lib/fault';
import type { BackendId } from './backend';
import { createEngineClient } from './client';
import type { EngineClient, Run, RunEvent } from './protocol';
import { curveOf } from './run-loop.fixture';

/** The real worker, end to end, on generated vowels. */
const vowels = (seed: number, epochs = 60): Experiment => ({
  ...ficonnVowels,
  seed,
  task: { ...ficonnVowels.task, source: 'generated' },
  training: { ...ficonnVowels.training, epochs },
});

let engine: EngineClient | undefined;
afterEach(() => {
  engine?.dispose();
});

interface Opened {
  readonly run: Run;
  readonly events: RunEvent[];
  /** The latest such event since `from`, awaited where there is none yet. */
  until(wanted: (event: RunEvent) => boolean, from?: number): Promise<RunEvent>;
  /** Steps, and waits until the events of these steps have arrived too. */
  step(count: number): Promise<void>;
}

async function open(
  experiment: Experiment,
  backend: BackendId | 'auto',
  resume = false,
  signal?: AbortSignal,
): Promise<Opened> {
  engine ??= createEngineClient();
  const events: RunEvent[] = [];
  let wake: () => void = () => undefined;
  const listener = (event: RunEvent) => {
    events.push(event);
    wake();
  };
  const run = await engine.open({ experiment, backend, resume }, listener, signal);
  const until: Opened['until'] = async (wanted, from = 0) => {
    for (;;) {
      const found = events.slice(from).findLast(wanted);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const step = async (count: number) => {
    const from = events.length;
    await run.step(count);
    await until((event) => entered('paused')(event) || entered('finished')(event), from);
  };
  return { run, events, until, step };
}

const entered = (state: string) => (event: RunEvent) => event.kind === 'state' && event.state === state;

describe('engine in its worker', () => {
  it('learns generated vowels with the backend it chose', async () => {
    const { run, events, until } = await open(vowels(1), 'auto');
    expect(run.info).toMatchObject({
      classNames: ficonnVowels.task.classes,
      step: 0,
      stepsPerEpoch: run.info.trainSamples / 108,
    });
    expect(run.info.provenance.source).toBe('generated');
    await run.play();
    await until(entered('finished'));
    const curve = curveOf(events);
    expect(curve).toHaveLength(run.info.totalSteps);
    expect(mean(curve.slice(-20))).toBeLessThan(0.7 * mean(curve.slice(0, 20)));
    const report = events.findLast((event) => event.kind === 'evaluation');
    expect(report?.evaluation.samples).toBe(run.info.testSamples);
    expect(report?.evaluation.accuracy).toBeGreaterThan(0.5);
    await run.dispose();
  });

  it('pauses between calls, steps, edits, resets and repeats the curve', async () => {
    const { run, events, until, step } = await open(vowels(2, 5000), 'wasm');
    await run.play();
    await until((event) => event.kind === 'metrics');
    await run.pause();
    await until(entered('paused'));
    const first = curveOf(events);
    expect(first.length).toBeLessThan(run.info.totalSteps);
    await step(3);
    // Nothing was computed between the pause and these steps.
    expect(curveOf(events)).toHaveLength(first.length + 3);
    const parameters = await until((event) => event.kind === 'parameters');
    if (parameters.kind !== 'parameters') throw new Error('unreachable');
    await run.setParameters(parameters.parameters.map((value) => value + 0.1));
    const [sample] = await run.samples('test', [0]);
    expect(sample?.re).toHaveLength(6);
    const own = await run.encode({ kind: 'table', values: sample?.values ?? {} });
    expect(own.re).toHaveLength(6);
    await run.reset();
    await step(first.length);
    expect(curveOf(events)).toEqual(first);
    await run.dispose();
  });

  it('continues from its checkpoint in a new worker', async () => {
    const whole = await open(vowels(3), 'wasm');
    await whole.step(90);
    const straight = curveOf(whole.events);
    await whole.run.reset();
    await whole.step(60);
    await whole.run.dispose();
    engine?.dispose();
    engine = undefined;

    const { run, events, step } = await open(vowels(3), 'wasm', true);
    expect(run.info.step).toBe(60);
    await step(30);
    expect(curveOf(events)).toEqual(straight);
    await run.reset();
    await run.dispose();
    const fresh = await open(vowels(3), 'wasm', true);
    expect(fresh.run.info.step).toBe(0);
    await fresh.run.dispose();
  });

  it.each(['wasm', 'webgpu'] as const)('survives a lost device on the same curve: %s', async (backend) => {
    const { run, events, step } = await open(vowels(4), backend);
    await step(40);
    const straight = curveOf(events);
    await run.reset();
    await step(15);
    await run.loseDevice();
    await step(25);
    expect(curveOf(events)).toEqual(straight);
    expect(events.filter((event) => event.kind === 'notice')).toHaveLength(1);
    await run.dispose();
  });

  it.each(['wasm', 'webgpu'] as const)('gives the same curve at any pace: %s', async (backend) => {
    const { run, events, step } = await open(vowels(10), backend);
    await step(24);
    const straight = curveOf(events);
    await run.reset();
    await run.setPace(40);
    const from = events.length;
    const start = performance.now();
    await step(24);
    // The last of 24 steps begins 23/40 s after the first.
    expect(performance.now() - start).toBeGreaterThan(550);
    expect(curveOf(events)).toEqual(straight);
    const paced = events.slice(from).filter((event) => event.kind === 'metrics');
    if (backend === 'wasm') expect(paced.some((event) => event.slowed)).toBe(true);
    await expect(run.setPace(0)).rejects.toSatisfy((thrown) => toFault(thrown).code === 'engine/bad-pace');
    await run.reset();
    await run.dispose();
  });

  it('sets a damaged checkpoint aside with a notice', async () => {
    const first = await open(vowels(7), 'wasm');
    await first.step(10);
    await first.run.dispose();
    await overwrite(`${first.run.info.runId}.checkpoint`, new Uint8Array([1, 2, 3]));
    const { run, events } = await open(vowels(7), 'wasm', true);
    expect(run.info.step).toBe(0);
    expect(events.flatMap((event) => (event.kind === 'notice' ? [event.fault.code] : []))).toEqual([
      'engine/checkpoint-damaged',
    ]);
    await run.dispose();
  });

  it('tells of a worker that dies, and opens the run again where it was saved', async () => {
    const workers: Worker[] = [];
    const Original = globalThis.Worker;
    globalThis.Worker = class extends Original {
      constructor(...parts: ConstructorParameters<typeof Worker>) {
        super(...parts);
        workers.push(this);
      }
    };
    engine?.dispose();
    engine = createEngineClient();
    try {
      const { run, events, step } = await open(vowels(8), 'wasm');
      await step(20);
      await expect.poll(() => exists(`${run.info.runId}.checkpoint`)).toBe(true);
      workers[0]?.dispatchEvent(new ErrorEvent('error', { message: 'drill' }));
      await expect(run.play()).rejects.toSatisfy((thrown) => toFault(thrown).code === 'engine/closed');
      expect(events.at(-2)).toMatchObject({
        kind: 'fault',
        fault: { code: 'engine/worker-died', cause: 'drill' },
      });
      expect(events.at(-1)).toMatchObject({ kind: 'state', state: 'failed', step: 20 });
      await run.dispose();
      const again = await open(vowels(8), 'wasm', true);
      expect(workers).toHaveLength(2);
      expect(again.run.info.step).toBe(20);
      await again.run.reset();
      await again.run.dispose();
    } finally {
      globalThis.Worker = Original;
    }
  });

  it('stops at the signal', async () => {
    const controller = new AbortController();
    const { events, until, run } = await open(vowels(9, 5000), 'wasm', false, controller.signal);
    await run.play();
    await until((event) => event.kind === 'metrics');
    controller.abort();
    await until(entered('paused'));
    expect(curveOf(events).length).toBeLessThan(run.info.totalSteps);
    await run.dispose();
  });

  it('answers faults, and an abort, as faults', async () => {
    await expect(open({ ...vowels(5), modes: 3 }, 'wasm')).rejects.toSatisfy(
      (thrown) => toFault(thrown).code !== 'lib/unexpected',
    );
    engine ??= createEngineClient();
    const controller = new AbortController();
    const opening = engine.open(
      { experiment: vowels(6), backend: 'wasm', resume: false },
      () => undefined,
      controller.signal,
    );
    controller.abort();
    await expect(opening).rejects.toSatisfy((thrown) => toFault(thrown).code === 'engine/aborted');
    const { run } = await open(vowels(6), 'wasm');
    await expect(run.samples('test', [1e9])).rejects.toSatisfy(
      (thrown) => toFault(thrown).code === 'engine/no-such-sample',
    );
    await run.dispose();
    await expect(run.play()).rejects.toSatisfy((thrown) => toFault(thrown).code === 'engine/closed');
  });
});

async function checkpoints(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle('checkpoints', { create: true });
}

async function exists(name: string): Promise<boolean> {
  for await (const found of (await checkpoints()).keys()) if (found === name) return true;
  return false;
}

async function overwrite(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const stream = await (await (await checkpoints()).getFileHandle(name)).createWritable();
  await stream.write(bytes);
  await stream.close();
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
