import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { root } from '../paths.mjs';
import { startServer } from '../static-server.mjs';
import { freshPage, quantile, reaches } from './studio-page.mjs';

/** Files whose content is compressed already. */
const packed = /\.(woff2|png|jpg)$/;
const visits = 5;

/**
 * Everything of the studio's own that is loaded until it can be used, compressed as a server would.
 * @param {import('./studio-rows.mjs').Machine} machine
 */
export async function firstLoad(machine) {
  const sizes = await filesOfFirstLoad(machine);
  const total = sizes.filter(({ isFont }) => !isFont).reduce((sum, { bytes }) => sum + bytes, 0);
  const fonts = sizes.filter(({ isFont }) => isFont).reduce((sum, { bytes }) => sum + bytes, 0);
  const largest = sizes.sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  return {
    value: Math.round(total / 100) / 10,
    detail: `${String(sizes.length)} files asked for until a run is ready: page, worker and kernels (fonts: ${(fonts / 1000).toFixed(0)} kB more); ${largest
      .map(({ name, bytes }) => `${name} ${(bytes / 1000).toFixed(0)}`)
      .join(', ')}`,
  };
}

/**
 * What a cloud adds to that: the same first visit, served with a configuration and without.
 * @param {import('./studio-rows.mjs').Machine} machine
 */
export async function cloudFirstLoad({ browser, executablePath, url }) {
  const json = { '/firebase.config.json': { apiKey: 'demo', projectId: 'demo-photonic' } };
  const configured = await startServer({ dist: `${root}dist`, port: 0, overlay: { json } });
  try {
    const without = await filesOfFirstLoad({ browser, executablePath, url });
    const sizes = await filesOfFirstLoad({ browser, executablePath, url: configured.url });
    const added = sizes.filter(({ name }) => !without.some((other) => other.name === name));
    return {
      value: added.reduce((sum, { bytes }) => sum + bytes, 0),
      detail:
        `${String(sizes.length)} files with a cloud configured, ${String(without.length)} without` +
        added.map(({ name, bytes }) => `; ${name} ${String(bytes)}`).join(''),
    };
  } finally {
    await configured.close();
  }
}

/** @param {import('./studio-rows.mjs').Machine} machine */
async function filesOfFirstLoad({ browser, url }) {
  const page = await freshPage(browser);
  /** @type {import('@playwright/test').Request[]} */
  const requests = [];
  page.on('requestfinished', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === new URL(url).origin && !pathname.startsWith('/data/')) requests.push(request);
  });
  await page.goto(url);
  await reaches(page, ['ready', 'running', 'finished']);
  const ready = await page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('run-ready')[0]?.startTime ?? Infinity),
  );
  const paths = requests
    .filter((request) => request.timing().startTime < ready)
    .map((request) => new URL(request.url()).pathname);
  await page.context().close();
  return Promise.all([...new Set(paths)].map(sizeOf));
}

/** @param {string} pathname */
async function sizeOf(pathname) {
  const name = pathname === '/' ? 'index.html' : pathname.slice(1);
  const content = await readFile(`${root}dist/${name}`);
  return {
    name: name.replace(/^assets\//, '').replace(/-[\w-]{8}(?=\.\w+$)/, ''),
    isFont: name.endsWith('.woff2'),
    bytes: packed.test(name) ? content.length : gzipSync(content, { level: 9 }).length,
  };
}

/**
 * From the start of the first visit until the run can be used: the button to train or pause it answers.
 * @param {import('./studio-rows.mjs').Machine} machine
 */
export async function interactive({ browser, url }) {
  /** @type {number[]} */
  const times = [];
  for (let visit = 0; visit < visits; visit++) {
    const page = await freshPage(browser);
    await page.goto(url, { waitUntil: 'commit' });
    const time = await page.waitForFunction(() => {
      const isOpen = ['ready', 'running'].includes(document.documentElement.dataset['runState'] ?? '');
      const button = document.querySelector('.player-buttons button:not([disabled])');
      return isOpen && button !== null ? performance.now() : false;
    });
    times.push(Number(await time.jsonValue()));
    await page.context().close();
  }
  const seconds = times.map((time) => time / 1000);
  return {
    value: Number(quantile(seconds, 0.5).toFixed(2)),
    detail: `median of ${String(visits)} first visits (${seconds.map((s) => s.toFixed(2)).join(', ')} s), local server`,
  };
}
