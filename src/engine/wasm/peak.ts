import { Arena } from './arena';
import { compileKernels } from './compile-kernels';
import { instantiateKernels } from './kernels';

const STEPS = 20_000;

/** The thread's own multiply-add peak with f32x4, as work to be timed. */
export async function multiplyAddPeak(): Promise<{ readonly operations: number; run(): void }> {
  const kernels = instantiateKernels(await compileKernels(), new Arena().memory);
  return {
    // 12 chains of 4 lanes, a multiplication and an addition each.
    operations: 12 * 4 * 2 * STEPS,
    run() {
      if (!Number.isFinite(kernels.multiplyAddPeak(STEPS))) throw new Error('The peak loop went wrong.');
    },
  };
}
