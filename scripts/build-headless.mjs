import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildWasm } from './build-wasm.mjs';
import { builtCommit } from './built-commit.mjs';
import { fingerprint, listFiles } from './fingerprint.mjs';
import { root } from './paths.mjs';

/** Every program that is bundled for Node, by the name of its file in dist-headless/. */
const entries = {
  headless: `${root}src/headless/main.ts`,
  'node-engine': `${root}src/headless/node-engine.ts`,
  'conv-thread': `${root}src/headless/conv-thread.ts`,
  serve: `${root}src/headless/serve.ts`,
};
const rooms = [
  'lib',
  'settings',
  'photonics',
  'experiment',
  'data',
  'learning',
  'engine',
  'bench',
  'library',
  'program',
  'headless',
];
const inputs = [
  ...rooms.map((room) => `src/${room}`),
  'shaders',
  'package.json',
  'package-lock.json',
  'scripts/build-headless.mjs',
  'scripts/build-wasm.mjs',
].map((path) => root + path);
const folder = `${root}dist-headless`;
const stampFile = `${root}.cache/build-headless.sha256`;
const kernels = ['kernels.wasm', 'kernels-relaxed.wasm'];

/**
 * Bundles the programs for Node into dist-headless/, with all they need but the optional package `webgpu`, unless their
 * inputs are unchanged since the last time. Prints on stderr: stdout belongs to what is run.
 * @throws {Error} with the bundler's messages
 */
export async function buildHeadless() {
  await buildWasm();
  const commit = builtCommit();
  const isSource = (/** @type {string} */ path) => !/\.(test|testing|fixture)\.|\.device\.test\./.test(path);
  const stamp = await fingerprint(root, (await listFiles(inputs)).filter(isSource), [commit]);
  const lastStamp = await readFile(stampFile, 'utf8').catch(() => '');
  if (lastStamp === stamp && (await listFiles([`${folder}/headless.js`])).length === 1) return;
  console.error('Building the headless runner …');
  await mkdir(`${root}.cache`, { recursive: true });
  await writeFile(stampFile, '');
  // Put into place whole: programs and tests may be started side by side.
  const made = `${root}.cache/dist-headless.${process.pid}`;
  const { build } = await import('vite');
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: {
      __BUNDLED__: 'true',
      __STUDIO_VERSION__: JSON.stringify(version),
      __STUDIO_COMMIT__: JSON.stringify(commit),
    },
    // All in the bundle, so that the folder can be copied into an image as it is; binaries cannot be.
    ssr: { noExternal: true, external: ['webgpu'] },
    build: {
      ssr: true,
      outDir: made,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: entries,
        // Side by side: each finds the kernels and the threads' script beside itself.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  await mkdir(`${made}/kernels`, { recursive: true });
  for (const name of kernels)
    await copyFile(`${root}src/engine/wasm/build/${name}`, `${made}/kernels/${name}`);
  await writeFile(`${made}/package.json`, '{ "type": "module" }\n');
  await rm(folder, { recursive: true, force: true });
  await rename(made, folder);
  await writeFile(stampFile, stamp);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildHeadless();
