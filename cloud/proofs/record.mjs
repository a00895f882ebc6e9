import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';

/**
 * What was found, a line for each mutant, so that a check that was interrupted goes on where it stopped. What caught a
 * mutant in an earlier check, of other rules or probes, is only asked first in the next.
 * @typedef {{ print: string, mutant: string, caughtBy?: string }} Line
 */

const folder = new URL('../../.cache/', import.meta.url);
const file = new URL('mutants.jsonl', folder);
const own = new URL('.', import.meta.url);

/**
 * @param {string} rules
 * @param {{ goesOn: boolean }} options `goesOn`: with a check of the same rules and probes that has not come to its end
 */
export async function openRecord(rules, { goesOn }) {
  const print = await printOf(rules);
  const lines = await linesOf();
  const sharp = new Map(lines.flatMap((line) => (line.caughtBy ? [[line.mutant, line.caughtBy]] : [])));
  // What nothing caught is tried again.
  const found = goesOn ? lines.filter((line) => line.print === print && line.caughtBy !== undefined) : [];
  // Forgets what has become of them, keeps what to ask first.
  const forget = async (/** @type {readonly Line[]} */ kept) => {
    const hints = [...sharp].map(([mutant, caughtBy]) => ({ print: '', mutant, caughtBy }));
    await write([...hints, ...kept]);
  };
  await mkdir(folder, { recursive: true });
  await forget(found);
  return {
    sharp: /** @type {ReadonlyMap<string, string>} */ (sharp),
    found: new Map(found.map(({ mutant, caughtBy }) => [mutant, caughtBy])),
    /**
     * @param {string} mutant
     * @param {string | undefined} caughtBy
     */
    add: async (mutant, caughtBy) => {
      sharp.delete(mutant);
      if (caughtBy !== undefined) sharp.set(mutant, caughtBy);
      await appendFile(file, lineOf({ print, mutant, ...(caughtBy !== undefined && { caughtBy }) }));
    },
    /** The next check begins anew. */
    close: () => forget([]),
  };
}

/** @param {Line} line */
function lineOf(line) {
  return `${JSON.stringify(line)}\n`;
}

/** @param {readonly Line[]} lines */
function write(lines) {
  return writeFile(file, lines.map(lineOf).join(''));
}

/** @returns {Promise<Line[]>} */
async function linesOf() {
  const text = await readFile(file, 'utf8').catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  // Whoever interrupts a check may leave half a line behind.
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

/**
 * Of all that decides the outcome.
 * @param {string} rules
 */
async function printOf(rules) {
  const hash = createHash('sha256').update(rules);
  const names = (await readdir(own, { recursive: true })).filter((name) => name.endsWith('.mjs'));
  for (const name of names.sort()) hash.update(await readFile(new URL(name, own)));
  return hash.digest('hex');
}
