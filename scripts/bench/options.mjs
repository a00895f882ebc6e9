import { parseArgs } from 'node:util';
import { globMatcher } from '../glob.mjs';

const usage = `Usage: npm run bench -- [options]
  --only GLOB       rows by name; GLOB knows * and {a,b}
  --quick           a selection that answers within three minutes
  --rounds N        every row N times by turns; the median counts, with its spread
  --json FILE       results as JSON (docs/formats.md); always also in reports/bench.json
  --markdown FILE   results as a Markdown table
  --compare FILE    compares with earlier results; a regression is a failure
  --with FILE       compares these results instead of measuring
  --threshold X     smallest worsening that counts, such as 0.1 for a tenth
  --headless=no     shows the browser`;

/** @typedef {ReturnType<typeof readOptions>} Options */

/** Ends the process with the usage where the arguments are wrong. */
export function readOptions() {
  try {
    return optionsOf(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
}

/**
 * @param {string[]} args
 * @throws {Error} for anything that is not an option, or no value of it
 */
export function optionsOf(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean' },
      rounds: { type: 'string' },
      json: { type: 'string' },
      markdown: { type: 'string' },
      compare: { type: 'string' },
      with: { type: 'string' },
      threshold: { type: 'string' },
      headless: { type: 'string' },
    },
  });
  const rounds = values.rounds === undefined ? 1 : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 100)
    throw new Error('--rounds takes a whole number from 1 to 100.');
  const threshold = values.threshold === undefined ? undefined : Number(values.threshold);
  if (threshold !== undefined && !(threshold > 0 && threshold < 10))
    throw new Error('--threshold takes a number between 0 and 10, such as 0.1.');
  if (values.with !== undefined && values.compare === undefined)
    throw new Error('--with needs --compare with the earlier results.');
  return {
    matches: globMatcher(values.only ?? '*'),
    isQuick: values.quick === true,
    rounds,
    threshold,
    json: values.json,
    markdown: values.markdown,
    compare: values.compare,
    with: values.with,
    headless: values.headless !== 'no',
  };
}
