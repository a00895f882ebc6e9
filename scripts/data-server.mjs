import { spawn } from 'node:child_process';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { root } from './paths.mjs';

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{ path: string, size: number | null, packed?: string }} DataFile
 */

const prefix = '/data/';
const types = new Map([
  ['.json', 'application/json'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.md', 'text/plain; charset=utf-8'],
]);

/**
 * The folder with original data sets: PHOTONIC_DATA_DIR, else ../shared/data if it exists, else none.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function dataFolder(env = process.env) {
  if (env['PHOTONIC_DATA_DIR']) return resolve(env['PHOTONIC_DATA_DIR']);
  const shared = resolve(root, '../shared/data');
  return existsSync(shared) ? shared : undefined;
}

/**
 * Every file of the folder with its size, sorted. `X.bin.xz` is also listed as `X.bin`, the name under which
 * it is served unpacked; that size is null because only unpacking would tell it.
 * @param {string} folder
 * @returns {Promise<DataFile[]>}
 */
export async function listData(folder) {
  /** @type {Map<string, DataFile>} */
  const files = new Map();
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const absolute = join(entry.parentPath ?? entry.path, entry.name);
    const path = absolute.slice(resolve(folder).length + 1).replaceAll(sep, '/');
    if (isHidden(path) || !isFile(absolute)) continue;
    files.set(path, { path, size: statSync(absolute).size });
  }
  for (const path of [...files.keys()].filter((name) => name.endsWith('.bin.xz'))) {
    const unpacked = path.slice(0, -'.xz'.length);
    if (!files.has(unpacked)) files.set(unpacked, { path: unpacked, size: null, packed: path });
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Connect-style middleware that answers everything below /data/ and passes the rest on.
 * @param {string | undefined} folder see {@link dataFolder}
 * @param {{ xz?: string }} [options] the unpacking command
 * @returns {(request: Request, response: Response, next: () => void) => void}
 */
export function serveData(folder, { xz = 'xz' } = {}) {
  return (request, response, next) => {
    const pathname = (request.url ?? '').split(/[?#]/, 1)[0] ?? '';
    if (!pathname.startsWith(prefix)) {
      next();
      return;
    }
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Cache-Control', 'no-cache');
    answer(request, response, folder, pathname.slice(prefix.length), xz).catch(
      (/** @type {unknown} */ error) => {
        refuse(response, 500, `The data folder could not be read: ${String(error)}`);
      },
    );
  };
}

/**
 * @param {Request} request
 * @param {Response} response
 * @param {string | undefined} folder
 * @param {string} encodedPath
 * @param {string} xz
 */
async function answer(request, response, folder, encodedPath, xz) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(response, 405, 'Data files can only be read.');
    return;
  }
  if (folder === undefined) {
    refuse(response, 404, 'No data folder is served. Set PHOTONIC_DATA_DIR to one and start again.');
    return;
  }
  const path = decodePath(encodedPath);
  if (path === undefined) {
    refuse(response, 400, 'This is not a path inside the data folder.');
    return;
  }
  const isHead = request.method === 'HEAD';
  const file = join(folder, path);
  if (path === 'index.json' && !isFile(file)) {
    const body = JSON.stringify({ files: await listData(folder) });
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    });
    response.end(isHead ? undefined : body);
  } else if (isFile(file)) {
    sendFile(response, file, isHead);
  } else if (path.endsWith('.bin') && isFile(`${file}.xz`)) {
    sendUnpacked(response, `${file}.xz`, xz, isHead);
  } else {
    refuse(response, 404, `There is no ${path} in the data folder.`);
  }
}

/**
 * A clean relative path, or undefined for anything that could leave the folder or reach hidden files.
 * @param {string} encodedPath
 */
function decodePath(encodedPath) {
  try {
    const path = decodeURIComponent(encodedPath);
    if (path === '' || /[\0\\:]/.test(path) || isHidden(path) || path.split('/').includes(''))
      return undefined;
    return path;
  } catch {
    return undefined;
  }
}

/** @param {string} path */
function isHidden(path) {
  return path.split('/').some((part) => part.startsWith('.'));
}

/** @param {string} path */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/**
 * @param {Response} response
 * @param {string} file
 * @param {boolean} isHead
 */
function sendFile(response, file, isHead) {
  // Gzip files go out as they are, without Content-Encoding: the page checks and unpacks them itself.
  response.writeHead(200, {
    'Content-Type': types.get(extname(file)) ?? 'application/octet-stream',
    'Content-Length': statSync(file).size,
  });
  if (isHead) {
    response.end();
    return;
  }
  const stream = createReadStream(file);
  stream.once('error', () => response.destroy());
  response.once('close', () => stream.destroy());
  stream.pipe(response);
}

/**
 * @param {Response} response
 * @param {string} file
 * @param {string} xz
 * @param {boolean} isHead
 */
function sendUnpacked(response, file, xz, isHead) {
  const head = { 'Content-Type': 'application/octet-stream' };
  if (isHead) {
    response.writeHead(200, head).end();
    return;
  }
  const child = spawn(xz, ['-dc', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text) => (complaint += String(text)));
  child.once('error', (error) => {
    const reason =
      'code' in error && error.code === 'ENOENT' ? 'it is not installed (package xz-utils)' : error.message;
    refuse(response, 500, `${file} is packed and "${xz}" cannot unpack it: ${reason}.`);
  });
  // The head waits for the first bytes, so that a file that cannot be unpacked is a clear 500.
  child.stdout.once('data', (first) => {
    response.writeHead(200, head);
    response.write(first);
    child.stdout.pipe(response, { end: false });
  });
  child.once('close', (code) => {
    if (code === 0) response.end();
    else if (!response.headersSent) refuse(response, 500, `${file} cannot be unpacked: ${complaint.trim()}`);
    // Already under way: cut the connection, or the reader would take the part for the whole.
    else response.destroy();
  });
  response.once('close', () => child.kill());
}

/**
 * @param {Response} response
 * @param {number} status
 * @param {string} error
 */
function refuse(response, status, error) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = JSON.stringify({ error });
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}
