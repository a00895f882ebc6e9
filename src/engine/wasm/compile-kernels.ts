import relaxedUrl from './build/kernels-relaxed.wasm?url';
import kernelsUrl from './build/kernels.wasm?url';
import { hasRelaxedSimd } from './relaxed-simd';

/**
 * Fetches and compiles the kernels.
 * @param fused multiply-adds in one rounding, where the browser has them
 */
export function compileKernels(fused = true): Promise<WebAssembly.Module> {
  return WebAssembly.compileStreaming(fetch(fused && hasRelaxedSimd() ? relaxedUrl : kernelsUrl));
}
