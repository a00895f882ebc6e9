import { existsSync, readFileSync } from 'node:fs';
import { root } from '../paths.mjs';

const judged = `${root}reports/gates.json`;
const none = { schema: 1, date: null, commit: '', gates: [] };

/**
 * Puts /gates.json beside the page: the quality gates as npm run gates judged them last, or none, so that the Benchmarks
 * page can show what only the tests can know.
 * @returns {import('vite').Plugin}
 */
export function publishedGates() {
  return {
    name: 'photonic:gates',
    generateBundle() {
      const source = existsSync(judged) ? readFileSync(judged, 'utf8') : `${JSON.stringify(none)}\n`;
      this.emitFile({ type: 'asset', fileName: 'gates.json', source });
    },
  };
}
