import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FittedData } from '../data/network-data';
import { openDataset } from '../data/dataset';
import { networkData } from '../data/network-data';
import { ficonnVowels, generatedDigits } from '../experiment/presets';
import type { Experiment } from '../experiment/schema';
import { writeNpy } from '../library/formats/npy-tensor';
import { readSamples } from './read-samples';

let folder: string;
let vowels: FittedData;
let digits: FittedData;

const fittedOf = async ({ task, encoder, modes }: Experiment): Promise<FittedData> =>
  (await networkData(await openDataset({ ...task, source: 'generated' }, 1), encoder, modes)).fitted;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'photonic-samples-'));
  vowels = await fittedOf(ficonnVowels);
  digits = await fittedOf(generatedDigits);
});
afterAll(() => rm(folder, { recursive: true }));

async function read(name: string, content: string | Uint8Array, fitted: FittedData) {
  await writeFile(join(folder, name), content);
  return readSamples(join(folder, name), fitted);
}

it('reads measurements by name and by place, from CSV, JSON and NumPy', async () => {
  if (vowels.kind !== 'columns') throw new Error('Vowels are a table.');
  const names = vowels.columns.map(({ name }) => name);
  const numbers = names.map((_, k) => 100 * (k + 1));
  const values = Object.fromEntries(names.map((name, k) => [name, numbers[k]]));
  const expected = [{ kind: 'table', values }];
  expect(await read('a.csv', `${names.join(',')},vowel\n${numbers.join(',')},iy\n`, vowels)).toEqual(
    expected,
  );
  expect(await read('b.csv', `${numbers.join(',')}\n`, vowels)).toEqual(expected);
  expect(await read('c.json', JSON.stringify([values]), vowels)).toEqual(expected);
  expect(await read('d.json', JSON.stringify({ inputs: [numbers] }), vowels)).toEqual(expected);
  const npy = writeNpy({
    shape: [1, names.length],
    values: Float64Array.from(numbers),
    imaginary: undefined,
  });
  expect(await read('e.npy', npy, vowels)).toEqual(expected);
});

it('reads images', async () => {
  const shape = [2, 28, 28];
  const values = Float64Array.from({ length: 2 * 784 }, (_, k) => k % 256);
  const images = await read('f.npy', writeNpy({ shape, values, imaginary: undefined }), digits);
  expect(images).toMatchObject([{ kind: 'image', width: 28, height: 28, channels: 1 }, { kind: 'image' }]);
});

it.each([
  ['a.csv', '1,2\n', 'numbers where'],
  ['b.json', '[["x"]]', '“x” is no number'],
  ['c.json', '[]', 'no sample'],
  ['d.json', '{"a":1}', 'no list'],
])('refuses %s: %s', async (name, content, reason) => {
  await expect(read(`wrong-${name}`, content, vowels)).rejects.toThrow(reason);
});

it('refuses pixels that are no bytes', async () => {
  await expect(read('g.json', JSON.stringify([Array<number>(784).fill(300)]), digits)).rejects.toThrow(
    '0 to 255',
  );
});
