import { gzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bytes } from '../../data/bytes';
import { writeCifar } from '../../data/cifar';
import { writeIdxImages, writeIdxLabels } from '../../data/idx';
import { ficonnVowels } from '../../experiment/presets';
import { PhotonicError, toFault } from '../../lib/fault';
import { randomWord, uniform } from '../../lib/rng';
import { ARCHIVE_EXPERIMENT, ARCHIVE_PARAMETERS, writeArchive } from './archive';
import { bytesOf, fileOf, vowelPlan } from './formats.fixture';
import { matrixTensors, parameterTensors } from './network-tensors';
import { writeNpy } from './npy-tensor';
import { writeNpz } from './npz';
import { writePhaseTable } from './phase-table';
import { recognise } from './recognise';
import { parseJson } from './safe-json';
import { writeSafetensors } from './safetensors';
import { ZIP_LIMITS, readZip } from './zip';

const plan = vowelPlan();
const tensors = parameterTensors(plan, plan.initial);
const matrices = matrixTensors(plan, plan.initial);
const [matrix] = matrices;
if (!matrix) throw new Error('expected a matrix');
const experimentText = JSON.stringify(ficonnVowels);
const rows = Array.from({ length: 12 }, (_, i) => `${i},${i * i},${i % 2 === 0 ? 'even' : 'odd'}`);
const plain = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

const SAMPLES: readonly (readonly [name: string, kind: string, bytes: Bytes])[] = [
  ['design.json', 'experiment', bytesOf(experimentText)],
  ['phases.npz', 'parameters', writeNpz(tensors, '{}')],
  ['phases.safetensors', 'parameters', writeSafetensors(tensors, new Map([['seed', '7']]))],
  [
    'phases.csv',
    'parameters',
    bytesOf(
      writePhaseTable(plan, plan.initial, { powerAtPi: 20, resistance: undefined, halfWave: undefined }),
    ),
  ],
  ['matrix.npy', 'matrix', writeNpy(matrix)],
  ['matrix.npz', 'matrix', writeNpz(matrices, '{}')],
  ['matrix.csv', 'matrix', bytesOf('1+2i, -i\n0.5, 3e-2-1j\n')],
  ['matrix.txt', 'matrix', bytesOf('[[1, 0], [0, 1j]]')],
  ['table.csv', 'data', bytesOf(['a,b,class', ...rows].join('\n'))],
  ['images', 'data', writeIdxImages({ count: 2, width: 3, height: 3, pixels: new Uint8Array(18) })],
  ['labels', 'data', writeIdxLabels(Uint8Array.of(1, 2))],
  ['batch.bin', 'data', writeCifar(Uint8Array.of(1, 2), new Uint8Array(2 * 3072))],
  ['labels.gz', 'data', plain(gzipSync(writeIdxLabels(Uint8Array.of(1, 2))))],
  ['design.json.gz', 'experiment', plain(gzipSync(bytesOf(experimentText)))],
  ['picture', 'image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)],
  [
    'work.photonic.zip',
    'archive',
    writeArchive(
      new Map([
        [ARCHIVE_EXPERIMENT, bytesOf(experimentText)],
        [ARCHIVE_PARAMETERS, writeSafetensors(tensors, new Map())],
      ]),
    ),
  ],
];

it.each(SAMPLES)('knows %s by its content', async (_, kind, bytes) => {
  expect((await recognise(fileOf('without-a-name', bytes))).kind).toBe(kind);
});

const faultOf = async (name: string, bytes: Bytes): Promise<string> =>
  recognise(fileOf(name, bytes)).then(
    () => 'none',
    (thrown: unknown) => (thrown instanceof PhotonicError ? thrown.fault.code : `thrown: ${String(thrown)}`),
  );

describe('what is refused', () => {
  it.each([
    ['nothing', bytesOf(''), 'format/empty-file'],
    ['random', Uint8Array.from({ length: 900 }, (_, i) => randomWord(3, 1, i)), 'data/unknown-format'],
    ['strange.json', bytesOf('{"nodes": []}'), 'format/unknown-json'],
    ['cut.json', bytesOf(experimentText.slice(0, 200)), 'format/bad-json'],
    ['deep.json', bytesOf(`{"a":${'['.repeat(100_000)}`), 'format/bad-json'],
    ['modes.json', bytesOf(experimentText.replace('"modes":6', '"modes":0')), 'experiment/modes'],
    ['newer.json', bytesOf(experimentText.replace('"version":2', '"version":9')), 'experiment/newer-version'],
    ['other.zip', plain(zipSync({ 'a.txt': bytesOf('hello') })), 'format/unknown-zip'],
    ['cut.zip', writeNpz(tensors, '{}').slice(0, 1000), 'format/bad-zip'],
    ['ports.csv', bytesOf('name,index,value\nlayers.0.U.theta,1,2\n'), 'format/bad-phases'],
  ] as const)('%s', async (name, bytes, code) => {
    expect(await faultOf(name, bytes)).toBe(code);
  });

  it('a zip that would fill the memory, without unpacking it', () => {
    const bomb = plain(zipSync({ 'a.npy': new Uint8Array(ZIP_LIMITS.unpacked + 1) }, { level: 9 }));
    expect(bomb.length).toBeLessThan(2 ** 20);
    expect(() => readZip(bomb, 'bomb.zip')).toThrow(/more than 256 MB unpacked/);
  });

  it('a zip of very many entries', () => {
    const entries = Object.fromEntries(
      Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, i) => [`${i}.npy`, new Uint8Array()]),
    );
    expect(() => readZip(plain(zipSync(entries)), 'many.zip')).toThrow(/4096 entries/);
  });

  it('an entry that is not as long as it says', () => {
    const zip = plain(zipSync({ 'a.npy': [new Uint8Array(1000), { level: 0 }] }));
    new DataView(zip.buffer).setUint32(22, 999, true);
    expect(() => readZip(zip, 'liar.zip')).toThrow(/not as long as announced/);
  });
});

