import { caching, pageHeaders } from './page-headers.mjs';

/** @typedef {import('./cloud-sources.mjs').Cloud} Cloud */

/**
 * Looks whether a hosted build is what our own server would give: headers, caching, the page for every path. Used on
 * the hosting emulator by the tests and on every channel by npm run deploy.
 *
 * @param {string} url of the site
 * @param {Cloud | undefined} cloud that it is configured for
 * @returns {Promise<readonly string[]>} what is wrong; nothing when all is well
 */
export async function checkHosting(url, cloud) {
  /** @type {string[]} */
  const wrong = [];
  /** @param {string} path @param {number} [status] */
  const get = async (path, status = 200) => {
    const response = await fetch(new URL(path, url), { redirect: 'manual' });
    if (response.status !== status)
      wrong.push(`${path}: answered ${String(response.status)} instead of ${String(status)}`);
    return { path, response, text: await response.text() };
  };
  /** @param {{ path: string, response: Response }} answer @param {Record<string, string>} headers */
  const compare = ({ path, response }, headers) => {
    for (const [name, value] of Object.entries(headers)) {
      const found = response.headers.get(name);
      if (found !== value) wrong.push(`${path}: ${name} is ${found ?? 'missing'} instead of ${value}`);
    }
  };

  const page = await get('/');
  const studio = { ...pageHeaders('studio', cloud), 'Cache-Control': caching.other };
  compare(page, studio);
  const deep = await get('/some/link');
  compare(deep, studio);
  if (deep.text !== page.text) wrong.push('/some/link: is not the page');
  compare(await get('/embed'), pageHeaders('embed', cloud));
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page.text)?.[1];
  if (script === undefined) wrong.push('/: names no script');
  else compare(await get(script), { ...pageHeaders('studio', cloud), 'Cache-Control': caching.hashed });
  compare(await get('/sw.js'), { 'Cache-Control': caching.other });
  await get('/assets/none.js', 404);
  const health = await get('/health');
  if (!health.text.includes('id="health"')) wrong.push('/health: is not the health page');
  const said = await get('/health.json');
  if (!said.text.includes('"status": "ok"')) wrong.push('/health.json: does not say that all is well');
  return wrong;
}
