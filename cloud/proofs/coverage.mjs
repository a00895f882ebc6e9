import { wrongAnswers } from './probes.mjs';

/**
 * The emulator's own account of what it evaluated: its parse of the rules, with the values that came out.
 * @typedef {{ line: number, column: number, currentOffset: number, endOffset: number }} Position the end is included
 * @typedef {{ sourcePosition: Position, values?: { value: Record<string, unknown>, count: number }[], children?: Node[] }} Node
 * @typedef {{ rules: { files: { content: string }[] }, report: Node[] }} RuleCoverage
 *
 * @typedef {object} Expression of the rules
 * @property {number} from offset in the text
 * @property {number} to
 * @property {number} line
 * @property {number} column
 * @property {string} text
 * @property {Map<string, number>} values kinds of what came out, `true`, `false`, `nothing` or `other`, and how often
 */

/** Probes between two readings: the account grows by every value of every question. */
const portion = 60;

/**
 * Poses the probes and gathers what they reach.
 * @param {import('./rest.mjs').RestFirestore} firestore
 * @param {string} rules
 * @param {readonly import('./probes.mjs').Probe[]} probes
 */
export async function measureCoverage(firestore, rules, probes) {
  /** @type {Map<string, Expression>} */
  const found = new Map();
  /** @type {import('./probes.mjs').WrongAnswer[]} */
  const wrong = [];
  const light = probes.filter((probe) => !isHeavy(probe));
  for (let start = 0; start < light.length; start += portion) {
    // The account begins anew with the rules.
    await firestore.putRules(rules);
    wrong.push(...(await wrongAnswers(firestore, light.slice(start, start + portion))));
    for (const expression of expressionsOf(await firestore.coverage())) {
      const key = placeOf(expression);
      const known = found.get(key);
      if (known === undefined) found.set(key, expression);
      else for (const [kind, count] of expression.values) add(known.values, kind, count);
    }
  }
  return { expressions: [...found.values()], wrong };
}

/**
 * The account would hold its bytes once for every expression that sees them.
 * @param {import('./probes.mjs').Probe} probe
 */
export function isHeavy(probe) {
  const { ask } = probe.pose();
  const bytes = 'commit' in ask ? ask.commit.map(({ data }) => data?.['bytes']) : [];
  return bytes.some((value) => value instanceof Uint8Array && value.length > 10_000);
}

/**
 * Names an expression within the rules as they are.
 * @param {{ from: number, to: number }} expression
 */
export function placeOf({ from, to }) {
  return `${String(from)}-${String(to)}`;
}

/**
 * @param {Map<string, number>} counts
 * @param {string} kind
 * @param {number} count
 */
function add(counts, kind, count) {
  counts.set(kind, (counts.get(kind) ?? 0) + count);
}

/**
 * Whether something came out of it at least once.
 * @param {Expression} expression
 */
export function isReached({ values }) {
  return values.size > (values.has('nothing') ? 1 : 0);
}

/**
 * All expressions, those within others too.
 * @param {RuleCoverage} coverage
 * @returns {Expression[]}
 */
export function expressionsOf({ rules, report }) {
  const content = rules.files[0]?.content ?? '';
  /** @type {Expression[]} */
  const all = [];
  const waiting = [...report];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    const { line, column, currentOffset: from, endOffset } = node.sourcePosition;
    const to = closing(content, from, endOffset + 1);
    /** @type {Map<string, number>} */
    const values = new Map();
    for (const { value, count } of node.values ?? []) add(values, kindOf(value), count);
    all.push({ from, to, line, column, text: content.slice(from, to), values });
    waiting.push(...(node.children ?? []));
  }
  return all;
}

/**
 * The emulator's ends leave out brackets that close.
 * @param {string} content
 * @param {number} from
 * @param {number} to
 */
function closing(content, from, to) {
  const pattern = /'[^']*'|[([{]|[)\]}]/g;
  pattern.lastIndex = from;
  let depth = 0;
  for (let match = pattern.exec(content); match !== null; match = pattern.exec(content)) {
    if (match.index >= to && depth === 0) break;
    if (match[0].startsWith("'")) continue;
    depth += /[([{]/.test(match[0]) ? 1 : -1;
    if (depth === 0 && match.index >= to) return match.index + 1;
    if (depth < 0) break;
  }
  return content.startsWith('()', to) ? to + 2 : to;
}

/** @param {Record<string, unknown>} value */
function kindOf(value) {
  // Nothing came out where the rest had decided, or where a document was still being fetched.
  if (Object.keys(value).length === 0 || 'undefined' in value) return 'nothing';
  return 'boolValue' in value ? String(value['boolValue']) : 'other';
}
