import { createServer } from 'node:http';
import sirv from 'sirv';
import { contentPolicy } from './content-policy.mjs';
import { dataFolder, serveData } from './data-server.mjs';
import { isolation } from './isolation.mjs';

const headers = {
  ...isolation,
  'Content-Security-Policy': contentPolicy,
  // A data file is never taken for a script or a page.
  'X-Content-Type-Options': 'nosniff',
};

/**
 * What is served in place of the build's files of these paths (`/x.json`): JSON, and more addresses to fetch from.
 * @typedef {{ json: Readonly<Record<string, unknown>>, connect: readonly string[] }} Overlay
 */

/**
 * Starts the production server: a built page with cross-origin isolation, and the data folder.
 * @param {{ dist: string, port?: number, tries?: number, data?: string | undefined, overlay?: Overlay }} options `tries`
 *   ports from `port` on are tried; port 0 takes any free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startServer({ dist, port = 4173, tries = 100, data = dataFolder(), overlay }) {
  const files = sirv(dist, {
    // Files are looked up on each request: a page built anew while this runs meets no list of old names.
    dev: true,
    single: true,
    etag: true,
    // As the build left them beside each file (compress.mjs).
    brotli: true,
    gzip: true,
    setHeaders(response, pathname) {
      // Names in assets/ carry a hash of their content; everything else may change under its name.
      const hashed = pathname.startsWith('/assets/');
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const originals = serveData(data);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const path = request.url?.replace(/\?.*/, '') ?? '';
    if (overlay !== undefined) {
      const more = `connect-src ${overlay.connect.join(' ')} `;
      response.setHeader('Content-Security-Policy', contentPolicy.replace('connect-src ', more));
      if (path in overlay.json) {
        response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' });
        response.end(JSON.stringify(overlay.json[path]));
        return;
      }
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
