import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import sirv from 'sirv';
import { CONFIG_NAME, cloudOf } from './cloud-config.mjs';
import { dataFolder, serveData } from './data-server.mjs';
import { caching, pageAt, pageHeaders } from './page-headers.mjs';
import { SETTINGS_FILE, namedSettings } from './settings-file.mjs';

/**
 * What is served in place of the build's files of these paths (`/x.json`).
 * @typedef {{ json: Readonly<Record<string, unknown>> }} Overlay
 */

/**
 * Starts the production server: a built page with cross-origin isolation, and the data folder.
 * @param {{ dist: string, port?: number, tries?: number, data?: string | undefined, overlay?: Overlay,
 *   environment?: NodeJS.ProcessEnv }} options `tries` ports from `port` on are tried; port 0 takes any free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startServer({
  dist,
  port = 4173,
  tries = 100,
  data = dataFolder(),
  overlay,
  environment = process.env,
}) {
  const files = sirv(dist, {
    // Files are looked up on each request: a page built anew while this runs meets no list of old names.
    dev: true,
    single: true,
    etag: true,
    // As the build left them beside each file (compress.mjs).
    brotli: true,
    gzip: true,
    setHeaders(response, pathname) {
      response.setHeader('Cache-Control', pathname.startsWith('/assets/') ? caching.hashed : caching.other);
    },
  });
  const originals = serveData(data);
  const server = createServer((request, response) => {
    const address = request.url ?? '/';
    const headers = pageHeaders(pageAt(address), configuredCloud(dist, overlay));
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const path = address.replace(/\?.*/, '');
    if (overlay !== undefined && path in overlay.json) {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': caching.other });
      response.end(JSON.stringify(overlay.json[path]));
      return;
    }
    const settings = path === `/${SETTINGS_FILE}` ? namedSettings(environment) : undefined;
    if (settings !== undefined) {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': caching.other });
      response.end(settings);
      return;
    }
    originals(request, response, () => {
      files(request, response, () => {
        response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found');
      });
    });
  });
  const used = await listen(server, port, tries);
  return {
    url: `http://localhost:${String(used)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/**
 * The cloud of the page that is served: its configuration may be edited after the build, so that it is read each time.
 * @param {string} dist
 * @param {Overlay | undefined} overlay
 */
function configuredCloud(dist, overlay) {
  const laid = overlay?.json[`/${CONFIG_NAME}`];
  if (laid !== undefined) return cloudOf(JSON.stringify(laid));
  const path = `${dist}/${CONFIG_NAME}`;
  return existsSync(path) ? cloudOf(readFileSync(path, 'utf8')) : undefined;
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {number} tries
 * @returns {Promise<number>} the port in use
 */
function listen(server, port, tries) {
  return new Promise((resolve, reject) => {
    let attempt = 0;
    let host = 'localhost';
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      attempt += 1;
      if (error.code === 'EADDRINUSE' && attempt < tries) {
        server.listen(port + attempt, host);
      } else if (error.code === 'EADDRNOTAVAIL' && host === 'localhost') {
        // The hosts file may give localhost an IPv6 address on a machine without IPv6.
        host = '127.0.0.1';
        server.listen(port, host);
      } else if (error.code === 'EADDRINUSE') {
        reject(new Error(`Port ${String(port)} is in use. Choose another one with --port.`));
      } else {
        reject(error);
      }
    });
    server.once('listening', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
    server.listen(port, host);
  });
}
