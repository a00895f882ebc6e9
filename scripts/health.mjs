import packageJson from '../package.json' with { type: 'json' };
import { builtCommit } from './built-commit.mjs';

/**
 * Puts /health.json beside the page: what is served, for whoever watches over it. A build of the same commit writes the
 * same file.
 * @returns {import('vite').Plugin}
 */
export function health() {
  return {
    name: 'photonic:health',
    generateBundle() {
      const said = {
        status: 'ok',
        name: packageJson.name,
        version: packageJson.version,
        commit: builtCommit(),
      };
      this.emitFile({
        type: 'asset',
        fileName: 'health.json',
        source: `${JSON.stringify(said, undefined, 2)}\n`,
      });
    },
  };
}
