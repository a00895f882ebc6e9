import type { Moment } from '../effects';
import { QUIET, effectivePhases, noisyDie, pullBack } from '../effects';
import { onDie } from '../die';
import { meshesOf } from '../plan';
import { activateAll, activateAllBackward } from './activate';
import { convolve, convolveBackward } from './convolve';
import { detect, detectBackward } from './detect';
import type { ChannelStatistics } from './normalise';
import { channelStatistics, normalise, normaliseBackward, runningStatistics } from './normalise';
import type { ConvPlan, ConvStage } from './plan';
import { blocksOf, withBlocks } from './plan';
import { pool, poolBackward } from './pool';
import type { SoftmaxLoss } from './softmax-loss';
import { softmaxLoss } from './softmax-loss';
import type { TiledValues } from './tiled-matrix';
import { assemble, pullBackTiles } from './tiled-matrix';
import { sizeOf } from './stage-shapes';

/**
 * The f64 oracle of convolutional networks: every backend must agree with these functions. Activations are
 * [sample][channel][row][column].
 */

/** A network as its light meets it at one moment, its meshes multiplied. */
export interface ConvLight {
  readonly stages: readonly LitStage[];
  /** Quantised, heated, drifted and noisy, where the plan says so. */
  readonly parameters: Float64Array;
}

type LitStage =
  | (Exclude<ConvStage, { kind: 'convolve' }> & { readonly values?: undefined })
  | (Extract<ConvStage, { kind: 'convolve' }> & { readonly values: TiledValues });

export function convLight(plan: ConvPlan, parameters: Float64Array, moment: Moment = QUIET): ConvLight {
  const met = effectivePhases(plan, parameters, moment);
  const stages = effectiveStages(plan, moment).map((stage): LitStage =>
    stage.kind === 'convolve' ? { ...stage, values: assemble(stage.matrix, met) } : stage,
  );
  return { stages, parameters: met };
}

/** Logits, samples × classes, normalised by the running statistics. */
export function convLogits(light: ConvLight, images: Float64Array, count: number): Float64Array {
  let values = images;
  for (const stage of light.stages) {
    const statistics = stage.kind === 'normalise' ? runningStatistics(stage, light.parameters) : undefined;
    values = forward(stage, statistics, light.parameters, values, count);
  }
  return values;
}

/** What one image is on its way: what each stage receives, and at last the logits. */
export function convPassage(light: ConvLight, image: Float64Array): readonly Float64Array[] {
  const passage = [image];
  for (const stage of light.stages) {
    const statistics = stage.kind === 'normalise' ? runningStatistics(stage, light.parameters) : undefined;
    passage.push(forward(stage, statistics, light.parameters, passage.at(-1) ?? image, 1));
  }
  return passage;
}

/** Loss of one batch in training: each shard is normalised by its own statistics. */
export interface ConvLoss {
  /** Mean over the batch. */
  readonly loss: number;
  readonly correct: number;
}

export interface ConvGradient extends ConvLoss {
  /** Of the parameters that are set. */
  readonly gradient: Float64Array;
  /** Per stage, of its shards in order; empty where nothing is normalised. */
  readonly statistics: readonly (readonly ChannelStatistics[])[];
}

/** @param images batchSize images */
export function convLoss(
  plan: ConvPlan,
  light: ConvLight,
  images: Float64Array,
  labels: Uint8Array,
): ConvLoss {
  let loss = 0;
  let correct = 0;
  for (const shard of shardsOf(plan, images, labels)) {
    const answer = traced(plan, light, shard).loss;
    loss += answer.loss;
    correct += answer.correct;
  }
  return { loss: loss / labels.length, correct };
}

