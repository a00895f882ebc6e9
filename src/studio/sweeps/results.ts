import type { StoredSweep, SweepValue } from '../../library/store/sweep-record';
import type { Judge } from '../../library/sweeps/judge';
import { plainNumber } from '../format/si';
import { meanAndSpread } from '../runs/list-rows';
import type { ExportTable } from '../runs/table-export';
import { settingText } from '../runs/settings';
import { sweepsWords } from '../words/sweeps';
import { settingWords } from './sweepable';
import type { TrialRow } from './trial-rows';

/** The finished trial that learnt its training samples best. */
export function bestTrial(rows: readonly TrialRow[], judge: Judge): TrialRow | undefined {
  const sign = judge === 'trainLoss' ? 1 : -1;
  let best: TrialRow | undefined;
  for (const row of rows) {
    const [value, other] = [row[judge], best?.[judge]];
    if (row.state !== 'finished' || value === undefined || !Number.isFinite(value)) continue;
    if (other === undefined || sign * value < sign * other) best = row;
  }
  return best;
}

/** All measured trials with one value of a setting. */
export interface Effect {
  readonly value: SweepValue;
  readonly accuracies: readonly number[];
  readonly mean: number;
  /** Standard deviation of the sample; undefined for one trial. */
  readonly spread: number | undefined;
}

export function effectsOf(
  axis: number,
  values: readonly SweepValue[],
  rows: readonly TrialRow[],
): readonly Effect[] {
  return values.flatMap((value): Effect[] => {
    const accuracies = measured(rows.filter((row) => row.values[axis] === value));
    const known = meanAndSpread(accuracies);
    return known === undefined ? [] : [{ value, accuracies, mean: known.mean, spread: known.spread }];
  });
}

export function measured(rows: readonly TrialRow[]): readonly number[] {
  return rows.flatMap(({ accuracy }) => (accuracy === undefined ? [] : [accuracy]));
}

/** [value down][value across] the mean accuracy, or undefined where nothing has been measured. */
export function heatOf(
  sweep: Pick<StoredSweep, 'axes'>,
  [across, down]: readonly [number, number],
  rows: readonly TrialRow[],
): readonly (readonly (number | undefined)[])[] {
  const [xs, ys] = [sweep.axes[across]?.values ?? [], sweep.axes[down]?.values ?? []];
  return ys.map((y) =>
    xs.map((x) => {
      const cell = rows.filter(({ values }) => values[across] === x && values[down] === y);
      return meanAndSpread(measured(cell))?.mean;
    }),
  );
}

/** A value as people read it. */
export function valueText(path: string, value: SweepValue | undefined): string {
  return settingText(value, path.replace('.*.', '.0.'));
}

/** "Learning rate 0.01, Seed 3" */
export function valuesText({ axes }: Pick<StoredSweep, 'axes'>, row: Pick<TrialRow, 'values'>): string {
  return axes
    .map(({ path }, axis) => `${settingWords(path).name} ${valueText(path, row.values[axis])}`)
    .join(', ');
}

/** Trials or dies for a paper or a spreadsheet; numbers as measured, without rounding. */
export function sweepTable(sweep: StoredSweep, rows: readonly TrialRow[]): ExportTable {
  const { table } = sweepsWords;
  const isDies = sweep.work.kind === 'dies';
  const number = (value: number | undefined): string =>
    value === undefined ? '' : String(Number(value.toPrecision(7)));
  const measuredHead = (name: string): string => `${name} (${table.measured})`;
  const settings = isDies ? [] : sweep.axes;
  const figures = isDies
    ? [measuredHead(table.accuracy)]
    : [table.accuracy, table.trainLoss, table.trainAccuracy].map(measuredHead);
  const heads = settings.map(({ path }) => {
    const { name, unit } = settingWords(path);
    return unit === undefined ? name : `${name} (${unit})`;
  });
  return {
    heads: [isDies ? table.die : table.trial, ...heads, ...figures, table.state],
    isNumeric: [
      true,
      ...settings.map(({ values }) => values.every((value) => typeof value === 'number')),
      ...figures.map(() => true),
      false,
    ],
    rows: rows.map((row) => [
      isDies ? String(row.values[0]) : String(row.index + 1),
      ...settings.map((_, axis) => {
        const value = row.values[axis];
        return typeof value === 'number' ? plainNumber(value) : String(value);
      }),
      ...(isDies ? [row.accuracy] : [row.accuracy, row.trainLoss, row.trainAccuracy]).map(number),
      sweepsWords.trialStates[row.state],
    ]),
    caption: sweepsWords.exporting(sweep.name),
  };
}
