import type { EncodedData, EncodedSplit, FieldBatch } from '../../data/fields';
import { sampleAt } from '../../lib/permutation';
import { detectedOf } from '../../learning/detect';
import type { Moment } from '../../learning/effects';
import { batchLoss } from '../../learning/loss';
import type { NetworkGradient } from '../../learning/network';
import { networkForward, networkGradient } from '../../learning/network';
import type { NoiseUse } from '../../learning/noise';
import { DriftWalk, noiseKey } from '../../learning/noise';
import type { Plan } from '../../learning/plan';
import { meshesOf } from '../../learning/plan';
import type { Die } from '../../learning/die';
import { withDie } from '../../learning/die';
import type { ComplexPlanes } from '../../photonics/propagate';
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

/** Samples evaluated at a time: bounds the memory of the intermediate fields. */
const CHUNK = 1024;

export class ReferenceSession implements Session {
  #plan: Plan;
  readonly #ownDie: Die;
  readonly #drift: DriftWalk | undefined;
  readonly #data: EncodedData;
  readonly #vector: TrainedVector;
  readonly #watch = new StepWatch();
  #deviceTime: number | undefined;

  constructor(plan: Plan, data: EncodedData, state?: TrainingState) {
    this.#plan = plan;
    this.#ownDie = meshesOf(plan.layers).map(({ flaws }) => flaws);
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
      const gradient = this.#batchGradient();
      this.#watch.ends('gradient');
      this.#vector.update(gradient, rateFactor);
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
    const { modes, classes, readout } = this.#plan;
    const samples = firstSamples(this.#data[split], limit);
    const report = new Report(samples.count, classes);
    const moment = this.#moment('report');
    const interruption = new Interruption(signal);
    for (let first = 0; first < samples.count; first += CHUNK) {
      await interruption.point();
      const lanes = Math.min(CHUNK, samples.count - first);
      const labels = samples.labels.subarray(first, first + lanes);
      const fields = networkForward(
        this.#plan,
        this.#vector.parameters,
        toLanes(samples, modes, (lane) => first + lane, lanes),
        lanes,
        moment,
      );
      const detected = detectedOf(this.#plan, moment.key, first);
      const chunk = batchLoss(readout, classes, fields, labels, lanes, detected);
      report.add(first, labels, { ...chunk, loss: chunk.loss * lanes });
    }
    return report.finish();
  }

  propagate(fields: FieldBatch): Promise<FieldBatch> {
    const { count, modes } = fields;
    const out = networkForward(
      this.#plan,
      this.#vector.parameters,
      toLanes(fields, modes, (lane) => lane, count),
      count,
      this.#moment(undefined),
    );
    const re = new Float32Array(count * modes);
    const im = new Float32Array(count * modes);
    for (let mode = 0; mode < modes; mode++) {
      for (let lane = 0; lane < count; lane++) {
        re[lane * modes + mode] = out.re[mode * count + lane] ?? 0;
        im[lane * modes + mode] = out.im[mode * count + lane] ?? 0;
      }
    }
    return Promise.resolve({ count, modes, re, im });
  }

  gradient(): Promise<Float64Array> {
    return Promise.resolve(this.#batchGradient().gradient);
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

  losses(candidates: readonly Float64Array[]): Promise<CandidateLosses> {
    const { classes, readout, batchSize } = this.#plan;
    const { input, labels } = this.#batch();
    const loss = new Float64Array(candidates.length);
    const accuracy = new Float64Array(candidates.length);
    candidates.forEach((parameters, k) => {
      const moment = this.#moment({ candidate: k });
      const fields = networkForward(this.#plan, parameters, input, batchSize, moment);
      const detected = detectedOf(this.#plan, moment.key);
      const batch = batchLoss(readout, classes, fields, labels, batchSize, detected);
      loss[k] = batch.loss;
      accuracy[k] = batch.correct / batchSize;
    });
    return Promise.resolve({ loss, accuracy });
  }

  setDie(die: Die | undefined): Promise<void> {
    this.#plan = withDie(this.#plan, die ?? this.#ownDie);
    return Promise.resolve();
  }

  dispose(): void {
    // Memory is the garbage collector's.
  }

  #batchGradient(): NetworkGradient {
    const { input, labels } = this.#batch();
    const moment = this.#moment('training');
    return networkGradient(this.#plan, this.#vector.parameters, input, labels, this.#plan.batchSize, moment);
  }

  /** The chip at the present step, without noise where it is for no use. */
  #moment(use: NoiseUse | undefined): Moment {
    const key = use && noiseKey(this.#plan.seed, this.steps, use);
    return { key, walks: this.#drift?.at(this.steps) };
  }

  /** The next step's samples. */
  #batch(): { readonly input: ComplexPlanes; readonly labels: Uint8Array } {
    const { batchSize, modes, seed } = this.#plan;
    const train: EncodedSplit = this.#data.train;
    const first = this.steps * batchSize;
    const indices = Int32Array.from({ length: batchSize }, (_, lane) =>
      sampleAt(first + lane, train.count, seed),
    );
    const labels = Uint8Array.from(indices, (index) => train.labels[index] ?? 0);
    return { input: toLanes(train, modes, (lane) => indices[lane] ?? 0, batchSize), labels };
  }
}

/** The first `limit` samples of a split. */
function firstSamples(split: EncodedSplit, limit: number): EncodedSplit {
  return limit >= split.count ? split : { ...split, count: limit, labels: split.labels.subarray(0, limit) };
}

/** Sample-major f32 fields as [mode][lane] f64 planes. */
function toLanes(
  fields: FieldBatch,
  modes: number,
  sampleOf: (lane: number) => number,
  lanes: number,
): ComplexPlanes {
  const re = new Float64Array(modes * lanes);
  const im = new Float64Array(modes * lanes);
  for (let lane = 0; lane < lanes; lane++) {
    const sample = sampleOf(lane) * modes;
    for (let mode = 0; mode < modes; mode++) {
      re[mode * lanes + lane] = fields.re[sample + mode] ?? 0;
      im[mode * lanes + lane] = fields.im[sample + mode] ?? 0;
    }
  }
  return { re, im };
}
