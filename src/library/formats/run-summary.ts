import * as v from 'valibot';
import type { RunRecord, StoredCurve } from '../store/records';
import { formatFault } from './format-fault';
import { parseJson } from './safe-json';

/** `run.json` of an archive: how the parameters beside it were trained. */
export const ARCHIVE_RUN = 'run.json';

/** Points of the curve: enough for a picture of it, about 10 kB. */
export const SUMMARY_POINTS = 300;
/** Characters; a summary of ours has a tenth of that. */
const MAX_TEXT = 1_000_000;
const MAX_EDITS = 1000;
const MAX_POINTS = 5000;

const text = v.pipe(v.string(), v.maxLength(200));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Undefined is not measured; JSON says null. */
const figure = v.nullable(v.pipe(v.number(), v.finite()));
const column = v.pipe(v.array(figure), v.maxLength(MAX_POINTS));
const plain = v.nullable(v.union([text, v.pipe(v.number(), v.finite()), v.boolean()]));

const schema = v.object({
  format: v.literal('photonic-run'),
  version: v.literal(1),
  name: text,
  backend: text,
  /** Of the samples, e.g. "real" or "generated". */
  source: text,
  start: v.picklist(['seed', 'phases']),
  step: count,
  totalSteps: count,
  /** As in `RunFigures`; accuracies 0 … 1, seconds of computing. */
  figures: v.object({
    testAccuracy: figure,
    testLoss: figure,
    trainLoss: figure,
    trainAccuracy: figure,
    samplesPerSecond: figure,
    chipPasses: figure,
    seconds: figure,
  }),
  edits: v.pipe(
    v.array(v.object({ step: count, path: text, from: plain, to: plain })),
    v.maxLength(MAX_EDITS),
  ),
  /** Columns of equal length. */
  curve: v.nullable(
    v.object({ step: v.pipe(v.array(count), v.maxLength(MAX_POINTS)), loss: column, accuracy: column }),
  ),
});

export type RunSummary = v.InferOutput<typeof schema>;

export function summaryOfRun(run: RunRecord, curve: StoredCurve | undefined): RunSummary {
  const known = (value: number | undefined): number | null =>
    value === undefined || !Number.isFinite(value) ? null : value;
  const { figures } = run;
  return {
    format: 'photonic-run',
    version: 1,
    name: (run.name === '' ? run.experiment.name : run.name).slice(0, 200),
    backend: run.backend.slice(0, 200),
    source: run.source,
    start: run.start,
    step: run.step,
    totalSteps: run.totalSteps,
    figures: {
      testAccuracy: known(figures.testAccuracy),
      testLoss: known(figures.testLoss),
      trainLoss: known(figures.trainLoss),
      trainAccuracy: known(figures.trainAccuracy),
      samplesPerSecond: known(figures.samplesPerSecond),
      chipPasses: known(figures.chipPasses),
      seconds: known(figures.seconds),
    },
    edits: run.edits.slice(-MAX_EDITS).map(({ step, path, from, to }) => ({
      step,
      path: path.slice(0, 200),
      from: plainOf(from),
      to: plainOf(to),
    })),
    curve: curve === undefined ? null : thinned(curve),
  };
}

function plainOf(value: unknown): string | number | boolean | null {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  if (typeof value === 'string') return value.slice(0, 200);
  return value === undefined || value === null ? null : JSON.stringify(value).slice(0, 200);
}

/** Evenly spread points, the first and the last among them, six digits each. */
function thinned({ step, loss, accuracy }: StoredCurve): RunSummary['curve'] {
  const points = Math.min(step.length, SUMMARY_POINTS);
  const at = Array.from({ length: points }, (_, k) =>
    points === 1 ? 0 : Math.round((k * (step.length - 1)) / (points - 1)),
  );
  const short = (values: Float32Array): (number | null)[] =>
    at.map((index) => {
      const value = values[index];
      return value === undefined || !Number.isFinite(value) ? null : Number(value.toPrecision(6));
    });
  return { step: at.map((index) => step[index] ?? 0), loss: short(loss), accuracy: short(accuracy) };
}

export function runSummaryText(summary: RunSummary): string {
  return `${JSON.stringify(summary)}\n`;
}

/** Reads a summary from outside. Throws `format/bad-json` or `format/bad-run`. */
export function readRunSummary(bytes: Uint8Array, name: string): RunSummary {
  if (bytes.length > MAX_TEXT) throw badRun(name, 'it is too long');
  const read = v.safeParse(schema, parseJson(new TextDecoder().decode(bytes), name));
  if (!read.success) {
    const [issue] = read.issues;
    throw badRun(name, `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
  }
  const { curve } = read.output;
  if (
    curve !== null &&
    (curve.loss.length !== curve.step.length || curve.accuracy.length !== curve.step.length)
  )
    throw badRun(name, 'the columns of its curve are not equally long');
  return read.output;
}

function badRun(name: string, what: string) {
  return formatFault(
    'bad-run',
    `${name} is no run summary of the studio: ${what.slice(0, 160)}.`,
    'Export the archive from the studio again.',
    name,
  );
}