/** Mean loss of a batch and its exact gradient by all parameters; noise is a constant for it. */
export function convGradient(
  plan: ConvPlan,
  light: ConvLight,
  images: Float64Array,
  labels: Uint8Array,
): ConvGradient {
  const { stages, parameters } = light;
  const gradient = new Float64Array(plan.parameterCount);
  const statistics = stages.map((): ChannelStatistics[] => []);
  const matrixCotangents = stages.map(({ values }) => new Float64Array(values?.dense.length ?? 0));
  let loss = 0;
  let correct = 0;
  for (const shard of shardsOf(plan, images, labels)) {
    const trace = traced(plan, light, shard);
    loss += trace.loss.loss;
    correct += trace.loss.correct;
    let cotangent: Float64Array = trace.loss.cotangent.map((slope) => slope / labels.length);
    for (let index = stages.length - 1; index >= 0; index--) {
      const stage = stages[index];
      const passed = trace.passed[index];
      const sums = matrixCotangents[index];
      if (!stage || !passed || !sums) continue;
      if (passed.statistics) statistics[index]?.push(passed.statistics);
      cotangent = backward(stage, passed, parameters, cotangent, shard.count, sums, gradient);
    }
  }
  stages.forEach((stage, index) => {
    const sums = matrixCotangents[index];
    if (stage.values && sums) pullBackTiles(stage.matrix, stage.values, parameters, sums, gradient);
  });
  pullBack(plan, gradient);
  return { loss: loss / labels.length, correct, gradient, statistics };
}

interface Shard {
  readonly images: Float64Array;
  readonly labels: Uint8Array;
  readonly count: number;
}

/** What one stage met on the way forward. */
interface Passed {
  readonly input: Float64Array;
  readonly statistics: ChannelStatistics | undefined;
}

function shardsOf(plan: ConvPlan, images: Float64Array, labels: Uint8Array): readonly Shard[] {
  const count = labels.length / plan.shards;
  const size = count * sizeOf(plan.input);
  return Array.from({ length: plan.shards }, (_, k) => ({
    images: images.subarray(k * size, (k + 1) * size),
    labels: labels.subarray(k * count, (k + 1) * count),
    count,
  }));
}

function traced(
  plan: ConvPlan,
  { stages, parameters }: ConvLight,
  { images, labels, count }: Shard,
): { readonly passed: readonly Passed[]; readonly loss: SoftmaxLoss } {
  let values = images;
  const passed = stages.map((stage): Passed => {
    const input = values;
    const statistics = stage.kind === 'normalise' ? channelStatistics(stage.input, input, count) : undefined;
    values = forward(stage, statistics, parameters, input, count);
    return { input, statistics };
  });
  return { passed, loss: softmaxLoss(values, labels, plan.classes, plan.smoothing) };
}

function forward(
  stage: LitStage,
  statistics: ChannelStatistics | undefined,
  parameters: Float64Array,
  input: Float64Array,
  count: number,
): Float64Array {
  switch (stage.kind) {
    case 'convolve':
      return convolve(stage, stage.values.dense, parameters, input, count);
    case 'normalise':
      return statistics ? normalise(stage, statistics, parameters, input, count) : input;
    case 'activate':
      return activateAll(stage.activation, input);
    case 'detect':
      return detect(stage, input, count);
    case 'pool':
      return pool(stage, input, count);
    case 'flatten':
      return input;
  }
}

function backward(
  stage: LitStage,
  { input, statistics }: Passed,
  parameters: Float64Array,
  cotangent: Float64Array,
  count: number,
  matrixCotangent: Float64Array,
  gradient: Float64Array,
): Float64Array {
  switch (stage.kind) {
    case 'convolve':
      return convolveBackward(stage, stage.values.dense, input, cotangent, count, matrixCotangent, gradient);
    case 'normalise':
      return statistics
        ? normaliseBackward(stage, statistics, parameters, input, cotangent, count, gradient)
        : cotangent;
    case 'activate':
      return activateAllBackward(stage.activation, input, cotangent);
    case 'detect':
      return detectBackward(stage, input, cotangent, count);
    case 'pool':
      return poolBackward(stage, input, cotangent, count);
    case 'flatten':
      return cotangent;
  }
}

/** The stages with their couplers' noise drawn, or the very same where there is none. */
function effectiveStages(plan: ConvPlan, { key }: Moment): readonly ConvStage[] {
  const sigma = plan.effects?.splitterNoise ?? 0;
  if (key === undefined || sigma === 0) return plan.stages;
  const blocks = blocksOf(plan.stages);
  return withBlocks(plan.stages, onDie(blocks, noisyDie(meshesOf(blocks), sigma, key)));
}
