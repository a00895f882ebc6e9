import { Command } from 'commander';
import { bench } from '../bench';
import { originOf } from '../machine';
import { createNodeParts } from '../node-engine';
import { progressBar } from '../progress-bar';
import { readExperiment } from '../read-input';
import { openOnly } from '../trained-network';
import type { CommonOptions } from './options';
import {
  dataOption,
  engineOptions,
  noticesTo,
  positive,
  printJson,
  quietOption,
  threadsOption,
} from './options';

interface BenchCommandOptions extends CommonOptions {
  readonly seconds: number;
}

export const benchCommand = new Command('bench')
  .description('measures an experiment on every backend: samples per second, and agreement with f64')
  .argument('<link-or-file>', 'a link of the studio, an exported file, or a preset’s name')
  .option('--seconds <s>', 'time of each figure', positive, 1)
  .addOption(dataOption)
  .addOption(threadsOption)
  .addOption(quietOption)
  .action(async (given: string, options: BenchCommandOptions) => {
    const input = await readExperiment(given);
    const parts = createNodeParts({ ...engineOptions(options), keepsCheckpoints: false });
    const bar = progressBar('Measuring', options.quiet === true);
    try {
      const network = await openOnly(input, parts, noticesTo(options));
      const backends = await bench(network, parts, 1000 * options.seconds, (done, of) => {
        bar.update(done, of, '');
      });
      printJson({
        format: 'photonic-bench-headless',
        version: 1,
        experiment: input.experiment.name,
        seed: input.experiment.seed,
        batchSize: network.plan.batchSize,
        parameters: network.plan.parameterCount,
        data: network.dataset.provenance,
        backends,
        origin: originOf(),
      });
    } finally {
      bar.stop();
    }
  });
