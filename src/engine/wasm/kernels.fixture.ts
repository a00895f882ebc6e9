import { readFile } from 'node:fs/promises';
import { Arena } from './arena';
import type { Kernels } from './kernels';
import { instantiateKernels } from './kernels';

/** The built kernels for tests in Node, each time on a memory of their own. */
export async function kernelsInNode(): Promise<() => { readonly arena: Arena; readonly kernels: Kernels }> {
  const module = await compileInNode();
  return () => {
    const arena = new Arena();
    return { arena, kernels: instantiateKernels(module, arena.memory) };
  };
}

export async function compileInNode(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(new URL('./build/kernels.wasm', import.meta.url)));
}
