import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, resolve as join } from 'node:path';

/** Of eslint-plugin-import's resolver interface, which the layer rules use. */
export const interfaceVersion = 2;

/**
 * Finds the file an import names. It belongs to the room its path says, whether or not the file is there:
 * compiled kernels are not, before the first build. Suffixes (`?raw`, `?worker`) are Vite's and name no other
 * file.
 * @param {string} source
 * @param {string} file
 * @returns {{ found: boolean, path?: string | null }}
 */
export function resolve(source, file) {
  if (isBuiltin(source)) return { found: true, path: null };
  const [path = ''] = source.split('?', 1);
  if (!path.startsWith('.')) return { found: false };
  const base = join(dirname(file), path);
  const match = ['.ts', '.tsx', '.mjs'].map((extension) => base + extension).find((name) => existsSync(name));
  if (match !== undefined) return { found: true, path: match };
  return { found: true, path: /\.[a-z0-9]+$/.test(base) ? base : `${base}.ts` };
}
