import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fingerprint, listFiles } from './fingerprint.mjs';
import { root } from './paths.mjs';

const entry = 'src/engine/wasm/assembly/index.ts';
/** Folder of the AssemblyScript sources; the dev server watches it. */
export const assemblyFolder = `${root}src/engine/wasm/assembly`;
const buildFolder = `${root}src/engine/wasm/build`;
/**
 * The same kernels twice: for every browser with SIMD, and with multiply-adds in one rounding for those that know
 * relaxed SIMD, where real matrix products run half again as fast.
 */
const builds = [
  { file: 'kernels.wasm', features: [] },
  { file: 'kernels-relaxed.wasm', features: ['--enable', 'relaxed-simd'] },
];
const stampFile = `${buildFolder}/kernels.sha256`;

/**
 * The memory is imported with neither initial nor maximum size: the import then asks only for the pages of the
 * static data and accepts any larger memory, with or without a maximum. Its owner decides. The stub runtime
 * exports no allocator.
 */
const flags = [
  '--optimizeLevel',
  '3',
  '--shrinkLevel',
  '0',
  '--converge',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--importMemory',
];

/**
 * Compiles the AssemblyScript kernels into src/engine/wasm/build unless their inputs are unchanged.
 * @returns {Promise<'built' | 'unchanged' | 'nothing'>} `nothing` where there are no sources
 * @throws {Error} with the compiler's messages
 */
export async function buildWasm() {
  if ((await listFiles([root + entry])).length === 0) return 'nothing';
  const compiler = JSON.parse(await readFile(`${root}node_modules/assemblyscript/package.json`, 'utf8'));
  const stamp = await fingerprint(
    root,
    [assemblyFolder],
    [...flags, JSON.stringify(builds), compiler.version],
  );
  const files = builds.map(({ file }) => `${buildFolder}/${file}`);
  const [lastStamp, built] = await Promise.all([
    readFile(stampFile, 'utf8').catch(() => ''),
    listFiles(files),
  ]);
  if (lastStamp === stamp && built.length === builds.length) return 'unchanged';

  await mkdir(buildFolder, { recursive: true });
  for (const { file, features } of builds) {
    // Renamed into place: tests and servers started side by side never see half a file.
    await writeAtomically(`${buildFolder}/${file}`, await compile([...flags, ...features]));
  }
  await writeAtomically(stampFile, stamp);
  return 'built';
}

/**
 * @param {string[]} options of the compiler
 * @returns {Promise<Uint8Array>}
 * @throws {Error} with the compiler's messages
 */
async function compile(options) {
  const { default: asc } = await import('assemblyscript/asc');
  /** @type {Uint8Array | undefined} */
  let binary;
  const { error, stderr } = await asc.main(
    [entry, '--baseDir', root, ...options, '--outFile', 'kernels.wasm'],
    {
      writeFile: (_name, contents) => {
        if (typeof contents !== 'string') binary = contents;
      },
    },
  );
  if (error || binary === undefined) {
    throw new Error(`The WASM kernels do not compile.\n${stderr.toString()}${error?.message ?? ''}`);
  }
  return binary;
}

/**
 * @param {string} path
 * @param {string | Uint8Array} content
 */
async function writeAtomically(path, content) {
  const temporary = `${path}.${randomUUID()}`;
  await writeFile(temporary, content);
  await rename(temporary, path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outcome = await buildWasm();
  console.log(
    {
      built: 'WASM kernels built.',
      unchanged: 'WASM kernels are up to date.',
      nothing: 'No WASM kernels to build.',
    }[outcome],
  );
}
