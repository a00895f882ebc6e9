import { mnist, vowels } from './accuracy';
import { CONVOLUTION_BENCHES } from './convolution';
import { againstDense } from './dense';
import { LEVEL_BENCHES } from './levels';
import { memoryCopies, multiplyAdds } from './machine-rows';
import { ficonnLatency } from './modelled-latency';
import { PAPER_BENCHES } from './papers';
import { monteCarlo } from './monte-carlo';
import { parityBench } from './parity';
import { clementsParity, clementsSpeed } from './programming';
import type { Bench } from './row';
import { againstTfjs, trainedSamples, wasmAgainstJs, wasmAgainstJsF64, wasmPeakShare } from './speed';

const quick = (bench: Bench): Bench => ({ ...bench, isQuick: true });

/** Every figure the product shows about itself, in the order of the table. */
export const CATALOGUE: readonly Bench[] = [
  ficonnLatency,
  multiplyAdds,
  memoryCopies,
  quick(parityBench(64, 64, 5e-6)),
  parityBench(256, 32, 1e-5),
  clementsParity,
  quick(wasmAgainstJs),
  wasmAgainstJsF64,
  quick(againstTfjs('wasm', 64, 150)),
  againstTfjs('webgpu', 16, 50),
  againstTfjs('webgpu', 64, 300),
  againstDense('wasm', 64, 1),
  againstDense('webgpu', 64, 1),
  quick(wasmPeakShare),
  quick(trainedSamples),
  quick(clementsSpeed),
  ...LEVEL_BENCHES,
  monteCarlo,
  quick(vowels),
  mnist,
  ...CONVOLUTION_BENCHES,
  ...PAPER_BENCHES,
];
