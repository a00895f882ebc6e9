import { expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import type { Manifest } from '../formats/manifest';
import { summaryOfRun, SUMMARY_POINTS } from '../formats/run-summary';
import { realTensor } from '../formats/tensor';
import { readZip, writeZip } from '../formats/zip';
import type { RunRecord, StoredCurve } from '../store/records';
import { packModel, summaryOf, unpackModel } from './model-archive';

const manifest: Manifest = {
  format: 'photonic-manifest',
  version: 1,
  studio: { version: '1.0.0', commit: null },
  date: '2026-11-01T12:00:00.000Z',
  experiment: { name: ficonnVowels.name, sha256: 'a'.repeat(64), seed: 7 },
  engine: { backend: 'wasm', adapter: 'SIMD' },
  data: null,
  step: 900,
  totalSteps: 1000,
  accuracy: { value: 0.93, kind: 'test' },
};

const record: RunRecord = {
  id: 'r',
  runId: 'e',
  name: '',
  experiment: ficonnVowels,
  trial: undefined,
  state: 'finished',
  interrupted: false,
  page: undefined,
  fault: undefined,
  createdAt: 1,
  updatedAt: 2,
  step: 900,
  totalSteps: 1000,
  backend: 'wasm',
  source: 'real',
  figures: {
    testAccuracy: 0.93,
    testLoss: 0.2,
    trainLoss: Number.NaN,
    trainAccuracy: undefined,
    samplesPerSecond: 1e5,
    chipPasses: 9e5,
    seconds: 3,
  },
  edits: [{ step: 10, path: 'training.learningRate', from: 0.1, to: 0.01 }],
  start: 'seed',
  pinned: false,
  colour: 0,
  tags: [],
  note: '',
};

const length = 2000;
const curve: StoredCurve = {
  id: 'r',
  step: Float64Array.from({ length }, (_, k) => k + 1),
  loss: Float32Array.from({ length }, (_, k) => 1 / (k + 1)),
  accuracy: new Float32Array(length).fill(Number.NaN),
  gradientNorm: new Float32Array(length),
  passes: new Float64Array(length),
  seconds: new Float64Array(length),
  reports: [],
};

const tensors = [realTensor('layers.0.U.theta', [3], Float64Array.of(0.1, -0.2, 3))];

it('brings back what was packed, exactly, and says it in short', () => {
  const run = summaryOfRun(record, curve);
  const bytes = packModel({ experiment: ficonnVowels, tensors, manifest, run });
  const read = unpackModel(bytes, 'm.photonic.zip');
  expect(read.experiment).toEqual(ficonnVowels);
  expect(read.tensors?.[0]?.values).toEqual(tensors[0]?.values);
  expect(read.run).toEqual(run);
  expect(read.run?.figures.trainLoss).toBeNull();
  expect(read.run?.curve?.step).toHaveLength(SUMMARY_POINTS);
  expect(read.run?.curve?.step.at(-1)).toBe(length);
  expect(summaryOf(read)).toMatchObject({
    parameters: 3,
    step: 900,
    accuracy: 0.93,
    backend: 'wasm',
    modes: 6,
  });
});

it('packs the same parts into the same bytes', () => {
  const parts = { experiment: ficonnVowels, tensors, manifest, run: undefined };
  expect(packModel(parts)).toEqual(packModel(parts));
});

it('keeps a design alone', () => {
  const read = unpackModel(
    packModel({ experiment: ficonnVowels, tensors: undefined, manifest, run: undefined }),
    'm',
  );
  expect(read.tensors).toBeUndefined();
  expect(read.run).toBeUndefined();
  expect(summaryOf(read).parameters).toBe(0);
});

const replaced = (name: string, text: string): Uint8Array => {
  const files = new Map<string, Uint8Array>(
    readZip(
      packModel({ experiment: ficonnVowels, tensors, manifest, run: summaryOfRun(record, curve) }),
      'm',
    ),
  );
  files.set(name, new TextEncoder().encode(text));
  return writeZip(files);
};

it.each([
  ['experiment.json', '{"format":"photonic-experiment","modes":-1}', 'experiment/'],
  ['experiment.json', '[', 'format/bad-json'],
  ['parameters.safetensors', 'no tensors', 'format/'],
  ['run.json', '{"format":"photonic-run","version":1}', 'format/bad-run'],
  ['run.json', '{'.repeat(100), 'format/bad-json'],
])('refuses an archive whose %s is %s', (name, text, code) => {
  let thrown: unknown;
  try {
    unpackModel(replaced(name, text), 'm');
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toHaveProperty('fault.code', expect.stringContaining(code));
});

it('refuses a curve whose columns are not equally long', () => {
  const run = summaryOfRun(record, curve);
  const text = JSON.stringify({ ...run, curve: { step: [1, 2], loss: [1], accuracy: [1, 1] } });
  expect(() => unpackModel(replaced('run.json', text), 'm')).toThrow('equally long');
});

it('opens an archive whose manifest is damaged: it carries no weights', () => {
  const read = unpackModel(replaced('manifest.json', '{"step":-4,"accuracy":{"value":7}}'), 'm');
  expect(read.manifest).toMatchObject({ step: 0, accuracy: null });
});

it('refuses what is no archive', () => {
  expect(() => unpackModel(new Uint8Array(100), 'm')).toThrow('cannot be unpacked');
});
