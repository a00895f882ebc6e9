import { describe, expect, it } from 'vitest';
import { openDataset } from '../data/dataset';
import type { RawSplit } from '../data/samples';
import { ficonnVowels } from '../experiment/presets';
import type { Experiment } from '../experiment/schema';
import { PLAIN_STAGE, convExperiment } from '../learning/convolution/convolution.fixture';
import { PhotonicError } from '../lib/fault';
import { memoryStore } from './checkpoint-store.fixture';
import type { Capabilities, OpenRequest, RunEvent } from './protocol';
import { createReferenceBackend } from './reference/backend';
import type { RunParts } from './run.impl';
import { openRun } from './run.impl';
import { steppedClock } from './run-loop.fixture';

const vowels: Experiment = { ...ficonnVowels, task: { ...ficonnVowels.task, source: 'generated' } };
const chosen: Capabilities = { backends: [], chosen: 'reference', reason: 'It is the only one.' };
const absent = () =>
  Promise.reject(new PhotonicError({ code: 'engine/no-webgpu', message: 'No adapter.', fix: 'none' }));

describe('opening a run', () => {
  it('says what runs where, on which data', async () => {
    const { run, events } = await opened({ experiment: vowels });
    expect(run.info).toMatchObject({
      backend: 'reference',
      backendReason: 'It is the only one.',
      classNames: vowels.task.classes,
      parameterCount: 132,
      stepsPerEpoch: run.info.trainSamples / vowels.training.batchSize,
      step: 0,
    });
    expect(run.info.provenance.source).toBe('generated');
    expect(events[0]).toMatchObject({ kind: 'state', state: 'opening' });
    expect(events.some((event) => event.kind === 'loading' && event.progress.stage === 'encode')).toBe(true);
    expect(events.findLast((event) => event.kind === 'state')).toMatchObject({ state: 'ready', step: 0 });
  });

  it('continues the checkpoint only if asked to, and only with the same data', async () => {
    const store = memoryStore();
    const first = await opened({ experiment: vowels, store });
    await first.run.step(4);
    await first.run.dispose();
    expect((await opened({ experiment: vowels, store })).run.info.step).toBe(0);
    const resumed = await opened({ experiment: { ...vowels, name: 'renamed' }, store, resume: true });
    expect(resumed.run.info).toMatchObject({ step: 4, runId: first.run.info.runId });
    expect((await opened({ experiment: { ...vowels, seed: 8 }, store, resume: true })).run.info.step).toBe(0);
    const otherData: RunParts['openDataset'] = async (task, seed, options) => {
      const dataset = await openDataset(task, seed, options);
      return { ...dataset, train: { ...dataset.train, labels: dataset.train.labels.slice().reverse() } };
    };
    const other = await opened({ experiment: vowels, store, resume: true, openDataset: otherData });
    expect(other.run.info.step).toBe(0);
    expect(other.events.flatMap((event) => (event.kind === 'notice' ? [event.fault.code] : []))).toEqual([
      'engine/checkpoint-foreign',
    ]);
  });

  it('shows samples and encodes measurements like them', async () => {
    const { run } = await opened({ experiment: vowels });
    const [sample] = await run.samples('test', [5]);
    expect(sample).toMatchObject({ index: 5 });
    expect(Object.keys(sample?.values ?? {})).toEqual(expect.arrayContaining(['f0', 'f1', 'f2']));
    const again = await run.encode({ kind: 'table', values: sample?.values ?? {} });
    expect(again.re).toEqual(sample?.re);
    expect(again.im).toEqual(sample?.im);
    await expect(run.samples('train', [-1])).rejects.toMatchObject({
      fault: { code: 'engine/no-such-sample' },
    });
    await expect(run.encode({ kind: 'table', values: { f1: NaN } })).rejects.toBeInstanceOf(PhotonicError);
    const twice = await run.encodeAll([
      { kind: 'table', values: sample?.values ?? {} },
      { kind: 'table', values: sample?.values ?? {} },
    ]);
    expect(twice.re).toEqual(Float32Array.from([...again.re, ...again.re]));
    expect((await run.encodeAll([])).re).toHaveLength(0);
  });

  it('answers every sample of a split as its report does', async () => {
    const { run } = await opened({ experiment: vowels });
    await run.step(20);
    const report = await run.evaluate('test');
    const { labels, answers, confidence, loss } = await run.answers('test');
    expect(answers).toEqual(report.predictions);
    expect(answers.filter((answer, i) => answer === labels[i]).length / answers.length).toBeCloseTo(
      report.accuracy,
      9,
    );
    expect(loss.reduce((sum, value) => sum + value, 0) / loss.length).toBeCloseTo(report.loss, 5);
    expect(confidence.every((value) => value >= 1 / run.info.classNames.length && value <= 1)).toBe(true);
  });

  it('trains, saves and shows images through a convolution', async () => {
    const images: RunParts['openDataset'] = async (task, seed, options) => {
      const dataset = await openDataset(task, seed, options);
      return { ...dataset, train: firstOf(dataset.train, 64), test: firstOf(dataset.test, 16) };
    };
    const store = memoryStore();
    const { run, events } = await opened({ experiment: convolution, openDataset: images, store });
    expect(run.info).toMatchObject({ trainSamples: 64, testSamples: 16, stepsPerEpoch: 4, step: 0 });
    await run.step(3);
    const report = await run.evaluate('test');
    expect(report.samples).toBe(16);
    const [sample] = await run.samples('test', [3]);
    expect(sample?.image).toMatchObject({ width: 28, height: 28, channels: 1 });
    expect(sample?.re).toHaveLength(784);
    if (sample?.image === undefined) throw new Error('unreachable');
    const own = await run.encode({ kind: 'image', ...sample.image });
    expect(own.re).toEqual(sample.re);
    await run.dispose();
    const losses = events.flatMap((event) => (event.kind === 'metrics' ? [...event.loss] : []));
    expect(losses).toHaveLength(3);
    const again = await opened({ experiment: convolution, openDataset: images, store, resume: true });
    expect(again.run.info).toMatchObject({ step: 3, parameterCount: run.info.parameterCount });
    await again.run.dispose();
  });

  it('refuses a table for a convolution, and the other way round', async () => {
    const task = { ...vowels.task, dataset: 'hillenbrand' } as const;
    await expect(opened({ experiment: { ...convolution, task } })).rejects.toMatchObject({
      fault: { code: 'data/wrong-encoder', where: 'task.dataset' },
    });
  });

  it('explains what it refuses', async () => {
    const few: Experiment = {
      ...vowels,
      modes: 4,
      encoder: { kind: 'columns', columns: ['f1'], modulation: 'phase', scale: 1 },
    };
    await expect(opened({ experiment: few })).rejects.toMatchObject({
      fault: { code: 'plan/too-many-classes' },
    });
    await expect(opened({ experiment: vowels, backend: 'webgpu' })).rejects.toMatchObject({
      fault: {
        code: 'engine/backend-unavailable',
        message: expect.stringContaining('No adapter.') as unknown,
      },
    });
  });

  it('runs where it can when the backend of the calibration has gone meanwhile', async () => {
    const capabilities = { ...chosen, chosen: 'webgpu' as const };
    const { run } = await opened({ experiment: vowels, capabilities });
    expect(run.info).toMatchObject({
      backend: 'reference',
      backendReason: expect.stringContaining('No adapter.') as unknown,
    });
  });

  it.each(['before', 'during'])('stops at the signal %s loading', async (when) => {
    const controller = new AbortController();
    if (when === 'before') controller.abort();
    const openData: RunParts['openDataset'] = (task, seed, options) => {
      queueMicrotask(() => {
        controller.abort();
      });
      return openDataset(task, seed, options);
    };
    const opening = opened({ experiment: vowels, openDataset: openData, signal: controller.signal });
    await expect(opening).rejects.toMatchObject({ fault: { code: 'engine/aborted' } });
  });
});

