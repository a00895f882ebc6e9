import { readFile } from 'node:fs/promises';
import type { BackendFactories } from '../engine/choose-backend';
import type { Threads } from '../engine/pool/conv-crew';
import { hasRelaxedSimd } from '../engine/wasm/relaxed-simd';
import { toFault } from '../lib/fault';
import { headlessError } from './headless-fault';

/** The backends in Node, each loaded when it is tried. */
export function nodeBackends(kernels: URL, threads: Threads, mayUseGpu: boolean): BackendFactories {
  let module: Promise<WebAssembly.Module> | undefined;
  return {
    webgpu: async () => {
      if (mayUseGpu) return (await import('./node-webgpu')).createDawnBackend();
      throw headlessError(
        'gpu-switched-off',
        'The graphics device is switched off here.',
        'Choose the WASM backend, or set PHOTONIC_ENABLE_GPU to true.',
      );
    },
    wasm: async () => {
      const { wasmBackend } = await import('../engine/wasm/backend');
      module ??= compiled(kernels);
      return wasmBackend(await module, threads);
    },
    reference: async () => (await import('../engine/reference/backend')).createReferenceBackend(),
  };
}

async function compiled(kernels: URL): Promise<WebAssembly.Module> {
  const file = new URL(hasRelaxedSimd() ? 'kernels-relaxed.wasm' : 'kernels.wasm', kernels);
  try {
    return await WebAssembly.compile(await readFile(file));
  } catch (thrown) {
    throw headlessError(
      'no-kernels',
      'The compiled kernels of the CPU engine could not be loaded.',
      'Build them with `node scripts/build-headless.mjs`; meanwhile `--backend reference` works.',
      { where: file.pathname, cause: toFault(thrown).cause },
    );
  }
}
