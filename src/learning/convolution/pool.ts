import type { ConvStage } from './plan';
import { sizeOf } from './stage-shapes';

type Pool = Extract<ConvStage, { kind: 'pool' }>;

/** Largest or mean value of every window. */
export function pool(stage: Pool, input: Float64Array, count: number): Float64Array {
  const output = new Float64Array(count * sizeOf(stage.output));
  eachWindow(stage, count, (to, window) => {
    if (stage.mode === 'max') output[to] = input[largest(input, window)] ?? 0;
    else output[to] = window.reduce((sum, at) => sum + (input[at] ?? 0), 0) / window.length;
  });
  return output;
}

/** Cotangents of the input: to the largest value (of equal ones the first), or equal shares. */
export function poolBackward(
  stage: Pool,
  input: Float64Array,
  cotangent: Float64Array,
  count: number,
): Float64Array {
  const out = new Float64Array(input.length);
  eachWindow(stage, count, (from, window) => {
    const slope = cotangent[from] ?? 0;
    if (stage.mode === 'max') out[largest(input, window)] = slope;
    else window.forEach((at) => (out[at] = slope / window.length));
  });
  return out;
}

/** Where the window's largest value is: the first of them, row by row. */
function largest(input: Float64Array, window: Int32Array): number {
  let best = window[0] ?? 0;
  for (const at of window) if ((input[at] ?? 0) > (input[best] ?? 0)) best = at;
  return best;
}

/** Visits every window with the positions of its values; the array is used again. */
function eachWindow(
  { input, output, height, width }: Pool,
  count: number,
  visit: (pooled: number, window: Int32Array) => void,
): void {
  const window = new Int32Array(height * width);
  let pooled = 0;
  for (let plane = 0; plane < count * input.channels; plane++) {
    for (let i = 0; i < output.height; i++) {
      for (let j = 0; j < output.width; j++) {
        let k = 0;
        for (let row = i * height; row < (i + 1) * height; row++) {
          for (let column = j * width; column < (j + 1) * width; column++)
            window[k++] = (plane * input.height + row) * input.width + column;
        }
        visit(pooled++, window);
      }
    }
  }
}
