import { PhotonicError } from '../lib/fault';
import type { BackendFactories } from './choose-backend';
import { engineError } from './engine-fault';

/** Every backend of the house, fetched only when it is tried. */
export const backendFactories: BackendFactories = {
  webgpu: async () => {
    if (!('gpu' in navigator)) throw noWebGpu();
    const opened = await (await import('./webgpu/backend')).createWebGpuBackend();
    if (!opened.ok) throw new PhotonicError(opened.fault);
    return opened.value;
  },
  wasm: async () => (await import('./wasm/backend')).createWasmBackend(),
  reference: async () => (await import('./reference/backend')).createReferenceBackend(),
};

function noWebGpu() {
  return engineError(
    'no-webgpu',
    'This browser has no WebGPU, so the CPU computes.',
    'For graphics acceleration use a current Chrome, Edge, Safari or Firefox.',
  );
}
