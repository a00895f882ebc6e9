import { Command } from 'commander';
import type { MergedSweep } from '../merge';
import { mergeSweep } from '../merge';
import { readSweepFile } from '../sweep-records';
import type { CommonOptions } from './options';
import { printJson, quietOption } from './options';

/** Trials of the table on stderr; all are in the JSON. */
const SHOWN = 10;

export const mergeCommand = new Command('merge')
  .description('puts the shards of a sweep together and ranks its trials')
  .argument('<files...>', 'what `sweep --out` wrote, of all shards')
  .addOption(quietOption)
  .action(async (files: readonly string[], options: CommonOptions) => {
    const merged = mergeSweep(await Promise.all(files.map((file) => readSweepFile(file))));
    printJson(merged);
    if (options.quiet !== true) process.stderr.write(tableOf(merged));
  });

function tableOf({ ranking, judge, axes, shards }: MergedSweep): string {
  const percent = (value: number | null): string => (value === null ? '–' : `${(100 * value).toFixed(1)} %`);
  const rows = ranking
    .slice(0, SHOWN)
    .map(({ rank, trial, values, trainLoss, trainAccuracy, testAccuracy, fault }) => [
      rank === null ? '–' : String(rank),
      String(trial),
      ...axes.map(({ path }) => String(values[path] ?? '')),
      fault === null
        ? judge === 'trainLoss'
          ? (trainLoss?.toPrecision(4) ?? '–')
          : percent(trainAccuracy)
        : fault.code,
      percent(testAccuracy),
    ]);
  const head = ['rank', 'trial', ...axes.map(({ path }) => path), judge, 'testAccuracy'];
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const lines = [head, ...rows].map((row) =>
    row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  '),
  );
  return `${lines.join('\n')}\n${ranking.length} trials of ${shards.length} files; ranked by ${judge}, never by the test split.\n`;
}
