import { execFile } from 'node:child_process';
import { root } from '../paths.mjs';

/**
 * Known vulnerabilities in the packages that are shipped: the page's and the functions'. Throws where the registry
 * keeps no such list: then they are unmeasured, not zero.
 * @returns {Promise<{ value: number, detail: string }>}
 */
export async function knownVulnerabilities() {
  const counts = await Promise.all([root, `${root}cloud/`].map(audit));
  const value = counts.reduce((sum, { found }) => sum + found, 0);
  const packages = counts.reduce((sum, each) => sum + each.packages, 0);
  return { value, detail: `npm audit of ${String(packages)} packages that the page and the functions use` };
}

/**
 * @param {string} folder
 * @returns {Promise<{ found: number, packages: number }>}
 */
async function audit(folder) {
  const text = await new Promise((resolve) => {
    const shell = process.platform === 'win32';
    const options = { cwd: folder, shell, timeout: 120_000, maxBuffer: 2 ** 26 };
    // It fails where it finds something; what it says counts.
    execFile('npm', ['audit', '--omit=dev', '--json'], options, (_error, stdout) => {
      resolve(stdout);
    });
  });
  /** @type {{ metadata?: { vulnerabilities: { total: number }, dependencies: { prod: number } }, message?: string,
   *   error?: { summary?: string } }} */
  const said = JSON.parse(String(text) || '{}');
  if (said.metadata === undefined) {
    const why = said.message ?? said.error?.summary ?? 'no answer';
    throw new Error(`Unmeasured: the package registry in use lists no vulnerabilities (${why}).`);
  }
  const { vulnerabilities, dependencies } = said.metadata;
  return { found: vulnerabilities.total, packages: dependencies.prod };
}
