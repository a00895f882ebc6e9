import type { Backend } from '../engine/backend';
import type { DeviceSource } from '../engine/webgpu/adapter';
import { PhotonicError, toFault } from '../lib/fault';
import { headlessError } from './headless-fault';

const FIX =
  'Training runs on the processor instead. For the graphics device install its driver (on Linux with Vulkan, libvulkan1) and the package webgpu.';

/** What the package brings; the graphics device must live as long as its source. */
interface Dawn {
  readonly source: DeviceSource;
}

let opened: Promise<Dawn> | undefined;

/**
 * The WebGPU backend on Dawn, the engine of Chromium, from the optional package `webgpu`.
 * @throws PhotonicError `headless/no-webgpu` where the package or an adapter is missing
 */
export async function createDawnBackend(): Promise<Backend> {
  const { source } = await (opened ??= openDawn());
  const { createWebGpuBackend } = await import('../engine/webgpu/backend');
  const backend = await createWebGpuBackend(source);
  if (backend.ok) return backend.value;
  const { code, cause } = backend.fault;
  if (code !== 'engine/no-webgpu') throw new PhotonicError(backend.fault);
  throw headlessError('no-webgpu', 'No graphics device was found on this machine.', FIX, { cause });
}

async function openDawn(): Promise<Dawn> {
  try {
    const { create, globals } = await import('webgpu');
    // Flags and error classes that a browser has as a part of its language, like fetch; the engine names them.
    for (const [name, value] of Object.entries(globals as Record<string, unknown>))
      if (!(name in globalThis))
        Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    return { source: create([]) };
  } catch (thrown) {
    throw headlessError('no-webgpu', 'The optional package webgpu could not be loaded.', FIX, {
      cause: toFault(thrown).cause,
    });
  }
}
