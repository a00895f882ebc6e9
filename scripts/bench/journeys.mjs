import { freshPage, openExperiment, quantile, reaches } from './studio-page.mjs';

const visits = 3;
/** Training before memory is read. */
const trained = 5000;

/**
 * What a person meets first: the studio opens, trains its chip by itself and shows the answer. Nothing is kept from visit to
 * visit.
 * @param {import('./studio-rows.mjs').Machine} machine
 */
export async function journey({ browser, url }) {
  /** @type {number[]} */
  const times = [];
  for (let visit = 0; visit < visits; visit++) {
    const page = await freshPage(browser);
    // A short run is stretched so that it can be watched; here the device runs freely.
    await page.addInitScript(() => {
      const preferences = { state: { pace: 'full' }, version: 0 };
      localStorage.setItem('photonic-preferences', JSON.stringify(preferences));
    });
    const started = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await reaches(page, ['finished']);
    times.push((performance.now() - started) / 1000);
    await page.context().close();
  }
  return {
    value: Number(quantile(times, 0.5).toFixed(2)),
    detail: `median of ${String(visits)} visits (${times.map((time) => time.toFixed(2)).join(', ')} s), local server`,
  };
}

/**
 * What the page and everything it started hold, as the browser counts.
 * @param {import('./studio-rows.mjs').Machine} machine
 */
export async function memory({ browser, url }) {
  const page = await freshPage(browser);
  await openExperiment(page, url, 'MNIST');
  await page.keyboard.press('Space');
  await reaches(page, ['running', 'finished']);
  await page.waitForTimeout(trained);
  const bytes = await page.evaluate(async () => {
    const { measureUserAgentSpecificMemory: ask } =
      /** @type {{ measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }> }} */ (performance);
    return ask === undefined ? undefined : (await ask.call(performance)).bytes;
  });
  await page.context().close();
  if (bytes === undefined)
    throw new Error('Unmeasured: this browser does not say how much memory a page holds.');
  return {
    value: Math.round(bytes / 1e6),
    detail: `scripts, pages and workers of two 64-mode meshes on 60,000 images, after ${String(trained / 1000)} s`,
  };
}
