/**
 * @typedef {import('./coverage.mjs').Expression} Expression
 * @typedef {object} Mutant the rules with one thing changed
 * @property {string} key names it as long as that place stays as it is: where, what, and what it became
 * @property {string} area the `match` that it lies in; empty: in what all share
 * @property {number} line
 * @property {number} from offset of what is changed
 * @property {number} to
 * @property {string} what it became
 * @property {string} rules
 *
 * @typedef {{ from: number, to: number, what: string, text: string }} Change
 */

/** Numbers that are times, which the clock runs past while a probe is on its way: changed by much. */
const timed = /duration\.value\(|request\.time\.toMillis\(\)/;

/**
 * Changes one thing at a time: every condition and every part of one to `true`, and to `false` where something may
 * still pass then, every number to its neighbours, every list of names by one name less.
 * @param {string} rules
 * @param {readonly Expression[]} expressions as the emulator parsed them, with their values
 * @returns {Mutant[]}
 */
export function mutantsOf(rules, expressions) {
  const places = placesOf(rules.split('\n'));
  /** @type {Map<string, number>} */
  const seen = new Map();
  const changes = [...conditions(rules, expressions), ...numbers(rules), ...names(rules)];
  changes.sort((a, b) => a.from - b.from || b.to - a.to);
  return changes.map(({ from, to, what, text }) => {
    const line = rules.slice(0, from).split('\n').length;
    const place = places[line - 1] ?? { area: '', name: '' };
    const name = `${place.name} | ${rules.slice(from, to).replace(/\s+/g, ' ')} | ${what}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return {
      key: count === 1 ? name : `${name} #${String(count)}`,
      area: place.area,
      line,
      from,
      to,
      what,
      rules: rules.slice(0, from) + text + rules.slice(to),
    };
  });
}

/**
 * @param {string} rules
 * @param {readonly Expression[]} expressions
 * @returns {Change[]}
 */
function conditions(rules, expressions) {
  /** @type {Map<string, Change>} */
  const found = new Map();
  for (const { from, to, values } of expressions) {
    // Of a function with names of its own the emulator counts the whole body, and then the expression in it.
    if (rules.startsWith('let ', from) || (!values.has('true') && !values.has('false'))) continue;
    for (const text of isChoice(rules, from, to) ? ['true', 'false'] : ['true'])
      found.set(`${String(from)}-${String(to)}-${text}`, { from, to, what: text, text });
  }
  return [...found.values()];
}

/**
 * Whether something may still pass where it is false: one of several ways, or what decides between two.
 * @param {string} rules
 * @param {number} from
 * @param {number} to
 */
function isChoice(rules, from, to) {
  return rules.slice(0, from).trimEnd().endsWith('||') || /^\s*(?:\|\||\?)/.test(rules.slice(to, to + 200));
}

/**
 * @param {string} rules
 * @returns {Change[]}
 */
function numbers(rules) {
  return [...blanked(rules).matchAll(/(?<![\w.$])\d+(?![\w.])/g)].flatMap(({ index, 0: digits }) => {
    const value = Number(digits);
    const start = rules.lastIndexOf('\n', index) + 1;
    const others = timed.test(rules.slice(start, rules.indexOf('\n', index)))
      ? [value * 2, Math.floor(value / 2)]
      : [value + 1, value - 1];
    return others
      .filter((other) => other >= 0)
      .map((other) => ({ from: index, to: index + digits.length, what: String(other), text: String(other) }));
  });
}

/**
 * @param {string} rules
 * @returns {Change[]}
 */
function names(rules) {
  return [...rules.matchAll(/\[\s*'\w+'(?:,\s*'\w+')*\s*\]/g)].flatMap(({ index, 0: list }) => {
    const all = [...list.matchAll(/'\w+'/g)].map(([name]) => name);
    return all.map((name) => ({
      from: index,
      to: index + list.length,
      what: `without ${name}`,
      text: `[${all.filter((other) => other !== name).join(', ')}]`,
    }));
  });
}

/**
 * As long as it was, without comments, texts and the first line.
 * @param {string} rules
 */
function blanked(rules) {
  return rules.replace(/\/\/.*|'[^'\n]*'/g, (match) => ' '.repeat(match.length));
}

/**
 * The rule or function that each line lies in, and the innermost collection.
 * @param {readonly string[]} lines
 */
function placesOf(lines) {
  /** @type {{ area: string, indent: number }[]} */
  const open = [];
  let name = '';
  return lines.map((line) => {
    const told = line.trim();
    const indent = line.length - line.trimStart().length;
    const match = /^match \/(\w+)\/\{\w+\} \{$/.exec(told);
    if (told === '}' && open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
    if (match?.[1] !== undefined && match[1] !== 'databases') open.push({ area: match[1], indent });
    const rule = /^(?:function (\w+)|allow ([\w, ]+):)/.exec(told);
    const path = open.map((each) => each.area).join('/');
    if (rule) name = rule[1] === undefined ? `${path} ${rule[2] ?? ''}` : `${path} ${rule[1]}()`.trim();
    return { area: open.at(-1)?.area ?? '', name };
  });
}
