import { InvalidArgumentError, Option } from 'commander';
import type { BackendId } from '../../engine/backend';
import type { Experiment } from '../../experiment/schema';
import { validateExperiment } from '../../experiment/validate';
import type { Fault } from '../../lib/fault';
import { dataFolder } from '../node-folders';
import { taken } from '../read-input';

/** Options that several commands share. */
export interface CommonOptions {
  readonly backend: BackendId | 'auto';
  readonly data?: string;
  readonly threads?: number;
  readonly quiet?: boolean;
}

export const backendOption = new Option('--backend <id>', 'what computes')
  .choices(['auto', 'webgpu', 'wasm', 'reference'])
  .default('auto');
export const dataOption = new Option('--data <folder>', 'original data sets, else PHOTONIC_DATA_DIR');
export const quietOption = new Option('--quiet', 'no progress and no notices');
export const threadsOption = new Option('--threads <n>', 'threads of convolutional networks').argParser(
  wholeFrom(1),
);

/** Reads a whole number of at least `low`. */
export function wholeFrom(low: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= low && value <= 0xffffffff) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${low}.`);
  };
}

export function positive(text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('It must be a number above zero.');
}

export function engineOptions({ data, threads }: CommonOptions): {
  readonly dataFolder: string | undefined;
  readonly threads?: number;
} {
  return { dataFolder: data ?? dataFolder(), ...(threads === undefined ? {} : { threads }) };
}

/** What was survived, on stderr. */
export function noticesTo({ quiet }: CommonOptions): (fault: Fault) => void {
  return (fault) => {
    if (quiet !== true) process.stderr.write(`${fault.message} ${fault.fix}\n`);
  };
}

/** The experiment with the seed and length of the command line. */
export function changed(
  experiment: Experiment,
  { seed, epochs }: { readonly seed?: number; readonly epochs?: number },
): Experiment {
  if (seed === undefined && epochs === undefined) return experiment;
  return taken(
    validateExperiment({
      ...experiment,
      seed: seed ?? experiment.seed,
      training: { ...experiment.training, epochs: epochs ?? experiment.training.epochs },
    }),
  );
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}
