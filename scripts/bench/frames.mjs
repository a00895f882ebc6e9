import { freshPage, measures, openExperiment, quantile, reaches } from './studio-page.mjs';

/** Training that is watched for frames. */
const watched = 8000;

/**
 * Work on the page's own thread for one picture of the chip while it trains.
 * @param {number} modes
 */
export function meshFrame(modes) {
  return async (/** @type {import('./studio-rows.mjs').Machine} */ { browser, url }) => {
    const page = await freshPage(browser);
    await openExperiment(page, url, 'MNIST', (experiment) => ({
      ...experiment,
      modes,
      encoder: { kind: 'fourier', scale: 2 },
    }));
    await page.evaluate(() => {
      performance.clearMeasures();
    });
    await page.keyboard.press('Space');
    await reaches(page, ['running', 'finished']);
    await page.waitForTimeout(watched);
    const frames = await measures(page, 'mesh-frame');
    await page.context().close();
    return {
      value: Number(quantile(frames, 0.95).toFixed(2)),
      detail: `95th percentile of ${String(frames.length)} frames, median ${quantile(frames, 0.5).toFixed(2)} ms, MNIST at full pace`,
    };
  };
}

/**
 * The longest time the page's own thread was busy without a break while training.
 * @param {import('./studio-rows.mjs').Machine} machine
 */
export async function longTask({ browser, url }) {
  const page = await freshPage(browser);
  await openExperiment(page, url, 'MNIST');
  await page.evaluate(() => {
    const tasks = /** @type {number[]} */ (
      Reflect.set(window, 'longTasks', []) && Reflect.get(window, 'longTasks')
    );
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  await page.keyboard.press('Space');
  await reaches(page, ['running']);
  await page.waitForTimeout(watched);
  const tasks = /** @type {number[]} */ (await page.evaluate(() => Reflect.get(window, 'longTasks')));
  await page.context().close();
  return {
    value: Math.round(Math.max(0, ...tasks)),
    detail: `${String(tasks.length)} tasks above 50 ms in ${String(watched / 1000)} s of training MNIST, 64 modes; 0: none`,
  };
}

/**
 * From a key that turns a phase to the picture with its light.
 * @param {import('./studio-rows.mjs').Machine} machine
 */
export async function inputToPicture({ browser, url }) {
  const page = await freshPage(browser);
  await openExperiment(page, url, 'Vowels|vowels');
  const canvas = page.getByRole('application', { name: /^Chip/ });
  await canvas.focus();
  await page.keyboard.press('ArrowRight');
  await page
    .getByRole('slider', { name: /θ|theta/i })
    .first()
    .focus();
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('ArrowUp');
    await page.waitForTimeout(40);
  }
  const times = await measures(page, 'input-to-picture');
  await page.context().close();
  return {
    value: Number(quantile(times, 0.95).toFixed(1)),
    detail: `95th percentile of ${String(times.length)} key presses, median ${quantile(times, 0.5).toFixed(1)} ms, 6 modes`,
  };
}