const convolution = convExperiment(
  { stages: [{ ...PLAIN_STAGE, channels: 3, stride: 2, pool: 'max' }], head: 'average' },
  { training: { ...ficonnVowels.training, batchSize: 16, epochs: 2 } },
);

function firstOf(split: RawSplit, count: number): RawSplit {
  if (split.kind !== 'image') return split;
  const size = split.width * split.height * split.channels;
  return {
    ...split,
    count,
    pixels: split.pixels.subarray(0, count * size),
    labels: split.labels.subarray(0, count),
  };
}

interface Wanted extends Partial<OpenRequest>, Partial<Pick<RunParts, 'store' | 'openDataset'>> {
  readonly experiment: Experiment;
  readonly capabilities?: Capabilities;
  readonly signal?: AbortSignal;
}

async function opened({
  experiment,
  backend = 'auto',
  resume = false,
  capabilities = chosen,
  signal,
  ...parts
}: Wanted) {
  const events: RunEvent[] = [];
  const run = await openRun(
    { experiment, backend, resume },
    {
      factories: { webgpu: absent, wasm: absent, reference: () => Promise.resolve(createReferenceBackend()) },
      clock: steppedClock(),
      store: memoryStore(),
      capabilities: () => Promise.resolve(capabilities),
      openDataset,
      files: () => [],
      mirrors: () => false,
      ...parts,
    },
    (event) => events.push(event),
    signal ?? new AbortController().signal,
  );
  return { run, events };
}
