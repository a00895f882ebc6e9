import type { Backend } from '../engine/backend';
import { createWasmBackend } from '../engine/wasm/backend';
import { createWebGpuBackend } from '../engine/webgpu/backend';

/** The f32 backends of this page; throws where one is missing, because then its rows mean nothing. */
export async function availableBackends(): Promise<readonly Backend[]> {
  return [await createWasmBackend(), await webGpuBackend()];
}

export async function webGpuBackend(): Promise<Backend> {
  const result = await createWebGpuBackend();
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}
