import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { ensureCloudInstalled } from '../install.mjs';
import { root } from '../paths.mjs';
import { runTool } from '../run.mjs';

const folder = `${root}cloud/tests/`;
const report = `${root}.cache/test/bench-cloud.json`;

/**
 * Runs those tests against the emulators whose name begins so, and throws what the first of them found wrong.
 * @param {string} name
 * @param {{ file?: string, env?: Record<string, string> }} [options] `file`: in this one, all of its tests
 * @returns {Promise<{ passed: number, files: string[] }>}
 */
export async function runCloudTests(name, { file, env } = {}) {
  await ensureCloudInstalled();
  const files = file === undefined ? await filesThatSay(`'${name}`) : [file];
  if (files.length === 0) throw new Error(`No test in cloud/tests is named ${name}.`);
  await mkdir(`${root}.cache/test`, { recursive: true });
  await rm(report, { force: true });
  await runTool(
    'vitest/vitest.mjs',
    [
      'run',
      '--project=cloud',
      ...files.map((each) => `cloud/tests/${each}`),
      ...(file === undefined ? ['-t', name] : []),
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env: { PHOTONIC_TEST_FUNCTIONS: '0', ...env } },
  );
  /** @type {{ testResults: { message: string, assertionResults: { status: string, failureMessages?: string[] }[] }[] }} */
  const { testResults } = JSON.parse(await readFile(report, 'utf8'));
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = results.find(({ status }) => status === 'failed');
  if (failed) throw new Error(failed.failureMessages?.[0] ?? 'A test failed.');
  const passed = results.filter(({ status }) => status === 'passed').length;
  if (passed === 0) throw new Error(testResults.find(({ message }) => message)?.message ?? 'No test ran.');
  return { passed, files };
}

/** @param {string} text */
async function filesThatSay(text) {
  const names = (await readdir(folder)).filter((each) => each.endsWith('.test.ts'));
  const said = await Promise.all(names.map((each) => readFile(folder + each, 'utf8')));
  return names.filter((_, index) => said[index]?.includes(text));
}
