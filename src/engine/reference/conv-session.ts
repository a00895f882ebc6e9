import type { FieldBatch, ImageData } from '../../data/fields';
import { UNMOVED, moveAt, writeMoved } from '../../learning/convolution/augment';
import type { ConvLight } from '../../learning/convolution/conv-network';
import { convGradient, convLight, convLogits, convLoss } from '../../learning/convolution/conv-network';
import { updateRunning } from '../../learning/convolution/normalise';
import type { ConvPlan } from '../../learning/convolution/plan';
import { blocksOf, withBlocks } from '../../learning/convolution/plan';
import { softmaxLoss } from '../../learning/convolution/softmax-loss';
import { sizeOf } from '../../learning/convolution/stage-shapes';
import type { Die } from '../../learning/die';
import { onDie } from '../../learning/die';
import type { NoiseUse } from '../../learning/noise';
import { DriftWalk, noiseKey } from '../../learning/noise';
import { meshesOf } from '../../learning/plan';
import { sampleAt } from '../../lib/permutation';
import type {
  CandidateLosses,
  Evaluation,
  KernelTime,
  Session,
  StepMetrics,
  TrainingState,
} from '../backend';
import { Interruption } from '../interruption';
import { StepWatch } from '../step-watch';
import { Report } from './report';
import { TrainedVector } from './trained-vector';

/** Samples evaluated at a time: bounds the memory of the activations between stages. */
const CHUNK = 32;

/** A convolutional network in f64. */
export class ConvReferenceSession implements Session {
  #plan: ConvPlan;
  readonly #ownDie: Die;
  readonly #drift: DriftWalk | undefined;
  readonly #data: ImageData;
  readonly #vector: TrainedVector;
  readonly #watch = new StepWatch();
  #deviceTime: number | undefined;

  constructor(plan: ConvPlan, data: ImageData, state?: TrainingState) {
    this.#plan = plan;
    this.#ownDie = meshesOf(blocksOf(plan.stages)).map(({ flaws }) => flaws);
    this.#drift = plan.effects?.drift && new DriftWalk(plan.effects.drift, plan.seed);
    this.#data = data;
    this.#vector = new TrainedVector(plan, state);
  }

  get deviceTime(): number | undefined {
    return this.#deviceTime;
  }

  get steps(): number {
    return this.#vector.step;
  }

  step(count: number, rateFactor = 1): Promise<void> {
    const start = performance.now();
    for (let i = 0; i < count; i++) {
      this.#watch.begin();
      const { images, labels } = this.#batch();
      this.#watch.ends('sample');
      const batch = convGradient(this.#plan, this.#light('training'), images, labels);
      this.#watch.ends('gradient');
      this.#vector.update(batch, rateFactor);
      this.#plan.stages.forEach((stage, index) => {
        const shards = batch.statistics[index] ?? [];
        if (stage.kind === 'normalise') updateRunning(stage, shards, this.#vector.parameters);
      });
      this.#watch.ends('update');
      this.#watch.finish();
    }
    this.#deviceTime = performance.now() - start;
    return Promise.resolve();
  }

  metrics(): Promise<StepMetrics> {
    return Promise.resolve(this.#vector.takeMetrics());
  }

  kernelTimes(): readonly KernelTime[] {
    return this.#watch.take();
  }

  async evaluate(split: 'train' | 'test', signal?: AbortSignal, limit = Infinity): Promise<Evaluation> {
    const { classes, smoothing, input } = this.#plan;
    const { pixels, labels, count } = this.#data[split];
    const samples = Math.min(limit, count);
    const light = this.#light('report');
    const report = new Report(samples, classes);
    const interruption = new Interruption(signal);
    for (let first = 0; first < samples; first += CHUNK) {
      await interruption.point();
      const lanes = Math.min(CHUNK, samples - first);
      const images = new Float64Array(lanes * sizeOf(input));
      for (let lane = 0; lane < lanes; lane++) this.#write(pixels, first + lane, UNMOVED, images, lane);
      const chunk = labels.subarray(first, first + lanes);
      report.add(first, chunk, softmaxLoss(convLogits(light, images, lanes), chunk, classes, smoothing));
    }
    return report.finish();
  }

  propagate({ count, re }: FieldBatch): Promise<FieldBatch> {
    const logits = convLogits(this.#light(undefined), Float64Array.from(re), count);
    const { classes } = this.#plan;
    return Promise.resolve({
      count,
      modes: classes,
      re: Float32Array.from(logits),
      im: new Float32Array(count * classes),
    });
  }

  gradient(): Promise<Float64Array> {
    const { images, labels } = this.#batch();
    return Promise.resolve(convGradient(this.#plan, this.#light('training'), images, labels).gradient);
  }

  losses(candidates: readonly Float64Array[]): Promise<CandidateLosses> {
    const { images, labels } = this.#batch();
    const loss = new Float64Array(candidates.length);
    const accuracy = new Float64Array(candidates.length);
    candidates.forEach((parameters, candidate) => {
      const batch = convLoss(this.#plan, this.#light({ candidate }, parameters), images, labels);
      loss[candidate] = batch.loss;
      accuracy[candidate] = batch.correct / labels.length;
    });
    return Promise.resolve({ loss, accuracy });
  }

  state(): Promise<TrainingState> {
    return Promise.resolve(this.#vector.state());
  }

  setParameters(parameters: Float64Array): Promise<void> {
    this.#vector.parameters.set(parameters);
    return Promise.resolve();
  }

  restore(state: TrainingState): Promise<void> {
    this.#vector.restore(state);
    return Promise.resolve();
  }

  setDie(die: Die | undefined): Promise<void> {
    const { stages } = this.#plan;
    this.#plan = { ...this.#plan, stages: withBlocks(stages, onDie(blocksOf(stages), die ?? this.#ownDie)) };
    return Promise.resolve();
  }

  dispose(): void {
    // Memory is the garbage collector's.
  }

  /** The network at the present step, without noise where it is for no use. */
  #light(use: NoiseUse | undefined, parameters = this.#vector.parameters): ConvLight {
    const key = use && noiseKey(this.#plan.seed, this.steps, use);
    return convLight(this.#plan, parameters, { key, walks: this.#drift?.at(this.steps) });
  }

  /** The next step's samples, moved. */
  #batch(): { readonly images: Float64Array; readonly labels: Uint8Array } {
    const { batchSize, input, seed, augmentation } = this.#plan;
    const { count, pixels, labels } = this.#data.train;
    const images = new Float64Array(batchSize * sizeOf(input));
    const answers = new Uint8Array(batchSize);
    for (let lane = 0; lane < batchSize; lane++) {
      const position = this.steps * batchSize + lane;
      const sample = sampleAt(position, count, seed);
      answers[lane] = labels[sample] ?? 0;
      this.#write(pixels, sample, moveAt(augmentation, seed, position), images, lane);
    }
    return { images, labels: answers };
  }

  #write(
    pixels: Uint8Array,
    sample: number,
    move: ReturnType<typeof moveAt>,
    images: Float64Array,
    lane: number,
  ): void {
    const { input } = this.#plan;
    const { mean, deviation } = this.#data;
    const size = sizeOf(input);
    const image = pixels.subarray(sample * size, (sample + 1) * size);
    writeMoved(input, image, mean, deviation, move, images, lane * size);
  }
}
