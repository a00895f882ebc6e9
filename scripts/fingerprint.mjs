import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * All files below the given files and folders, sorted; what does not exist is left out.
 * @param {readonly string[]} paths
 * @returns {Promise<string[]>}
 */
export async function listFiles(paths) {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const info = await stat(path).catch(() => undefined);
      if (info === undefined) return [];
      if (!info.isDirectory()) return [path];
      return listFiles((await readdir(path)).map((name) => join(path, name)));
    }),
  );
  return lists.flat().sort();
}

/**
 * SHA-256 over names and contents, to tell whether a build's inputs changed.
 * @param {string} base names are hashed relative to this folder
 * @param {readonly string[]} paths files and folders
 * @param {readonly string[]} [extra] further inputs, e.g. compiler flags
 */
export async function fingerprint(base, paths, extra = []) {
  const hash = createHash('sha256');
  for (const item of extra) hash.update(`${item}\0`);
  for (const file of await listFiles(paths)) {
    const content = await readFile(file);
    hash.update(`${relative(base, file)}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest('hex');
}
