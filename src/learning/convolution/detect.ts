import type { ConvStage } from './plan';
import { sizeOf } from './stage-shapes';

type Detect = Extract<ConvStage, { kind: 'detect' }>;

/** |z| or |z|² of z = x_c + i·x_{c+C}. */
export function detect(stage: Detect, input: Float64Array, count: number): Float64Array {
  const output = new Float64Array(count * sizeOf(stage.output));
  eachField(stage, count, (to, real, imaginary) => {
    const power = (input[real] ?? 0) ** 2 + (input[imaginary] ?? 0) ** 2;
    output[to] = stage.detection === 'power' ? power : Math.sqrt(power);
  });
  return output;
}

/** Cotangents of both quadratures; the modulus is taken as flat where it is dark. */
export function detectBackward(
  stage: Detect,
  input: Float64Array,
  cotangent: Float64Array,
  count: number,
): Float64Array {
  const out = new Float64Array(input.length);
  eachField(stage, count, (from, real, imaginary) => {
    const x = input[real] ?? 0;
    const y = input[imaginary] ?? 0;
    const slope = cotangent[from] ?? 0;
    const modulus = Math.hypot(x, y);
    const factor = stage.detection === 'power' ? 2 * slope : modulus > 0 ? slope / modulus : 0;
    out[real] = factor * x;
    out[imaginary] = factor * y;
  });
  return out;
}

function eachField(
  { output }: Detect,
  count: number,
  visit: (detected: number, real: number, imaginary: number) => void,
): void {
  const size = sizeOf(output);
  for (let sample = 0; sample < count; sample++) {
    for (let k = 0; k < size; k++)
      visit(sample * size + k, 2 * sample * size + k, (2 * sample + 1) * size + k);
  }
}
