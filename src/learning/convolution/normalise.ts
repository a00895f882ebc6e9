import type { ConvStage, ImageShape } from './plan';

type Normalise = Extract<ConvStage, { kind: 'normalise' }>;

/** Mean and biased variance (÷ n) of every channel. */
export interface ChannelStatistics {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** Over all pixels of `count` samples, [sample][channel][row][column]. */
export function channelStatistics(shape: ImageShape, input: Float64Array, count: number): ChannelStatistics {
  const mean = new Float64Array(shape.channels);
  const variance = new Float64Array(shape.channels);
  const total = count * shape.height * shape.width;
  for (let c = 0; c < shape.channels; c++) {
    let sum = 0;
    eachOf(shape, c, count, (at) => (sum += input[at] ?? 0));
    mean[c] = sum / total;
    let squares = 0;
    eachOf(shape, c, count, (at) => (squares += ((input[at] ?? 0) - sum / total) ** 2));
    variance[c] = squares / total;
  }
  return { mean, variance };
}

/** The statistics that evaluation uses, as views of the parameters. */
export function runningStatistics(stage: Normalise, parameters: Float64Array): ChannelStatistics {
  const { channels } = stage.input;
  return {
    mean: parameters.subarray(stage.meanOffset, stage.meanOffset + channels),
    variance: parameters.subarray(stage.varianceOffset, stage.varianceOffset + channels),
  };
}

/** y = scale·(x − mean)/√(variance + epsilon) + shift, per channel. */
export function normalise(
  stage: Normalise,
  statistics: ChannelStatistics,
  parameters: Float64Array,
  input: Float64Array,
  count: number,
): Float64Array {
  const output = new Float64Array(input.length);
  for (let c = 0; c < stage.input.channels; c++) {
    const factor = (parameters[stage.scaleOffset + c] ?? 0) * inverseDeviation(stage, statistics, c);
    const shift = parameters[stage.shiftOffset + c] ?? 0;
    const mean = statistics.mean[c] ?? 0;
    eachOf(stage.input, c, count, (at) => (output[at] = factor * ((input[at] ?? 0) - mean) + shift));
  }
  return output;
}

/**
 * Cotangents of the input, the statistics being those of the input itself; adds those of scale and shift. With
 * x̂ = (x − mean)/√(variance + epsilon) and means over the channel's values:
 *
 *     dL/dx = scale/√(variance + epsilon) · (g − mean(g) − x̂·mean(g·x̂))
 */
export function normaliseBackward(
  stage: Normalise,
  statistics: ChannelStatistics,
  parameters: Float64Array,
  input: Float64Array,
  cotangent: Float64Array,
  count: number,
  gradient: Float64Array,
): Float64Array {
  const { channels, height, width } = stage.input;
  const out = new Float64Array(input.length);
  const total = count * height * width;
  for (let c = 0; c < channels; c++) {
    const inverse = inverseDeviation(stage, statistics, c);
    const mean = statistics.mean[c] ?? 0;
    let sum = 0;
    let product = 0;
    eachOf(stage.input, c, count, (at) => {
      sum += cotangent[at] ?? 0;
      product += (cotangent[at] ?? 0) * ((input[at] ?? 0) - mean) * inverse;
    });
    gradient[stage.scaleOffset + c] = (gradient[stage.scaleOffset + c] ?? 0) + product;
    gradient[stage.shiftOffset + c] = (gradient[stage.shiftOffset + c] ?? 0) + sum;
    const factor = (parameters[stage.scaleOffset + c] ?? 0) * inverse;
    eachOf(stage.input, c, count, (at) => {
      const normalised = ((input[at] ?? 0) - mean) * inverse;
      out[at] = factor * ((cotangent[at] ?? 0) - sum / total - (normalised * product) / total);
    });
  }
  return out;
}

/** After a step: running ← (1 − momentum)·running + momentum·(mean over the shards' statistics), in place. */
export function updateRunning(
  stage: Normalise,
  shards: readonly ChannelStatistics[],
  parameters: Float64Array,
): void {
  const running = runningStatistics(stage, parameters);
  for (const part of ['mean', 'variance'] as const) {
    for (let c = 0; c < stage.input.channels; c++) {
      const sum = shards.reduce((total, statistics) => total + (statistics[part][c] ?? 0), 0);
      const old = running[part][c] ?? 0;
      running[part][c] = (1 - stage.momentum) * old + (stage.momentum * sum) / shards.length;
    }
  }
}

function inverseDeviation(stage: Normalise, { variance }: ChannelStatistics, channel: number): number {
  return 1 / Math.sqrt((variance[channel] ?? 0) + stage.epsilon);
}

function eachOf(
  { channels, height, width }: ImageShape,
  channel: number,
  count: number,
  visit: (at: number) => void,
): void {
  const pixels = height * width;
  for (let sample = 0; sample < count; sample++) {
    const first = (sample * channels + channel) * pixels;
    for (let at = first; at < first + pixels; at++) visit(at);
  }
}
