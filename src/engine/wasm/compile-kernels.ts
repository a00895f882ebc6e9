import relaxedUrl from './build/kernels-relaxed.wasm?url';
import kernelsUrl from './build/kernels.wasm?url';
import { hasRelaxedSimd } from './relaxed-simd';

/** Fetches and compiles the kernels, with multiply-adds in one rounding where the browser has them. */
export function compileKernels(): Promise<WebAssembly.Module> {
  return WebAssembly.compileStreaming(fetch(hasRelaxedSimd() ? relaxedUrl : kernelsUrl));
}
