import { PhotonicError } from '../lib/fault';
import type { EngineLimits } from '../settings/engine-limits';
import type { BackendFactories } from './choose-backend';
import { engineError } from './engine-fault';

/**
 * Every backend of the house, fetched only when it is tried.
 * @param limits as they are when a backend is opened; without them a backend goes as far as it can
 */
export function backendFactories(limits: () => EngineLimits | undefined = () => undefined): BackendFactories {
  return {
    webgpu: async () => {
      const bounds = limits();
      if (bounds?.gpuOff !== undefined) throw switchedOff(bounds.gpuOff);
      if (!('gpu' in navigator)) throw noWebGpu();
      const opened = await (await import('./webgpu/backend')).createWebGpuBackend(undefined, bounds);
      if (!opened.ok) throw new PhotonicError(opened.fault);
      return opened.value;
    },
    wasm: async () => (await import('./wasm/backend')).createWasmBackend(limits()),
    reference: async () => (await import('./reference/backend')).createReferenceBackend(),
  };
}

function noWebGpu() {
  return engineError(
    'no-webgpu',
    'This browser has no WebGPU, so the CPU computes.',
    'For graphics acceleration use a current Chrome, Edge, Safari or Firefox.',
  );
}

function switchedOff(why: string) {
  return engineError('no-webgpu', why, 'To use the graphics device, change that in Settings.');
}
