import { describeConformance } from './conformance.testing';
import { createReferenceBackend } from './reference/backend';
import { createWasmBackend } from './wasm/backend';
import { createWebGpuBackend } from './webgpu/backend';

describeConformance('The reference', () => Promise.resolve(createReferenceBackend()));

describeConformance('WASM', createWasmBackend);

describeConformance('WebGPU', async () => {
  const backend = await createWebGpuBackend();
  if (!backend.ok) throw new Error(backend.fault.message);
  return backend.value;
});
