import { format, resolveConfig } from 'prettier';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { caching, pageHeaders } from './page-headers.mjs';
import { root } from './paths.mjs';

/**
 * The `hosting` part of firebase.json: the headers of page-headers.mjs in Firebase's words. Of several entries that
 * fit a path the last one that names a header counts, so that the general ones come first.
 */

/** @typedef {import('./cloud-sources.mjs').Cloud} Cloud */

/** @param {Cloud | undefined} cloud */
export function hostingConfig(cloud) {
  return {
    public: 'dist',
    // Hosting compresses by itself.
    ignore: ['firebase.json', '**/.*', '**/*.br', '**/*.gz'],
    headers: [
      entry('**', { ...pageHeaders('studio', cloud), 'Cache-Control': caching.other }),
      entry('/assets/**', { 'Cache-Control': caching.hashed }),
      entry('/embed', pageHeaders('embed', cloud)),
    ],
    rewrites: [
      { source: '/health', destination: '/health.html' },
      // What is not there in these folders is missing, and no page.
      { source: '!/@(assets|data)/**', destination: '/index.html' },
    ],
  };
}

/**
 * @param {string} source
 * @param {Record<string, string>} headers
 */
function entry(source, headers) {
  return { source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}

/**
 * firebase.json with the headers for a cloud.
 * @param {Cloud | undefined} cloud
 * @returns {Promise<Record<string, unknown>>}
 */
export async function firebaseConfig(cloud) {
  const whole = /** @type {Record<string, unknown>} */ (
    JSON.parse(await readFile(`${root}firebase.json`, 'utf8'))
  );
  return { ...whole, hosting: hostingConfig(cloud) };
}

/** Writes firebase.json anew, for a studio without a cloud; npm run deploy adds the hosts of its own. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = `${root}firebase.json`;
  const text = await format(JSON.stringify(await firebaseConfig(undefined)), {
    ...(await resolveConfig(path)),
    parser: 'json',
  });
  await writeFile(path, text);
}
