import { dataFault, grouped } from './bytes';
import type { IdxImages, IdxLabels } from './idx';
import type { OwnPart } from './own-files';
import { REGISTRY } from './registry';
import type { Dataset, ImageSplit, RawSplit } from './samples';
import { pickRows, splitByGroup } from './split';

/**
 * The `own` data set from what the user dropped: the last table, else CIFAR-10 batches, else IDX pairs.
 * A file whose name says test or t10k tests; without one, the samples are split by group for each seed.
 * Throws `data/no-own-files`, `data/unmatched-files` or `data/mixed-images`.
 */
export function ownDataset(parts: readonly OwnPart[], seed: number): Dataset {
  const table = parts.findLast((part) => part.kind === 'table');
  if (table?.kind === 'table') {
    return assemble(table.table.classNames, [{ name: table.name, split: table.table.rows }], seed);
  }
  const images = [
    ...parts.flatMap((part) => (part.kind === 'cifar' ? [{ name: part.name, split: part.split }] : [])),
    ...pairs(parts),
  ];
  if (images.length === 0) {
    throw dataFault(
      'no-own-files',
      'There is no file of yours to learn from yet.',
      'Drop a CSV table with a class column, IDX images with their labels, or CIFAR-10 batches into the window.',
      'task.dataset',
    );
  }
  return assemble(imageClasses(parts, images), images, seed);
}

/** CIFAR-10 batches have names for their labels; IDX files have numbers only. */
function imageClasses(parts: readonly OwnPart[], images: readonly Named<ImageSplit>[]): readonly string[] {
  if (parts.some((part) => part.kind === 'cifar')) return REGISTRY.cifar10.classNames;
  const highest = images.reduce((most, { split }) => split.labels.reduce((a, b) => Math.max(a, b), most), 0);
  return Array.from({ length: highest + 1 }, (_, label) => String(label));
}

interface Named<T extends RawSplit = RawSplit> {
  readonly name: string;
  readonly split: T;
}

const isTest = (name: string) => /test|t10k/i.test(name);

function pairs(parts: readonly OwnPart[]): Named<ImageSplit>[] {
  const labels = parts.flatMap((part) => (part.kind === 'labels' ? [part] : []));
  return parts.flatMap((part) => {
    if (part.kind !== 'images') return [];
    const fitting = labels.filter((candidate) => candidate.labels.count === part.images.count);
    const label = fitting.find((candidate) => isTest(candidate.name) === isTest(part.name)) ?? fitting[0];
    if (label === undefined) {
      throw dataFault(
        'unmatched-files',
        `${part.name} has ${grouped(part.images.count)} images, but no label file has as many labels.`,
        'Drop the images and their labels together.',
        part.name,
      );
    }
    return [{ name: part.name, split: joinIdx(part.images, label.labels) }];
  });
}

/** Images and labels of equal count as one split. */
export function joinIdx(images: IdxImages, labels: IdxLabels): ImageSplit {
  const { count, width, height, pixels } = images;
  return { kind: 'image', count, width, height, channels: 1, pixels, labels: labels.labels };
}

function assemble(classNames: readonly string[], sources: readonly Named[], seed: number): Dataset {
  const tests = sources.filter(({ name }) => isTest(name));
  const trains = sources.filter(({ name }) => !isTest(name));
  const fixed = tests.length > 0 && trains.length > 0;
  const whole = join(sources);
  const { train, test } = fixed ? { train: join(trains), test: join(tests) } : splitRows(whole, seed);
  const names = sources.map(({ name }) => name).join(', ');
  const how = fixed ? 'as the files divide them' : 'divided anew for each seed';
  return {
    id: 'own',
    classNames,
    train,
    test,
    provenance: {
      source: 'real',
      text: `Your ${names}: ${grouped(train.count)} training and ${grouped(test.count)} test samples, ${how}`,
      via: 'dropped file',
    },
  };
}

function splitRows(whole: RawSplit, seed: number): { train: RawSplit; test: RawSplit } {
  const groups =
    whole.kind === 'table' ? whole.groups : Array.from({ length: whole.count }, (_, row) => String(row));
  const { train, test } = splitByGroup(groups, seed);
  return { train: pickRows(whole, train), test: pickRows(whole, test) };
}

function join(sources: readonly Named[]): RawSplit {
  const [first, ...rest] = sources;
  if (first === undefined) throw new Error('join needs a source');
  if (first.split.kind === 'table' || rest.length === 0) return first.split;
  const images = sources.flatMap(({ split }) => (split.kind === 'image' ? [split] : []));
  const { width, height, channels } = first.split;
  const odd = sources.find(
    ({ split }) =>
      split.kind !== 'image' ||
      split.width !== width ||
      split.height !== height ||
      split.channels !== channels,
  );
  if (odd !== undefined) {
    throw dataFault(
      'mixed-images',
      `${odd.name} holds images of another size or colour than ${first.name}.`,
      'Drop files of one kind only.',
      odd.name,
    );
  }
  const count = images.reduce((sum, split) => sum + split.count, 0);
  const pixels = new Uint8Array(count * width * height * channels);
  const labels = new Uint8Array(count);
  let at = 0;
  for (const split of images) {
    pixels.set(split.pixels, at * width * height * channels);
    labels.set(split.labels, at);
    at += split.count;
  }
  return { kind: 'image', count, width, height, channels, pixels, labels };
}
