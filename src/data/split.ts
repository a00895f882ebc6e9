import { STREAM, uniform } from '../lib/rng';
import { dataFault } from './bytes';
import type { RawSplit } from './samples';

/** Share of the groups that train: 90 of Hillenbrand's 139 talkers, as in Bandyopadhyay et al. 2024. */
const TRAIN_SHARE = 0.65;

/**
 * Which rows train and which test, whole groups at a time (all tokens of a talker on one side), drawn
 * anew for every seed. Rows keep their order. Throws `data/too-few-groups` for fewer than two groups.
 */
export function splitByGroup(
  groups: readonly string[],
  seed: number,
): { readonly train: number[]; readonly test: number[] } {
  const names = [...new Set(groups)];
  if (names.length < 2) {
    throw dataFault(
      'too-few-groups',
      `The data has ${names.length} group(s) of samples; training and testing need at least two that share nothing.`,
      'Add rows from other talkers, or remove the group column so that every row counts by itself.',
    );
  }
  for (let last = names.length - 1; last > 0; last--) {
    const other = Math.floor(uniform(seed, STREAM.split, last) * (last + 1));
    [names[last], names[other]] = [names[other] ?? '', names[last] ?? ''];
  }
  const trainCount = Math.min(names.length - 1, Math.max(1, Math.round(names.length * TRAIN_SHARE)));
  const training = new Set(names.slice(0, trainCount));
  const train: number[] = [];
  const test: number[] = [];
  groups.forEach((group, row) => (training.has(group) ? train : test).push(row));
  return { train, test };
}

/** The given rows of a split, copied. */
export function pickRows(split: RawSplit, rows: readonly number[]): RawSplit {
  const labels = Uint8Array.from(rows, (row) => split.labels[row] ?? 0);
  if (split.kind === 'image') {
    const size = split.channels * split.width * split.height;
    const pixels = new Uint8Array(rows.length * size);
    rows.forEach((row, to) => {
      pixels.set(split.pixels.subarray(row * size, (row + 1) * size), to * size);
    });
    return { ...split, count: rows.length, labels, pixels };
  }
  const width = split.columns.length;
  const values = new Float64Array(rows.length * width);
  rows.forEach((row, to) => {
    values.set(split.values.subarray(row * width, (row + 1) * width), to * width);
  });
  return { ...split, count: rows.length, labels, values, groups: rows.map((row) => split.groups[row] ?? '') };
}

/**
 * Keeps the samples of the chosen classes, relabelled in the chosen order; empty means all.
 * Throws `data/unknown-class`, `data/repeated-class` or `data/too-few-classes` (field `task.classes`).
 */
export function pickClasses(
  split: RawSplit,
  classNames: readonly string[],
  chosen: readonly string[],
): RawSplit {
  if (chosen.length === 0) return split;
  const relabelled = new Int16Array(256).fill(-1);
  chosen.forEach((name, index) => {
    const label = classNames.indexOf(name);
    if (label < 0) {
      throw dataFault(
        'unknown-class',
        `The data set has no class "${name}".`,
        `Choose from: ${classNames.join(', ')}.`,
        'task.classes',
      );
    }
    if (relabelled[label] !== -1) {
      throw dataFault(
        'repeated-class',
        `The class "${name}" is chosen twice.`,
        'Choose each class once.',
        'task.classes',
      );
    }
    relabelled[label] = index;
  });
  if (chosen.length < 2) {
    throw dataFault(
      'too-few-classes',
      'There is only one class to tell apart.',
      'Choose at least two classes.',
      'task.classes',
    );
  }
  if (chosen.length === classNames.length && chosen.every((name, index) => name === classNames[index]))
    return split;
  const rows: number[] = [];
  split.labels.forEach((label, row) => {
    if ((relabelled[label] ?? -1) >= 0) rows.push(row);
  });
  const picked = pickRows(split, rows);
  return { ...picked, labels: picked.labels.map((label) => relabelled[label] ?? 0) };
}
