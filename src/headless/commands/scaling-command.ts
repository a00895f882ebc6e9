import { Command } from 'commander';
import { mergeSweep } from '../merge';
import { longerSweep, scalingOf } from '../scaling';
import { readSweepFile } from '../sweep-records';
import type { CommonOptions } from './options';
import { printJson, quietOption, wholeFrom } from './options';

interface ScalingCommandOptions extends CommonOptions {
  readonly trials?: number;
}

export const scalingCommand = new Command('scaling')
  .description('what 1 to 128 machines would make of a measured sweep')
  .argument('<files...>', 'what `sweep --out` wrote, of all shards')
  .option('--trials <n>', 'a longer sweep of the same kind: measured times taken again', wholeFrom(1))
  .addOption(quietOption)
  .action(async (files: readonly string[], options: ScalingCommandOptions) => {
    const merged = mergeSweep(await Promise.all(files.map((file) => readSweepFile(file))));
    const measured = [...merged.ranking].sort((a, b) => a.trial - b.trial).map(({ seconds }) => seconds);
    const seconds = options.trials === undefined ? measured : longerSweep(measured, options.trials);
    const points = scalingOf(seconds, merged.startSeconds);
    printJson({
      format: 'photonic-scaling',
      version: 1,
      sweep: merged.sweep,
      simulated: true,
      measuredTrials: measured.length,
      trials: seconds.length,
      startSeconds: merged.startSeconds,
      trialSeconds: seconds.reduce((sum, value) => sum + value, 0),
      points,
    });
    if (options.quiet === true) return;
    const lines = points.map(
      ({ shards, makespan, speedup, efficiency }) =>
        `${String(shards).padStart(6)}  ${makespan.toFixed(2).padStart(10)} s  ${speedup.toFixed(1).padStart(6)}×  ${(100 * efficiency).toFixed(1).padStart(5)} %`,
    );
    process.stderr.write(
      `Simulated on ${measured.length} measured trials${options.trials === undefined ? '' : `, repeated to ${seconds.length}`}.\nshards    makespan   speedup  efficiency\n${lines.join('\n')}\n`,
    );
  });
