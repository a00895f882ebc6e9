import * as v from 'valibot';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';

/** Results of the benchmark as they are stored and passed on; every field stands in docs/formats.md. */

/** Grows when a field changes its meaning. */
export const RESULTS_SCHEMA = 1;
/** Rows and characters of a file that somebody else may have written. */
const MOST_ROWS = 500;
const MOST_CHARACTERS = 1_000_000;

const text = (characters: number) => v.pipe(v.string(), v.maxLength(characters));
const figure = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const quartiles = v.tuple([figure, figure]);

const goal = v.object({ kind: v.picklist(['at-least', 'at-most']), value: figure });
const calibration = v.object({
  value: v.pipe(
    figure,
    v.check((value) => value > 0),
  ),
  quartiles,
  repetitions: count,
});
const row = v.object({
  id: v.pipe(text(100), v.regex(/^[\w.-]+$/)),
  value: v.nullable(figure),
  unit: text(40),
  quartiles: v.nullable(quartiles),
  repetitions: count,
  goal: v.nullable(goal),
  pass: v.boolean(),
  calibration: v.nullable(calibration),
  relative: v.nullable(
    v.object({
      value: v.pipe(
        figure,
        v.check((value) => value > 0),
      ),
      quartiles,
    }),
  ),
  detail: text(4000),
});
const machine = v.object({
  cpu: text(200),
  cores: count,
  memoryGiB: v.nullable(figure),
  system: text(200),
  browser: text(300),
  adapter: text(200),
});
const results = v.object({
  schema: v.literal(RESULTS_SCHEMA),
  date: v.pipe(v.string(), v.isoTimestamp()),
  commit: text(100),
  machine,
  rows: v.pipe(v.array(row), v.maxLength(MOST_ROWS)),
});

export type ResultGoal = Readonly<v.InferOutput<typeof goal>>;
export type ResultRow = Readonly<v.InferOutput<typeof row>>;
export type Machine = Readonly<v.InferOutput<typeof machine>>;
export type BenchResults = Readonly<v.InferOutput<typeof results>>;

/** Results of a file or a link; every way they can be wrong is an explained fault. */
export function parseResults(json: string, where = 'results'): Result<BenchResults> {
  const broken = (why: string): Result<BenchResults> =>
    fail({
      code: 'bench/broken-results',
      message: `These benchmark results cannot be read: ${why}.`,
      fix: 'Choose a file that npm run bench or the Benchmarks page has written. Your own results are untouched.',
      where,
    });
  if (json.length > MOST_CHARACTERS) return broken('they are too long');
  let candidate: unknown;
  try {
    candidate = JSON.parse(json);
  } catch {
    return broken('they are not JSON');
  }
  return checkResults(candidate, broken);
}

function checkResults(
  candidate: unknown,
  broken: (why: string) => Result<BenchResults>,
): Result<BenchResults> {
  const checked = v.safeParse(results, candidate);
  if (!checked.success) {
    const [issue] = checked.issues;
    return broken(`${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`);
  }
  const ids = new Set(checked.output.rows.map(({ id }) => id));
  return ids.size === checked.output.rows.length ? ok(checked.output) : broken('a row is there twice');
}
