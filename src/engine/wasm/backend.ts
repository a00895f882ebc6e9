import type { NetworkData } from '../../data/fields';
import { PhotonicError } from '../../lib/fault';
import type { NetworkPlan } from '../../learning/plan';
import type { Backend, Session, TrainingState } from '../backend';
import { matched } from '../narrow';
import type { Threads } from '../pool/conv-crew';
import { Arena } from './arena';
import { compileKernels } from './compile-kernels';
import { instantiateKernels } from './kernels';
import { reserveMemory } from './memory-plan';
import { WasmSession } from './session';

/**
 * The CPU backend: WebAssembly SIMD kernels.
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

/**
 * The backend from already compiled kernels.
 * @param threads of convolutional networks, else one per core; coherent ones run on the calling thread
 */
export function wasmBackend(module: WebAssembly.Module, threads?: Threads): Backend {
  return {
    id: 'wasm',
    label: 'CPU, WebAssembly SIMD',
    isSoftware: false,
    async prepare(plan: NetworkPlan, data: NetworkData, state?: TrainingState): Promise<Session> {
      const network = matched(plan, data);
      if (network.kind === 'convolutional') {
        const { prepareConv } = await import('./prepare-conv');
        return prepareConv(module, network.plan, network.data, state, threads);
      }
      const arena = new Arena();
      reserveMemory(arena, network.plan, network.data);
      const kernels = instantiateKernels(module, arena.memory);
      return new WasmSession(kernels, arena, network.plan, network.data, state);
    },
    dispose() {
      // Memories belong to their sessions.
    },
  };
}
