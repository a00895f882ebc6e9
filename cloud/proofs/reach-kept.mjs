import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { placeOf } from './coverage.mjs';
import { measureReach } from './reach.mjs';

/**
 * What the probes reach of the same rules is kept between checks: it only decides in which order they are asked.
 * @typedef {import('./probes.mjs').Probe} Probe
 * @typedef {import('./coverage.mjs').Expression} Expression
 * @typedef {{ from: number, to: number, line: number, column: number, text: string }} Place
 * @typedef {object} Kept
 * @property {string} print of the rules
 * @property {Place[]} places
 * @property {Record<string, Record<string, number[]>>} reached by probe, and by the kinds of what came out: places
 */

const folder = new URL('../../.cache/', import.meta.url);
const file = new URL('rules-reach.json', folder);

/**
 * @param {readonly import('./rest.mjs').RestFirestore[]} firestores
 * @param {string} rules
 * @param {readonly Probe[]} probes
 */
export async function reachOf(firestores, rules, probes) {
  const print = createHash('sha256').update(rules).digest('hex');
  const text = await readFile(file, 'utf8').catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  const old = /** @type {Partial<Kept>} */ (JSON.parse(text));
  /** @type {Kept} */
  const kept = { print, places: [], reached: {}, ...(old.print === print && old) };
  const fresh = probes.filter(({ name }) => kept.reached[name] === undefined);
  const { expressions, reached } = await measureReach(firestores, rules, fresh);
  if (reached.size > 0) {
    kept.places = expressions.map(({ from, to, line, column, text: said }) => ({
      from,
      to,
      line,
      column,
      text: said,
    }));
    const indices = new Map(kept.places.map((place, index) => [placeOf(place), index]));
    for (const [{ name }, places] of reached) kept.reached[name] = byKinds(places, indices);
    await mkdir(folder, { recursive: true });
    await writeFile(file, JSON.stringify(kept));
  }
  return read(kept, probes);
}

/**
 * @param {import('./reach.mjs').Reached} places
 * @param {ReadonlyMap<string, number>} indices
 */
function byKinds(places, indices) {
  /** @type {Record<string, number[]>} */
  const found = {};
  for (const [place, kinds] of places) (found[[...kinds].join(' ')] ??= []).push(indices.get(place) ?? 0);
  return found;
}

/**
 * @param {Kept} kept
 * @param {readonly Probe[]} probes
 */
function read({ places, reached: kept }, probes) {
  /** @type {Map<Probe, import('./reach.mjs').Reached>} */
  const reached = new Map();
  /** @type {Expression[]} */
  const expressions = places.map((place) => ({ ...place, values: new Map() }));
  for (const probe of probes) {
    const known = kept[probe.name];
    if (known === undefined) continue;
    /** @type {import('./reach.mjs').Reached} */
    const found = new Map();
    for (const [said, indices] of Object.entries(known)) {
      const kinds = new Set(said.split(' '));
      for (const index of indices) {
        const expression = expressions[index];
        if (expression === undefined) continue;
        found.set(placeOf(expression), kinds);
        for (const kind of kinds) expression.values.set(kind, (expression.values.get(kind) ?? 0) + 1);
      }
    }
    reached.set(probe, found);
  }
  return { expressions, reached };
}
