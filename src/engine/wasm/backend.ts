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

/** How far the CPU backend may go. */
export interface CpuLimits {
  /** Threads of a convolutional network, the calling one counted; 0: one per core. */
  readonly threads: number;
  /** Whether multiply-adds may be done in one rounding. */
  readonly fused: boolean;
}

/**
 * The CPU backend: WebAssembly SIMD kernels.
 * @throws PhotonicError `engine/no-wasm-simd` where the browser cannot run them
 */
export async function createWasmBackend(
  { threads, fused }: CpuLimits = { threads: 0, fused: true },
): Promise<Backend> {
  try {
    return wasmBackend(await compileKernels(fused), undefined, threads);
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
 * @param most of these threads; 0: as many as there are
 */
export function wasmBackend(module: WebAssembly.Module, threads?: Threads, most = 0): Backend {
  return {
    id: 'wasm',
    label: 'CPU, WebAssembly SIMD',
    isSoftware: false,
    async prepare(plan: NetworkPlan, data: NetworkData, state?: TrainingState): Promise<Session> {
      const network = matched(plan, data);
      if (network.kind === 'convolutional') {
        const { atMost, everyCore, prepareConv } = await import('./prepare-conv');
        const crew = atMost(most, threads ?? everyCore());
        return prepareConv(module, network.plan, network.data, state, crew);
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
