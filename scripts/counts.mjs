/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts of Vitest's JSON report. A file that fails before its first test counts as one failure.
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'))
      counts.failed += 1;
  }
  return counts;
}

/**
 * Counts of Playwright's JSON report. Errors outside tests (a server that does not start) are failures.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Counts}
 */
export function playwrightCounts({ stats, errors }) {
  return {
    passed: stats.expected,
    // A test that passes only when tried again is not a passing test.
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * Counts of one file's tests in Playwright's JSON report; undefined where the file was not run.
 * @param {{ suites?: PlaywrightSuite[] }} report
 * @param {string} file
 * @returns {Counts | undefined}
 */
export function fileCounts({ suites = [] }, file) {
  const specs = suites.filter((suite) => suite.file === file).flatMap(specsOf);
  if (specs.length === 0) return undefined;
  const passed = specs.filter(({ ok }) => ok).length;
  return { passed, failed: specs.length - passed, skipped: 0 };
}

/** @typedef {{ file?: string, specs?: { ok: boolean }[], suites?: PlaywrightSuite[] }} PlaywrightSuite */

/**
 * @param {PlaywrightSuite} suite
 * @returns {{ ok: boolean }[]}
 */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

/**
 * The verdict on a stage: its counts, with one failure added where the counts do not show what went wrong.
 * @param {Counts | undefined} counts undefined when there is no report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function stageCounts(counts, exitCode) {
  const known = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const ranNothing = known.passed + known.failed === 0;
  const unexplained = exitCode !== 0 && known.failed === 0;
  return ranNothing || unexplained ? { ...known, failed: known.failed + 1 } : known;
}

/**
 * `3 passed, 0 failed`, and what was skipped only if something was.
 * @param {Counts} counts
 */
export function closingLine({ passed, failed, skipped }) {
  const line = `${String(passed)} passed, ${String(failed)} failed`;
  return skipped > 0 ? `${line}, ${String(skipped)} skipped` : line;
}
