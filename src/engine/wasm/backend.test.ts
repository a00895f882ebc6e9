import { readFile } from 'node:fs/promises';
import { describeConformance } from '../conformance.testing';
import { wasmBackend } from './backend';

describeConformance('WASM', async () => {
  const bytes = await readFile(new URL('./build/kernels.wasm', import.meta.url));
  return wasmBackend(await WebAssembly.compile(bytes));
});
