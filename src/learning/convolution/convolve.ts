import type { ConvStage } from './plan';
import { sizeOf } from './stage-shapes';

type Convolve = Extract<ConvStage, { kind: 'convolve' }>;

/** Every linear stage of `count` samples: y = W·patches(x) + bias. Arrays are [sample][channel][row][column]. */
export function convolve(
  stage: Convolve,
  dense: Float64Array,
  parameters: Float64Array,
  input: Float64Array,
  count: number,
): Float64Array {
  const { rows, columns } = stage.matrix;
  const positions = stage.output.height * stage.output.width;
  const output = new Float64Array(count * rows * positions);
  const patches = new Float64Array(columns * positions);
  for (let sample = 0; sample < count; sample++) {
    gather(stage, input, sample, patches);
    for (let row = 0; row < rows; row++) {
      const to = (sample * rows + row) * positions;
      const bias = stage.biasOffset === undefined ? 0 : (parameters[stage.biasOffset + row] ?? 0);
      output.fill(bias, to, to + positions);
      for (let column = 0; column < columns; column++) {
        const weight = dense[row * columns + column] ?? 0;
        const from = column * positions;
        for (let p = 0; p < positions; p++)
          output[to + p] = (output[to + p] ?? 0) + weight * (patches[from + p] ?? 0);
      }
    }
  }
  return output;
}

/**
 * Cotangents of the stage's input; adds those of its matrix and bias.
 * @param matrixCotangent rows × columns
 */
export function convolveBackward(
  stage: Convolve,
  dense: Float64Array,
  input: Float64Array,
  cotangent: Float64Array,
  count: number,
  matrixCotangent: Float64Array,
  gradient: Float64Array,
): Float64Array {
  const { rows, columns } = stage.matrix;
  const positions = stage.output.height * stage.output.width;
  const inputCotangent = new Float64Array(input.length);
  const patches = new Float64Array(columns * positions);
  const slopes = new Float64Array(columns * positions);
  for (let sample = 0; sample < count; sample++) {
    gather(stage, input, sample, patches);
    slopes.fill(0);
    for (let row = 0; row < rows; row++) {
      const from = (sample * rows + row) * positions;
      for (let column = 0; column < columns; column++) {
        const at = row * columns + column;
        const weight = dense[at] ?? 0;
        const patch = column * positions;
        let sum = 0;
        for (let p = 0; p < positions; p++) {
          const slope = cotangent[from + p] ?? 0;
          sum += slope * (patches[patch + p] ?? 0);
          slopes[patch + p] = (slopes[patch + p] ?? 0) + weight * slope;
        }
        matrixCotangent[at] = (matrixCotangent[at] ?? 0) + sum;
      }
      if (stage.biasOffset === undefined) continue;
      let sum = 0;
      for (let p = 0; p < positions; p++) sum += cotangent[from + p] ?? 0;
      gradient[stage.biasOffset + row] = (gradient[stage.biasOffset + row] ?? 0) + sum;
    }
    scatter(stage, slopes, sample, inputCotangent);
  }
  return inputCotangent;
}

/** Patches of one sample, columns × positions (im2col); dark beyond the image. */
export function gather(stage: Convolve, input: Float64Array, sample: number, patches: Float64Array): void {
  eachPatchEntry(stage, sample, (patch, pixel) => {
    patches[patch] = pixel === undefined ? 0 : (input[pixel] ?? 0);
  });
}

/** Adds what every patch element says of its pixel: the adjoint of {@link gather}. */
function scatter(stage: Convolve, patches: Float64Array, sample: number, input: Float64Array): void {
  eachPatchEntry(stage, sample, (patch, pixel) => {
    if (pixel !== undefined) input[pixel] = (input[pixel] ?? 0) + (patches[patch] ?? 0);
  });
}

function eachPatchEntry(
  { input, output, kernel, stride, padding }: Convolve,
  sample: number,
  visit: (patch: number, pixel: number | undefined) => void,
): void {
  const first = sample * sizeOf(input);
  let patch = 0;
  for (let c = 0; c < input.channels; c++) {
    for (let ki = 0; ki < kernel; ki++) {
      for (let kj = 0; kj < kernel; kj++) {
        for (let i = 0; i < output.height; i++) {
          const row = i * stride + ki - padding;
          const inRow = row >= 0 && row < input.height;
          for (let j = 0; j < output.width; j++, patch++) {
            const column = j * stride + kj - padding;
            const inside = inRow && column >= 0 && column < input.width;
            visit(patch, inside ? first + (c * input.height + row) * input.width + column : undefined);
          }
        }
      }
    }
  }
}
