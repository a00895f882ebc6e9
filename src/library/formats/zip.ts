import type { UnzipFile } from 'fflate';
import { Unzip, UnzipInflate, zipSync } from 'fflate';
import type { Bytes } from '../../data/bytes';
import { formatFault } from './format-fault';

/** What a zip from outside may be at most. A deflated byte can stand for a thousand. */
export const ZIP_LIMITS = {
  /** Bytes of the zip itself. */
  packed: 64 * 2 ** 20,
  /** Bytes of all entries together, unpacked. */
  unpacked: 256 * 2 ** 20,
  entries: 4096,
  /** Characters of an entry's name. */
  name: 256,
} as const;

/** Bytes that are unpacked between two looks at the limits: at most a thousand times as many come out. */
const STEP = 16 * 1024;

/** Whether bytes begin like a zip archive, the empty one included. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}

/**
 * Unpacks a zip: names to bytes, in its order, directories left out. What it announces about sizes is not
 * believed. Throws `format/bad-zip` or `format/too-large`.
 */
export function readZip(bytes: Uint8Array, name: string): ReadonlyMap<string, Bytes> {
  if (!isZip(bytes)) throw badZip(name, 'it does not begin like one');
  if (bytes.length > ZIP_LIMITS.packed) throw tooLarge(name, `${ZIP_LIMITS.packed / 2 ** 20} MB packed`);
  const unpacked = new Unpacked(name);
  const stream = new Unzip((file) => unpacked.take(file));
  stream.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && unpacked.fault === undefined; at += STEP) {
      const end = Math.min(bytes.length, at + STEP);
      stream.push(bytes.slice(at, end), end === bytes.length);
    }
  } catch (thrown) {
    unpacked.fail(badZip(name, thrown instanceof Error ? thrown.message : 'it is damaged'));
  }
  return unpacked.finish();
}

/** A zip of named bytes, the same for the same entries: it carries no time. */
export function writeZip(entries: ReadonlyMap<string, Uint8Array>): Bytes {
  const files: Record<string, Uint8Array> = Object.create(null) as Record<string, Uint8Array>;
  for (const [name, bytes] of entries) files[name] = bytes;
  return zipSync(files, { level: 6, mtime: EPOCH }).slice();
}

/** The first day that a zip can name. */
const EPOCH = new Date(1980, 0, 1);

/** Entries as they come out. */
class Unpacked {
  fault: Error | undefined;
  readonly #name: string;
  readonly #entries = new Map<string, Bytes>();
  #open = 0;
  #seen = 0;
  #total = 0;

  constructor(name: string) {
    this.#name = name;
  }

  fail(fault: Error): void {
    this.fault ??= fault;
  }

  take(file: UnzipFile): void {
    this.#seen++;
    if (this.#seen > ZIP_LIMITS.entries)
      return this.fail(tooLarge(this.#name, `${ZIP_LIMITS.entries} entries`));
    if (file.name.length > ZIP_LIMITS.name) return this.fail(badZip(this.#name, 'a name in it is too long'));
    if (this.#entries.has(file.name)) return this.fail(badZip(this.#name, `“${file.name}” is in it twice`));
    const parts: Uint8Array[] = [];
    let size = 0;
    this.#open++;
    file.ondata = (error, part, isLast) => {
      if (error) return this.fail(badZip(this.#name, `“${file.name}” is damaged`));
      if (this.fault !== undefined) return;
      // The next step's memory is the stream's own.
      parts.push(part.slice());
      size += part.length;
      this.#total += part.length;
      if (this.#total > ZIP_LIMITS.unpacked)
        return this.fail(tooLarge(this.#name, `${ZIP_LIMITS.unpacked / 2 ** 20} MB unpacked`));
      if (!isLast) return;
      this.#open--;
      const isShort = file.originalSize !== undefined && file.originalSize !== size;
      if (isShort) return this.fail(badZip(this.#name, `“${file.name}” is not as long as announced`));
      if (!file.name.endsWith('/')) this.#entries.set(file.name, joined(parts, size));
    };
    file.start();
  }

  finish(): ReadonlyMap<string, Bytes> {
    if (this.fault !== undefined) throw this.fault;
    if (this.#open > 0) throw badZip(this.#name, 'it is cut short');
    if (this.#entries.size === 0) throw badZip(this.#name, 'there is nothing in it');
    return this.#entries;
  }
}

function joined(parts: readonly Uint8Array[], size: number): Bytes {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function badZip(name: string, what: string) {
  return formatFault(
    'bad-zip',
    `${name} cannot be unpacked: ${what}.`,
    'Export or download the file again.',
    name,
  );
}

function tooLarge(name: string, limit: string) {
  return formatFault(
    'too-large',
    `${name} holds more than ${limit}, so it was not opened.`,
    'Use a smaller file, or take out what is needed with another program.',
    name,
  );
}
