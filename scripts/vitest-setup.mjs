import { buildWasm } from './build-wasm.mjs';

/** Vitest's global setup: tests load the compiled kernels. */
export async function setup() {
  await buildWasm();
}
