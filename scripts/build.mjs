import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { currentConfiguration } from './cloud-config.mjs';
import { compressFolder } from './compress.mjs';
import { fingerprint, listFiles } from './fingerprint.mjs';
import { root } from './paths.mjs';
import { runTool } from './run.mjs';
import { builtSettingsFile, builtVariables } from './settings-file.mjs';

const inputs = [
  'src',
  'shaders',
  'public',
  'index.html',
  'sign-in.html',
  'health.html',
  'vite.config.ts',
  'package-lock.json',
  'scripts/vite-plugins.mjs',
  'scripts/cloud-config.mjs',
  'scripts/settings-file.mjs',
  'scripts/health.mjs',
  'scripts/gates/published.mjs',
  'reports/gates.json',
  'scripts/strict-style.mjs',
  'scripts/offline.mjs',
  'scripts/program-worker.mjs',
  'scripts/compress.mjs',
  'scripts/build-wasm.mjs',
].map((path) => root + path);
const stampFile = `${root}.cache/build.sha256`;

/**
 * Builds the page into dist/ unless its inputs are unchanged since the last build.
 * @returns {Promise<boolean>} false when the build failed; its messages are printed
 */
export async function buildPage() {
  const kernels = `${root}src/engine/wasm/build`;
  // The compiled kernels are an output that lies among the sources.
  const sources = (await listFiles(inputs)).filter((path) => !path.startsWith(kernels));
  const stamp = await fingerprint(root, sources, [
    currentConfiguration(),
    builtSettingsFile(),
    JSON.stringify(builtVariables()),
  ]);
  const lastStamp = await readFile(stampFile, 'utf8').catch(() => '');
  if (lastStamp === stamp && (await listFiles([`${root}dist/index.html`])).length === 1) {
    console.log('The build is up to date.');
    return true;
  }
  await mkdir(`${root}.cache`, { recursive: true });
  await writeFile(stampFile, '');
  // Whoever asks for it, a test for one, wants the page that people get.
  const env = { NODE_ENV: 'production' };
  if ((await runTool('vite/bin/vite.js', ['build'], { env })) !== 0) return false;
  await compressFolder(`${root}dist`);
  await writeFile(stampFile, stamp);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await buildPage()) ? 0 : 1;
