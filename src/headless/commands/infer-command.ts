import { Command } from 'commander';
import { recogniseBytes } from '../../library/formats/recognise';
import { headlessError } from '../headless-fault';
import { infer } from '../infer';
import { originOf } from '../machine';
import { createNodeParts } from '../node-engine';
import type { GivenExperiment } from '../read-input';
import { readExperiment, readInputFile } from '../read-input';
import type { CommonOptions } from './options';
import {
  backendOption,
  dataOption,
  engineOptions,
  noticesTo,
  printJson,
  quietOption,
  threadsOption,
  wholeFrom,
} from './options';

interface InferCommandOptions extends CommonOptions {
  readonly inputs?: string;
  readonly parameters?: string;
  readonly samples: number;
}

export const inferCommand = new Command('infer')
  .description('prints what a trained network answers')
  .argument('<link-or-file>', 'a link with phases, or a studio archive')
  .option('--inputs <file>', 'samples: CSV, .npy or JSON; without it the test split')
  .option('--parameters <file>', 'trained phases: safetensors, .npz or CSV')
  .option('--samples <n>', 'answers of the test split that are listed', wholeFrom(0), 20)
  .addOption(backendOption)
  .addOption(dataOption)
  .addOption(threadsOption)
  .addOption(quietOption)
  .action(async (given: string, options: InferCommandOptions) => {
    const read = await readExperiment(given);
    const input = options.parameters === undefined ? read : await withParameters(read, options.parameters);
    const parts = createNodeParts({ ...engineOptions(options), keepsCheckpoints: false });
    const inference = await infer(input, parts, {
      backend: options.backend,
      inputs: options.inputs,
      listed: options.samples,
      onNotice: noticesTo(options),
    });
    printJson({
      format: 'photonic-inference',
      version: 1,
      experiment: input.experiment.name,
      ...inference,
      origin: originOf(),
    });
  });

async function withParameters(given: GivenExperiment, path: string): Promise<GivenExperiment> {
  const fix =
    'Give phases that the studio or `train --out` wrote: .safetensors, .npz, CSV or a studio archive.';
  const found = recogniseBytes(await readInputFile(path, fix), path);
  if (found?.kind === 'parameters') return { ...given, tensors: found.tensors };
  if (found?.kind === 'archive' && found.archive.tensors !== undefined)
    return { ...given, tensors: found.archive.tensors };
  throw headlessError('no-parameters', `There are no trained phases in ${path}.`, fix, { where: path });
}
