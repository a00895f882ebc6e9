import * as v from 'valibot';
import type { Experiment } from '../experiment/schema';
import { experimentSchema } from '../experiment/schema';
import { parseJson } from '../library/formats/safe-json';
import type { Origin } from './machine';
import { headlessError } from './headless-fault';
import { readInputFile } from './read-input';
import { axisSchema, planSchema } from './sweep-plan';

/** A file of results is JSON lines: one header, then a line a trial as it ends. */

const text = v.pipe(v.string(), v.maxLength(1000));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const figure = v.nullable(v.pipe(v.number(), v.finite()));
const value = v.union([v.number(), v.string(), v.boolean()]);

const originSchema = v.object({
  machine: v.object({ processor: text, cores: count, memoryBytes: count, system: text, node: text }),
  version: text,
  commit: text,
});

const headerSchema = v.object({
  format: v.literal('photonic-sweep'),
  version: v.literal(1),
  /** SHA-256 of all that the trials follow from: shards of one sweep share it. */
  sweep: v.pipe(v.string(), v.hash(['sha256'])),
  name: text,
  base: experimentSchema,
  axes: v.array(axisSchema),
  plan: planSchema,
  backend: text,
  trials: count,
  shard: v.pipe(v.string(), v.regex(/^\d+\/\d+$/)),
  /** From the start of the process to its first trial, seconds. */
  startSeconds: v.pipe(v.number(), v.minValue(0)),
  origin: originSchema,
});

const trialSchema = v.object({
  format: v.literal('photonic-trial'),
  version: v.literal(1),
  sweep: v.pipe(v.string(), v.hash(['sha256'])),
  /** Counted from 0 over the whole sweep. */
  trial: count,
  values: v.record(v.string(), value),
  seed: v.nullable(count),
  backend: v.nullable(text),
  steps: count,
  /** Wall time of the trial, opening included. */
  seconds: v.pipe(v.number(), v.minValue(0)),
  trainLoss: figure,
  /** 0 … 1 */
  trainAccuracy: figure,
  testLoss: figure,
  testAccuracy: figure,
  /** Why there are no figures. */
  fault: v.nullable(v.object({ code: text, message: text })),
});

export type SweepHeader = Omit<v.InferOutput<typeof headerSchema>, 'base' | 'origin'> & {
  readonly base: Experiment;
  readonly origin: Origin;
};
export type TrialRecord = v.InferOutput<typeof trialSchema>;

/** What one process wrote. */
export interface SweepFile {
  readonly file: string;
  readonly header: SweepHeader;
  readonly trials: readonly TrialRecord[];
}

const FIX = 'Use the files that `npm run headless -- sweep … --out FILE` wrote, whole.';

/**
 * Reads one shard's results.
 * @throws PhotonicError `headless/bad-results` naming file and line
 */
export async function readSweepFile(path: string): Promise<SweepFile> {
  return parseSweepFile(new TextDecoder().decode(await readInputFile(path, FIX)), path);
}

/** @throws PhotonicError as {@link readSweepFile} */
export function parseSweepFile(content: string, path: string): SweepFile {
  const [first, ...rest] = content.split('\n').filter((line) => line.trim() !== '');
  if (first === undefined) throw badResults(path, 1, 'the file is empty');
  const header = lineOf(headerSchema, first, path, 1);
  const trials = rest.map((line, at) => lineOf(trialSchema, line, path, at + 2));
  const stranger = trials.findIndex(({ sweep }) => sweep !== header.sweep);
  if (stranger >= 0) throw badResults(path, stranger + 2, 'the trial belongs to another sweep');
  const outside = trials.findIndex(({ trial }) => trial >= header.trials);
  if (outside >= 0) throw badResults(path, outside + 2, 'the sweep has no such trial');
  return { file: path, header, trials };
}

function lineOf<S extends v.GenericSchema>(
  schema: S,
  line: string,
  path: string,
  at: number,
): v.InferOutput<S> {
  const read = v.safeParse(schema, parseJson(line, `${path}, line ${at}`));
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw badResults(path, at, `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
}

function badResults(path: string, line: number, what: string) {
  return headlessError(
    'bad-results',
    `Line ${line} of ${path} is no result of a sweep: ${what.slice(0, 160)}.`,
    FIX,
    { where: path },
  );
}