it('never lets a file reach the prototype of objects', () => {
  const read = parseJson(
    '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "a": 1}',
    'x',
  );
  expect(read).toEqual({ a: 1 });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

describe('damaged files', () => {
  let unexpected: string[] = [];
  beforeAll(() => {
    unexpected = [];
  });

  it('are always a fault or another kind of file, 2,000 of them', async () => {
    const seed = 20;
    for (let trial = 0; trial < 2000; trial++) {
      const sample = SAMPLES[trial % SAMPLES.length];
      if (!sample) continue;
      const [name, , whole] = sample;
      const bytes = mutated(whole, seed, trial);
      const found = await recognise(fileOf(name, bytes)).catch((thrown: unknown) => toFault(thrown));
      if ('code' in found && found.code === 'lib/unexpected')
        unexpected.push(`${name}, trial ${trial}: ${found.cause ?? ''}`);
    }
    expect(unexpected).toEqual([]);
  });
});

/** Bits flipped, bytes cut off, doubled or overwritten. */
function mutated(whole: Bytes, seed: number, trial: number): Bytes {
  const draw = (k: number): number => uniform(seed, trial, k);
  const bytes = whole.slice();
  const changes = 1 + Math.floor(draw(0) * 8);
  for (let k = 1; k <= changes; k++) {
    // Beginnings decide what a file is taken for.
    const reach = draw(100 + k) < 0.5 ? Math.min(128, bytes.length) : bytes.length;
    const at = Math.floor(draw(200 + k) * reach);
    bytes[at] =
      draw(300 + k) < 0.5
        ? Math.floor(draw(400 + k) * 256)
        : (bytes[at] ?? 0) ^ (1 << Math.floor(draw(500 + k) * 8));
  }
  const how = draw(600);
  const cut = Math.floor(draw(700) * bytes.length);
  if (how < 0.3) return bytes.slice(0, cut);
  if (how < 0.4) return bytes.slice(cut);
  if (how > 0.9) return plain(Uint8Array.of(...bytes.subarray(0, 5000), ...bytes.subarray(0, 5000)));
  return bytes;
}
