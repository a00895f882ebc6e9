import type { NetworkData } from '../../data/fields';
import { PhotonicError } from '../../lib/fault';
import type { NetworkPlan } from '../../learning/plan';
import type { Backend, Session, TrainingState } from '../backend';
import { coherent } from '../narrow';
import { Arena } from './arena';
import kernelsUrl from './build/kernels.wasm?url';
import { instantiateKernels } from './kernels';
import { reserveMemory } from './memory-plan';
import { WasmSession } from './session';

/**
 * The CPU backend: WebAssembly SIMD kernels on the calling thread.
 * @throws PhotonicError `engine/no-wasm-simd` where the browser cannot run them
 */
export async function createWasmBackend(): Promise<Backend> {
  try {
    return wasmBackend(await compileKernels());
  } catch (cause) {
    throw new PhotonicError({
      code: 'engine/no-wasm-simd',
      message: 'This browser could not start the fast CPU engine (WebAssembly SIMD).',
      fix: 'Update the browser; meanwhile the slower reference engine is used.',
      cause: String(cause),
    });
  }
}

/** Fetches and compiles the kernels. */
export function compileKernels(): Promise<WebAssembly.Module> {
  return WebAssembly.compileStreaming(fetch(kernelsUrl));
}

/** The backend from already compiled kernels. */
export function wasmBackend(module: WebAssembly.Module): Backend {
  return {
    id: 'wasm',
    label: 'CPU, WebAssembly SIMD, one thread',
    isSoftware: false,
    prepare(plan: NetworkPlan, data: NetworkData, state?: TrainingState): Promise<Session> {
      const network = coherent(plan, data);
      const arena = new Arena();
      reserveMemory(arena, network.plan, network.data);
      const kernels = instantiateKernels(module, arena.memory);
      return Promise.resolve(new WasmSession(kernels, arena, network.plan, network.data, state));
    },
    dispose() {
      // Memories belong to their sessions.
    },
  };
}
