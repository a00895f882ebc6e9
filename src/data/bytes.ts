import { PhotonicError } from '../lib/fault';

/** Bytes in memory of their own: what the platform's hashing and streams accept. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Shorthand for throwing a fault of this room. */
export function dataFault(
  code: string,
  message: string,
  fix: string,
  where?: string,
  cause?: string,
): PhotonicError {
  return new PhotonicError({ code: `data/${code}`, message, fix, where, cause });
}

/** 60000 → "60,000". */
export function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

/** SHA-256 as lower-case hexadecimal. Throws a fault where the page is not a secure context. */
export async function sha256(bytes: Bytes): Promise<string> {
  // Browsers leave `subtle` undefined on plain-HTTP pages, against its declared type.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) {
    throw dataFault(
      'no-hashing',
      'This page cannot check downloaded files because it is not served securely.',
      'Open the studio through https or localhost.',
    );
  }
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Reads a byte stream to its end, through gunzip if it starts like gzip (a server may already have
 * undone the compression, so the name tells nothing). Throws `data/too-large` past `maxBytes`, and
 * `data/truncated` when the compressed stream ends early or is garbage.
 */
export async function readStream(
  stream: ReadableStream<Bytes>,
  name: string,
  maxBytes: number,
): Promise<Bytes> {
  const source = stream.getReader();
  const first = await source.read();
  if (first.done) return new Uint8Array(0);
  let pending: Bytes | undefined = first.value;
  const rejoined = new ReadableStream<Bytes>({
    async pull(controller) {
      if (pending !== undefined) {
        controller.enqueue(pending);
        pending = undefined;
        return;
      }
      const next = await source.read();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: (reason) => source.cancel(reason),
  });
  const gzip = isGzip(first.value);
  const decoded = gzip ? rejoined.pipeThrough(new DecompressionStream('gzip')) : rejoined;
  return collect(decoded, name, maxBytes, gzip);
}

async function collect(
  stream: ReadableStream<Bytes>,
  name: string,
  maxBytes: number,
  gzip: boolean,
): Promise<Bytes> {
  const parts: Bytes[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    let next: ReadableStreamReadResult<Bytes>;
    try {
      next = await reader.read();
    } catch (thrown) {
      // Browsers report damaged gzip as a TypeError, Node with a zlib code; anything else is the network's.
      const damaged = gzip && thrown instanceof Error && (thrown.name === 'TypeError' || 'code' in thrown);
      if (!damaged) throw thrown;
      throw dataFault(
        'truncated',
        `${name} is cut short or damaged: its gzip compression does not end properly.`,
        'Download the file again from its source.',
        name,
        thrown.message,
      );
    }
    if (next.done) break;
    length += next.value.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw dataFault(
        'too-large',
        `${name} is larger than the ${grouped(maxBytes)} bytes allowed for it.`,
        'Use the original file, or a smaller excerpt of your own data.',
        name,
      );
    }
    parts.push(next.value);
  }
  const joined = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
