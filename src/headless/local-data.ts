import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';

/** The address under which the folder of original data is asked for; nothing is ever sent there. */
export const LOCAL_BASE = 'folder:';
const INDEX = 'index.json';
const PACKED = '.xz';

/**
 * `fetch` for the readers of data sets: addresses below {@link LOCAL_BASE} come from the folder, as the studio's own
 * server serves it (`X.bin.xz` also as `X.bin`), all others from the network.
 */
export function dataFetch(folder: string | undefined): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith(LOCAL_BASE)) return fetch(input, init);
    if (folder === undefined) return new Response('No folder of data is set.', { status: 404 });
    return fromFolder(resolve(folder), address.slice(LOCAL_BASE.length));
  };
}

async function fromFolder(folder: string, path: string): Promise<Response> {
  if (path === INDEX) return Response.json({ files: await listed(folder) });
  const file = resolve(folder, path);
  if (!file.startsWith(folder + sep)) return new Response('Not in the folder.', { status: 400 });
  const size = await sizeOf(file);
  if (size !== undefined) {
    const headers = { 'content-length': String(size) };
    return new Response(webStream(createReadStream(file)), { headers });
  }
  if (path.endsWith('.bin') && (await sizeOf(file + PACKED)) !== undefined)
    return new Response(unpacked(file + PACKED));
  return new Response('Not in the folder.', { status: 404 });
}

async function listed(folder: string): Promise<readonly { readonly path: string }[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
  const packed = paths.filter((path) => path.endsWith(`.bin${PACKED}`));
  return [...new Set([...paths, ...packed.map((path) => path.slice(0, -PACKED.length))])].map((path) => ({
    path,
  }));
}

async function sizeOf(file: string): Promise<number | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() === true ? found.size : undefined;
}

/** What `xz` makes of a file; an error of the stream where it is not installed or the file is damaged. */
function unpacked(file: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  const child = spawn('xz', ['-dc', file], { stdio: ['ignore', 'pipe', 'ignore'] });
  child.once('error', (error) => child.stdout.destroy(error));
  child.once('close', (code) => {
    if (code !== 0) child.stdout.destroy(new Error(`xz could not unpack ${file} (exit code ${code}).`));
  });
  return webStream(child.stdout);
}

function webStream(stream: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array<ArrayBuffer>>;
}
