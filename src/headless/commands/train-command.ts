import { Command } from 'commander';
import { originOf } from '../machine';
import { checkModelName, writeModel } from '../model-file';
import { createNodeEngine, createNodeParts } from '../node-engine';
import { progressBar } from '../progress-bar';
import { readExperiment } from '../read-input';
import { train } from '../train';
import { openOnly } from '../trained-network';
import type { CommonOptions } from './options';
import {
  backendOption,
  changed,
  dataOption,
  engineOptions,
  noticesTo,
  printJson,
  quietOption,
  threadsOption,
  wholeFrom,
} from './options';

interface TrainCommandOptions extends CommonOptions {
  readonly epochs?: number;
  readonly seed?: number;
  readonly out?: string;
  readonly resume?: boolean;
}

export const trainCommand = new Command('train')
  .description('trains an experiment and prints its curve and test figures')
  .argument('<link-or-file>', 'a link of the studio, an exported file, or a preset’s name')
  .option('--epochs <n>', 'passes over the training samples', wholeFrom(1))
  .option('--seed <n>', 'initial phases, split and order of the samples', wholeFrom(0))
  .option('--out <file>', 'also writes the trained network: .photonic.zip or .safetensors')
  .option('--resume', 'goes on at the checkpoint of this experiment')
  .addOption(backendOption)
  .addOption(dataOption)
  .addOption(threadsOption)
  .addOption(quietOption)
  .action(async (given: string, options: TrainCommandOptions) => {
    if (options.out !== undefined) checkModelName(options.out);
    const input = await readExperiment(given);
    const experiment = changed(input.experiment, options);
    const bar = progressBar('Training', options.quiet === true);
    const engine = createNodeEngine(engineOptions(options));
    const stop = new AbortController();
    process.once('SIGINT', () => {
      stop.abort();
    });
    try {
      const trained = await train(engine, {
        experiment,
        backend: options.backend,
        resume: options.resume === true,
        signal: stop.signal,
        onProgress: (step, total, loss) => {
          bar.update(step, total, `loss ${loss.toPrecision(3)}`);
        },
      });
      bar.stop();
      const notice = noticesTo(options);
      for (const fault of trained.notices) notice(fault);
      const origin = originOf();
      if (options.out !== undefined) {
        const parts = createNodeParts({ ...engineOptions(options), keepsCheckpoints: false });
        const { plan } = await openOnly({ ...input, experiment }, parts, notice);
        await writeModel(options.out, experiment, plan, trained, origin);
      }
      const { info, test } = trained;
      const steps = info.totalSteps - info.step;
      printJson({
        format: 'photonic-training',
        version: 1,
        experiment: experiment.name,
        seed: experiment.seed,
        run: info.runId,
        backend: trained.backend,
        data: info.provenance,
        samples: { train: info.trainSamples, test: info.testSamples },
        parameters: info.parameterCount,
        steps: info.totalSteps,
        epochs: experiment.training.epochs,
        seconds: { open: trained.openSeconds, train: trained.trainSeconds },
        samplesPerSecond: (steps * experiment.training.batchSize) / trained.trainSeconds,
        test: { accuracy: test.accuracy, loss: test.loss, samples: test.samples },
        curve: { loss: [...trained.loss], accuracy: [...trained.accuracy] },
        ...(options.out === undefined ? {} : { out: options.out }),
        origin,
      });
    } finally {
      bar.stop();
      engine.dispose();
    }
  });
