'use strict';
const { existsSync } = require('node:fs');
const { isBuiltin } = require('node:module');
const { dirname, resolve } = require('node:path');

/**
 * Resolver for the layer rules. A relative import with an extension belongs where its path says, whether or not
 * the file is there: compiled kernels are not, before the first build. Query suffixes (`?raw`, `?worker`) are
 * Vite's and name no other file.
 */
exports.interfaceVersion = 2;

/**
 * @param {string} source
 * @param {string} file
 * @returns {{ found: boolean, path?: string | null }}
 */
exports.resolve = (source, file) => {
  if (isBuiltin(source)) return { found: true, path: null };
  const [path = ''] = source.split('?', 1);
  if (!path.startsWith('.')) return { found: false };
  const base = resolve(dirname(file), path);
  const match = ['.ts', '.tsx', '.mjs'].map((extension) => base + extension).find((name) => existsSync(name));
  if (match !== undefined) return { found: true, path: match };
  return /\.[a-z0-9]+$/.test(base) ? { found: true, path: base } : { found: false };
};
