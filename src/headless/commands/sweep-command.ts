import { Command } from 'commander';
import { createNodeEngine } from '../node-engine';
import { progressBar } from '../progress-bar';
import { readExperiment } from '../read-input';
import { openResultFile, resultStream } from '../result-file';
import { readShard, WHOLE } from '../shard';
import { planShard, runTrial } from '../sweep';
import { sweepOf } from '../sweep-plan';
import type { CommonOptions } from './options';
import {
  backendOption,
  changed,
  dataOption,
  engineOptions,
  quietOption,
  threadsOption,
  wholeFrom,
} from './options';

interface SweepCommandOptions extends CommonOptions {
  readonly set: readonly string[];
  readonly random?: number;
  readonly searchSeed: number;
  readonly shard?: string;
  readonly out?: string;
  readonly epochs?: number;
  readonly seed?: number;
}

const gathered = (text: string, before: readonly string[]): readonly string[] => [...before, text];

export const sweepCommand = new Command('sweep')
  .description('trains an experiment with many settings; prints a line of JSON a trial')
  .argument('<link-or-file>', 'a link of the studio, an exported file, or a preset’s name')
  .option('--set <path=values>', 'a setting and its values; may be repeated', gathered, [])
  .option('--random <n>', 'so many combinations drawn at random instead of all', wholeFrom(1))
  .option('--search-seed <n>', 'what --random draws by', wholeFrom(0), 1)
  .option('--shard <i/n>', 'only the trials k with k mod n = i − 1')
  .option('--out <file>', 'a file that grows by a line a trial; what it holds is not trained again')
  .option('--epochs <n>', 'passes over the training samples', wholeFrom(1))
  .option('--seed <n>', 'of every trial, unless it is swept', wholeFrom(0))
  .addOption(backendOption)
  .addOption(dataOption)
  .addOption(threadsOption)
  .addOption(quietOption)
  .action(async (given: string, options: SweepCommandOptions) => {
    const shard = options.shard === undefined ? WHOLE : readShard(options.shard);
    const base = changed((await readExperiment(given)).experiment, options);
    const random =
      options.random === undefined ? undefined : { trials: options.random, seed: options.searchSeed };
    const sweep = sweepOf(base, options.set, random, options.backend);
    const engine = createNodeEngine({ ...engineOptions(options), keepsCheckpoints: false });
    const work = await planShard(sweep, shard);
    const results =
      options.out === undefined ? resultStream(work.header) : openResultFile(options.out, work.header);
    const bar = progressBar(`Shard ${work.header.shard}`, options.quiet === true);
    const left = work.trials.filter(({ index }) => !results.done.has(index));
    let failed = 0;
    try {
      for (const [place, trial] of left.entries()) {
        const record = await runTrial(engine, trial, work, options.backend, (step, total) => {
          bar.update(place, left.length, `trial ${trial.index}: ${Math.round((100 * step) / total)} %`);
        });
        results.write(record);
        if (record.fault !== null) failed++;
      }
    } finally {
      bar.stop();
      engine.dispose();
    }
    if (options.quiet !== true)
      process.stderr.write(
        `Shard ${work.header.shard}: ${left.length - failed} of ${left.length} trials trained, ${work.trials.length - left.length} were done before, ${failed} failed.\n`,
      );
    // A trial that is impossible is a result; a shard of nothing else is a failure.
    if (failed > 0 && failed === left.length) process.exitCode = 1;
  });
