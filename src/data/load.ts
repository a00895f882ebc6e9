import { toFault, type Fault, type PhotonicError } from '../lib/fault';
import { dataFault, grouped, type Bytes } from './bytes';
import type { DataCache } from './cache';
import { CIFAR_RECORD } from './cifar';
import { download, hostOf } from './download';
import type { DataFile } from './registry';
import type { LoadProgress } from './samples';
import { verifyFile, type Verdict } from './verify';

/** Everything loading touches outside itself, so that tests can stand in for it. */
export interface LoadContext {
  readonly fetch: typeof fetch;
  readonly cache: DataCache;
  /** Where the local folder is served, with a slash at its end. */
  readonly localBase: string;
  /** Whether other servers may be asked: they see the person's network address, so that the person decides. */
  readonly mirrors: boolean;
  /** Decoded bytes of files the user dropped. */
  readonly dropped: readonly { readonly name: string; readonly bytes: Bytes }[];
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  /** Something was survived: a damaged local file, a full disk. */
  readonly onNotice?: ((fault: Fault) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface LoadedFile {
  readonly bytes: Bytes;
  readonly verdict: Verdict;
  /** 'dropped file', 'cache', 'local folder' or a mirror's host. */
  readonly via: string;
}

/**
 * One verified file, from the first source that has it: dropped files, the cache, the local folder,
 * then, if they may be asked, the mirrors in turn. Bytes that fail the check are never used and the next source
 * is tried. Rejects with `data/consent` where only mirrors are left and nobody has agreed to them, with
 * `data/unreachable`, whose cause lists every attempt, or the signal's reason.
 */
export async function loadFile(file: DataFile, context: LoadContext): Promise<LoadedFile> {
  const attempts: string[] = [];
  for (const dropped of context.dropped) {
    if (!fits(file, dropped.bytes.length)) continue;
    const found = await check(file, dropped.bytes, 'dropped file', context, attempts, false);
    if (!found) continue;
    // Kept, so that it need not be dropped again; not rewritten every time the data is opened.
    const kept = await context.cache.read(file.path);
    if (kept?.length !== found.bytes.length) await keep(file.path, found.bytes, context);
    return found;
  }
  const cached = await fromCache(file, context, attempts);
  if (cached) return cached;
  if (await isServedLocally(file.path, context)) {
    const found = await fetchFrom(context.localBase + file.path, 'local folder', file, context, attempts);
    if (found) return found;
  }
  if (!context.mirrors && file.urls.length > 0) throw notAgreed(file.path, attempts);
  for (const url of file.urls) {
    const found = await fetchFrom(url, hostOf(url), file, context, attempts);
    if (found) return found;
  }
  throw dataFault(
    'unreachable',
    `${file.path} could not be had from any of its sources.`,
    'Check the connection, or drop the original file into the window.',
    file.path,
    attempts.join('; ') || 'no source is known',
  );
}

/** Nobody has agreed to ask the servers that have a file; what to do about it depends on the data set (dataset.ts). */
export function notAgreed(path: string, attempts: readonly string[]): PhotonicError {
  const reason = `${path} is only on other servers.`;
  return dataFault('consent', reason, 'Agree to fetch it.', path, attempts.join('; ') || undefined);
}

function fullBytes(file: DataFile): number {
  return file.decodedBytes + (file.absent?.length ?? 0) * CIFAR_RECORD;
}

function fits(file: DataFile, length: number): boolean {
  return length === file.decodedBytes || length === fullBytes(file);
}

async function check(
  file: DataFile,
  bytes: Bytes,
  via: string,
  context: LoadContext,
  attempts: string[],
  tell: boolean,
): Promise<LoadedFile | undefined> {
  context.signal?.throwIfAborted();
  context.onProgress?.({
    stage: 'verify',
    file: file.path,
    loadedBytes: bytes.length,
    totalBytes: bytes.length,
  });
  try {
    return { bytes, verdict: await verifyFile(file, bytes), via };
  } catch (thrown) {
    const fault = toFault(thrown);
    if (fault.code === 'data/no-hashing') throw thrown;
    attempts.push(`${via}: ${fault.message}`);
    if (tell) context.onNotice?.({ ...fault, message: `From ${via}: ${fault.message}` });
    return undefined;
  }
}

async function fromCache(
  file: DataFile,
  context: LoadContext,
  attempts: string[],
): Promise<LoadedFile | undefined> {
  const bytes = await context.cache.read(file.path);
  if (bytes === undefined) return undefined;
  context.onProgress?.({ stage: 'cache', file: file.path, loadedBytes: bytes.length });
  // Checked again: a browser may have been killed while it wrote.
  const found = await check(file, bytes, 'cache', context, attempts, false);
  if (!found) await context.cache.remove(file.path);
  return found;
}

async function fetchFrom(
  url: string,
  via: string,
  file: DataFile,
  context: LoadContext,
  attempts: string[],
): Promise<LoadedFile | undefined> {
  let bytes: Bytes;
  try {
    const { fetch, onProgress, signal } = context;
    bytes = await download(url, { fetch, onProgress, signal, name: file.path, maxBytes: fullBytes(file) });
  } catch (thrown) {
    context.signal?.throwIfAborted();
    const fault = toFault(thrown);
    attempts.push(`${via}: ${fault.cause ?? fault.message}`);
    if (fault.code === 'data/truncated' || fault.code === 'data/too-large') context.onNotice?.(fault);
    return undefined;
  }
  const found = await check(file, bytes, via, context, attempts, true);
  if (found) await keep(file.path, bytes, context);
  return found;
}

/** Stores verified bytes; a failure is only a notice. */
export async function keep(path: string, bytes: Bytes, context: LoadContext): Promise<void> {
  const fault = await context.cache.write(path, bytes);
  if (fault) context.onNotice?.(fault);
}

const indexes = new WeakMap<LoadContext, Promise<ReadonlySet<string>>>();

/** Whether the server's index of the local folder names the file; asked once per load. */
async function isServedLocally(path: string, context: LoadContext): Promise<boolean> {
  let index = indexes.get(context);
  if (index === undefined) {
    index = readIndex(context);
    indexes.set(context, index);
  }
  return (await index).has(path);
}

/** Paths of `index.json`: {files: [{path}]}. A server without the folder may answer anything. */
async function readIndex(context: LoadContext): Promise<ReadonlySet<string>> {
  try {
    const { fetch, signal, localBase } = context;
    const bytes = await download(`${localBase}index.json`, {
      fetch,
      signal,
      name: 'index.json',
      maxBytes: 1 << 20,
    });
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const files = typeof parsed === 'object' && parsed !== null && 'files' in parsed ? parsed.files : [];
    const paths = (Array.isArray(files) ? (files as unknown[]) : []).flatMap((entry) =>
      typeof entry === 'object' && entry !== null && 'path' in entry && typeof entry.path === 'string'
        ? [entry.path]
        : [],
    );
    return new Set(paths);
  } catch {
    context.signal?.throwIfAborted();
    return new Set();
  }
}

/** "60,000 of the 60,000" reads silly; "60,000" does not. */
export function countText(count: number, whole: number): string {
  return count === whole ? grouped(count) : `${grouped(count)} of the ${grouped(whole)}`;
}
