import lighthouse, { desktopConfig } from 'lighthouse';
import { computeFlags } from '../chromium.mjs';

const categories = ['performance', 'accessibility', 'best-practices'];

/** @type {Promise<Map<string, { score: number, failed: string[] }>> | undefined} */
let audited;

/**
 * Lighthouse's score of one category on a first visit, in a browser of its own.
 * @param {string} category
 */
export function lighthouseScore(category) {
  return async (/** @type {import('./studio-rows.mjs').Machine} */ machine) => {
    const scores = await (audited ??= audit(machine));
    const { score, failed } = scores.get(category) ?? { score: 0, failed: [] };
    return {
      value: Math.round(score * 100),
      detail: failed.length === 0 ? 'every audit passed' : `below full marks: ${failed.join(', ')}`,
    };
  };
}

/** @param {import('./studio-rows.mjs').Machine} machine */
async function audit({ url, executablePath }) {
  const { chromium } = await import('@playwright/test');
  const port = 9300 + (process.pid % 500);
  const browser = await chromium.launch({
    executablePath,
    args: [...computeFlags, `--remote-debugging-port=${String(port)}`],
  });
  try {
    const result = await lighthouse(
      url,
      { port, output: 'json', onlyCategories: categories, logLevel: 'error' },
      desktopConfig,
    );
    if (result === undefined) throw new Error('Lighthouse gave no result.');
    const { categories: scored, audits } = result.lhr;
    return new Map(
      Object.entries(scored).map(([id, { score, auditRefs }]) => [
        id,
        {
          score: score ?? 0,
          failed: auditRefs
            .filter(({ id: audit, weight }) => weight > 0 && (audits[audit]?.score ?? 1) < 0.9)
            .map(({ id: audit }) => audit),
        },
      ]),
    );
  } finally {
    await browser.close();
  }
}
