import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tests only: the folder of original data files (see README), and whether it is there. */
export const DATA_DIR = process.env['PHOTONIC_DATA_DIR'] ?? '../shared/data';
export const HAS_DATA = existsSync(join(DATA_DIR, 'SHA256SUMS'));

/** Why a suite is skipped, as part of its name. */
export const REAL = HAS_DATA ? 'on the real files' : 'on the real files (skipped: no PHOTONIC_DATA_DIR)';

export function realFile(path: string): Uint8Array<ArrayBuffer> {
  const full = join(DATA_DIR, path);
  if (!existsSync(full) && existsSync(`${full}.xz`)) {
    return new Uint8Array(execFileSync('xz', ['-dc', `${full}.xz`], { maxBuffer: 2 ** 26 }));
  }
  return new Uint8Array(readFileSync(full));
}
