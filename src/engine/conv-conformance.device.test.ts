import { describeConvConformance } from './conv-conformance.testing';
import { createReferenceBackend } from './reference/backend';
import { createWasmBackend } from './wasm/backend';
import { createWebGpuBackend } from './webgpu/backend';

describeConvConformance('The reference', () => Promise.resolve(createReferenceBackend()));

describeConvConformance('WASM', createWasmBackend);

describeConvConformance('WebGPU', async () => {
  const backend = await createWebGpuBackend();
  if (!backend.ok) throw new Error(backend.fault.message);
  return backend.value;
});
