/**
 * @typedef {import('../../src/bench/gates/gates').Gate} Gate
 * @typedef {import('../../src/bench/gates/gates').GateId} GateId
 * @typedef {import('../../src/bench/gates/gates').GateResult} GateResult
 * @typedef {import('../../src/bench/gates/gates').Evidence} Evidence
 */

/** @type {Readonly<Record<GateId, string>>} */
const titles = {
  tests: 'every test passes',
  parity: 'every backend agrees with f64',
  accuracy: 'presets reach their accuracy',
  throughput: 'training throughput',
  latency: 'modelled latency below 1 ns',
  accessibility: 'accessibility',
  bundle: 'size of the first load',
  rules: 'security rules',
  dependencies: 'no known vulnerabilities',
  availability: 'availability over the stored window',
};
const states = { pass: 'HOLDS', fail: 'FAILS', unmeasured: 'unmeasured' };

/**
 * The gates with their figures, one part a line.
 * @param {readonly GateResult[]} gates
 * @param {string} commit of the working tree
 */
export function gateTable(gates, commit) {
  const width = Math.max(...Object.values(titles).map(({ length }) => length));
  return gates
    .map(({ id, state, figures, missing, commits }) => {
      const others = commits.filter((each) => each !== commit).map((each) => short(each));
      const notes = [
        ...figures,
        ...missing.map((each) => `unmeasured: ${each}`),
        ...(others.length > 0 ? [`measured at ${others.join(', ')}; this is ${short(commit)}`] : []),
      ];
      const margin = ' '.repeat(12 + width);
      return `${states[state].padEnd(10)}  ${titles[id].padEnd(width)}  ${notes.join(`\n${margin}  `)}`;
    })
    .join('\n');
}

/** @param {string} commit */
const short = (commit) => commit.replace(/^([\da-f]{10})[\da-f]{30}/, '$1');

/**
 * Stages and rows that nobody has tested or measured at this commit. The tests of the accessibility come with the
 * journeys.
 * @param {readonly Gate[]} gates
 * @param {Evidence} evidence
 * @param {string} commit
 */
export function wanting(gates, { rows, stages }, commit) {
  const isStale = (/** @type {{ commit: string } | undefined} */ known) => known?.commit !== commit;
  const staleStages = gates
    .flatMap((gate) => gate.stages)
    .filter((name) => isStale(stages[name]))
    .map((name) => (name === 'accessibility' ? 'e2e' : name));
  return {
    stages: [...new Set(staleStages)],
    rows: [
      ...new Set(
        gates.flatMap((gate) => gate.rows).filter((id) => isStale(rows.find((row) => row.id === id))),
      ),
    ],
  };
}
