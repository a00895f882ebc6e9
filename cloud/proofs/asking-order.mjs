import { placeOf } from './coverage.mjs';

/**
 * @typedef {import('./mutants.mjs').Mutant} Mutant
 * @typedef {import('./probes.mjs').Probe} Probe
 */

/** So many of what caught others are asked before the place is looked at. */
const tried = 16;

/**
 * All probes, the likeliest to catch a mutant first: what caught it or its neighbours before, then what reaches the
 * change with another value than it has become. The order decides how soon a mutant is caught, never whether.
 * @param {readonly Probe[]} probes
 * @param {readonly import('./coverage.mjs').Expression[]} expressions
 * @param {ReadonlyMap<Probe, import('./reach.mjs').Reached>} reached
 * @param {ReadonlyMap<string, string>} sharp names of what caught mutants, lately the last
 */
export function askingOrder(probes, expressions, reached, sharp) {
  const byName = new Map(probes.map((probe) => [probe.name, probe]));
  /** Where much is false, other reasons refuse as well. */
  const falses = new Map(
    probes.map((probe) => [
      probe,
      [...(reached.get(probe)?.values() ?? [])].filter((kinds) => kinds.has('false')).length,
    ]),
  );
  /** @param {Mutant} mutant */
  return (mutant) => {
    const place = placeAround(mutant, expressions);
    // Nothing comes out, too, while a document is still being fetched.
    const isOther = (/** @type {Set<string>} */ kinds) =>
      !kinds.has(mutant.what) || kinds.size > (kinds.has('nothing') ? 2 : 1);
    const rank = (/** @type {Probe} */ probe) =>
      (fits(mutant, probe) ? 0 : 1000) +
      (mutant.area === '' || mutant.area === probe.area ? 0 : 100) +
      (falses.get(probe) ?? 0);
    // What sends much has no account of what it reaches.
    const mayTell = (/** @type {Probe} */ probe) => {
      const kinds = reached.get(probe)?.get(place);
      return !reached.has(probe) || (kinds !== undefined && isOther(kinds));
    };
    const own = byName.get(sharp.get(mutant.key) ?? '');
    const late = [...new Set([...sharp.values()].reverse())].flatMap((name) => byName.get(name) ?? []);
    return new Set([
      ...(own === undefined ? [] : [own]),
      ...late.filter((probe) => mayTell(probe) && fits(mutant, probe)).slice(0, tried),
      ...probes.filter(mayTell).sort((a, b) => rank(a) - rank(b)),
      ...probes,
    ]);
  };
}

/**
 * What is always true lets more pass, what is never refuses more.
 * @param {Mutant} mutant
 * @param {Probe} probe
 */
function fits({ what }, { isAllowed }) {
  if (what === 'true') return !isAllowed;
  return what === 'false' || what.startsWith('without') ? isAllowed : true;
}

/**
 * The smallest expression that holds the change.
 * @param {Mutant} mutant
 * @param {readonly import('./coverage.mjs').Expression[]} expressions
 */
function placeAround({ from, to }, expressions) {
  const around = expressions.filter((each) => each.from <= from && each.to >= to && each.values.size > 0);
  around.sort((a, b) => a.to - a.from - (b.to - b.from));
  return around[0] ? placeOf(around[0]) : '';
}
