import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { listFiles } from './fingerprint.mjs';

const compressible = /\.(html|js|css|svg|wasm|webmanifest)$/;
/** Below this a header costs more than is saved. */
const smallest = 1024;

/**
 * Puts a .br and a .gz beside every built file that gets smaller by it, for the server to hand out.
 * @param {string} folder
 */
export async function compressFolder(folder) {
  const files = (await listFiles([folder])).filter((path) => compressible.test(path));
  for (const path of files) {
    const content = await readFile(path);
    if (content.length < smallest) continue;
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      promisify(gzip)(content, { level: 9 }),
    ]);
    await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
  }
}
