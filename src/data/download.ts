import { dataFault, readStream, type Bytes } from './bytes';
import type { LoadProgress } from './samples';

export interface DownloadOptions {
  readonly fetch: typeof fetch;
  /** The file's name in progress and faults. */
  readonly name: string;
  readonly maxBytes: number;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** A server that sends nothing for this long is given up. */
  readonly stallMs?: number;
}

const STALL_MS = 20_000;
/** Bytes between two progress reports. */
const REPORT_EVERY = 256 * 1024;

/**
 * Streams one address into memory, gunzipped if it is gzip. Rejects with the signal's reason when
 * aborted, `data/unreachable` for network failures and error answers, `data/stalled`,
 * `data/truncated` and `data/too-large`.
 */
export async function download(url: string, options: DownloadOptions): Promise<Bytes> {
  const { name, signal } = options;
  signal?.throwIfAborted();
  const stall = new AbortController();
  const stallMs = options.stallMs ?? STALL_MS;
  let timer = setTimeout(() => {
    stall.abort();
  }, stallMs);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stall.abort();
    }, stallMs);
  };
  try {
    const either = signal === undefined ? stall.signal : AbortSignal.any([signal, stall.signal]);
    const response = await options.fetch(url, {
      signal: either,
      credentials: url.startsWith('/') ? 'same-origin' : 'omit',
    });
    if (!response.ok || response.body === null) throw unreachable(url, name, `HTTP ${response.status}`);
    // With a content encoding the length is of other bytes than the ones that arrive here.
    const announced = response.headers.has('content-encoding')
      ? Number.NaN
      : Number(response.headers.get('content-length') ?? Number.NaN);
    const counted = countBytes(response.body, options, announced, alive);
    return await readStream(counted, name, options.maxBytes);
  } catch (thrown) {
    signal?.throwIfAborted();
    if (thrown instanceof Error && 'fault' in thrown) throw thrown;
    if (stall.signal.aborted) {
      throw dataFault(
        'stalled',
        `${hostOf(url)} stopped sending ${name}.`,
        'Check the connection and try again.',
        name,
      );
    }
    throw unreachable(url, name, String(thrown));
  } finally {
    clearTimeout(timer);
  }
}

function countBytes(
  body: ReadableStream<Bytes>,
  options: DownloadOptions,
  announced: number,
  alive: () => void,
): ReadableStream<Bytes> {
  let loadedBytes = 0;
  let reported = 0;
  const report = () => {
    reported = loadedBytes;
    const total = Number.isFinite(announced) ? { totalBytes: announced } : {};
    options.onProgress?.({ stage: 'download', file: options.name, loadedBytes, ...total });
  };
  return body.pipeThrough(
    new TransformStream<Bytes, Bytes>({
      transform(chunk, controller) {
        alive();
        loadedBytes += chunk.length;
        if (loadedBytes - reported >= REPORT_EVERY) report();
        controller.enqueue(chunk);
      },
      flush: report,
    }),
  );
}

function unreachable(url: string, name: string, cause: string) {
  return dataFault(
    'unreachable',
    `${name} could not be fetched from ${hostOf(url)}.`,
    'Check the connection and try again.',
    name,
    `${url}: ${cause}`,
  );
}

export function hostOf(url: string): string {
  return /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? 'the local folder';
}
