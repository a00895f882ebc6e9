import { dataFault } from './bytes';

/** A regular file inside an archive, a view of its bytes. */
interface TarEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;
const MAGIC_AT = 257;

export function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= BLOCK && text(bytes, MAGIC_AT, 5) === 'ustar';
}

/**
 * Lists the regular files of a ustar archive (POSIX.1-1988; directories, links and extended headers are
 * passed over). Throws `data/bad-tar` for a wrong header checksum or an archive that ends early.
 */
export function readTar(bytes: Uint8Array, name: string): TarEntry[] {
  const entries: TarEntry[] = [];
  let at = 0;
  while (at + BLOCK <= bytes.length && bytes[at] !== 0) {
    const header = bytes.subarray(at, at + BLOCK);
    if (checksum(header) !== octal(header, 148, 8)) throw badTar(name, `the header at byte ${at} is damaged`);
    const size = octal(header, 124, 12);
    const start = at + BLOCK;
    if (start + size > bytes.length) throw badTar(name, 'it is cut short');
    const type = header[156];
    // '0' or, from older writers, NUL.
    if (type === 0x30 || type === 0)
      entries.push({ name: text(header, 0, 100), bytes: bytes.subarray(start, start + size) });
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  if (at >= bytes.length) throw badTar(name, 'it is cut short');
  return entries;
}

function badTar(name: string, what: string) {
  return dataFault(
    'bad-tar',
    `${name} is not a usable archive: ${what}.`,
    'Download the archive again.',
    name,
  );
}

function text(bytes: Uint8Array, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return String.fromCharCode(...(end < 0 ? field : field.subarray(0, end)));
}

function octal(bytes: Uint8Array, at: number, length: number): number {
  const value = Number.parseInt(text(bytes, at, length).trim(), 8);
  return Number.isNaN(value) ? 0 : value;
}

/** Sum of the header's bytes with its checksum field read as blanks. */
function checksum(header: Uint8Array): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0);
}
