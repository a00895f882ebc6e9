import { mnist, vowels } from './accuracy';
import { CONVOLUTION_BENCHES } from './convolution';
import { PAPER_BENCHES } from './papers';
import { monteCarlo } from './monte-carlo';
import { parityBench } from './parity';
import { clementsParity, clementsSpeed } from './programming';
import type { Bench } from './row';
import { againstTfjs, trainedSamples, wasmAgainstJs, wasmAgainstJsF64, wasmPeakShare } from './speed';

/** Every figure the product shows about itself, in the order of the table. */
export const CATALOGUE: readonly Bench[] = [
  parityBench(64, 64, 5e-6),
  parityBench(256, 32, 1e-5),
  clementsParity,
  wasmAgainstJs,
  wasmAgainstJsF64,
  againstTfjs('wasm', 64, 150),
  againstTfjs('webgpu', 16, 50),
  againstTfjs('webgpu', 64, 300),
  wasmPeakShare,
  trainedSamples,
  clementsSpeed,
  monteCarlo,
  vowels,
  mnist,
  ...CONVOLUTION_BENCHES,
  ...PAPER_BENCHES,
];
