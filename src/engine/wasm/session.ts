import type { EncodedData, EncodedSplit, FieldBatch } from '../../data/fields';
import { feistelHalfBits, streamKey } from '../../lib/permutation';
import { adamScalars, rateAt } from '../../learning/optimiser';
import type { Die } from '../../learning/die';
import type { Plan } from '../../learning/plan';
import { meshesOf } from '../../learning/plan';
import type { CandidateLosses, Evaluation, Session, StepMetrics, TrainingState } from '../backend';
import { Interruption } from '../interruption';
import { MetricsLog } from '../metrics-log';
import type { Arena } from './arena';
import type { Kernels } from './kernels';
import { WasmNetwork } from './wasm-network';

interface StoredSplit {
  readonly count: number;
  readonly re: number;
  readonly im: number;
  readonly labels: number;
}

/** A prepared run in one WASM memory. */
export class WasmSession implements Session {
  readonly #plan: Plan;
  readonly #ownDie: Die;
  readonly #kernels: Kernels;
  readonly #arena: Arena;
  readonly #network: WasmNetwork;
  readonly #splits: Readonly<Record<'train' | 'test', StoredSplit>>;
  /** Length of the flat vectors, rounded up to whole SIMD vectors. */
  readonly #length: number;
  readonly #parameters: number;
  readonly #gradient: number;
  readonly #momentum: number;
  readonly #variance: number;
  #log: MetricsLog;
  #step: number;
  #deviceTime: number | undefined;

  constructor(kernels: Kernels, arena: Arena, plan: Plan, data: EncodedData, state?: TrainingState) {
    this.#plan = plan;
    this.#ownDie = meshesOf(plan.layers).map(({ flaws }) => flaws);
    this.#kernels = kernels;
    this.#arena = arena;
    this.#length = 4 * Math.ceil(plan.parameterCount / 4);
    this.#parameters = arena.putFloats(state?.parameters ?? plan.initial, 16);
    this.#gradient = arena.floats(this.#length + 16);
    this.#momentum = arena.putFloats(state?.momentum ?? [], this.#length);
    this.#variance = arena.putFloats(state?.variance ?? [], this.#length);
    this.#network = new WasmNetwork(kernels, arena, plan, this.#parameters);
    this.#splits = { train: store(arena, data.train), test: store(arena, data.test) };
    this.#step = state?.step ?? 0;
    this.#log = new MetricsLog(this.#step);
  }

  get deviceTime(): number | undefined {
    return this.#deviceTime;
  }

  get steps(): number {
    return this.#step;
  }

  step(count: number, rateFactor = 1): Promise<void> {
    const start = performance.now();
    for (let i = 0; i < count; i++) {
      const { loss, correct } = this.#batchGradient();
      const gradientNorm = this.#kernels.norm(this.#length, this.#gradient);
      this.#log.push(loss / this.#plan.batchSize, correct / this.#plan.batchSize, gradientNorm);
      this.#optimise(rateFactor * rateAt(this.#plan.optimiser, this.#step, this.#plan.totalSteps));
      this.#step++;
    }
    this.#deviceTime = performance.now() - start;
    return Promise.resolve();
  }

  metrics(): Promise<StepMetrics> {
    return Promise.resolve(this.#log.take());
  }

  async evaluate(split: 'train' | 'test', signal?: AbortSignal, limit = Infinity): Promise<Evaluation> {
    const { modes, classes } = this.#plan;
    const stored = this.#splits[split];
    const samples = { ...stored, count: Math.min(limit, stored.count) };
    const confusion = new Uint32Array(classes * classes);
    const predictions = new Uint8Array(samples.count);
    let loss = 0;
    let correct = 0;
    this.#network.compile();
    const interruption = new Interruption(signal);
    for (let first = 0; first < samples.count; first += this.#plan.batchSize) {
      await interruption.point();
      const rows = Math.min(this.#plan.batchSize, samples.count - first);
      this.#network.loadRows(samples.re + 4 * first * modes, samples.im + 4 * first * modes, rows);
      this.#arena.copy(samples.labels + first, this.#network.labels, Math.ceil(rows / 4));
      this.#network.forward(rows);
      const chunk = this.#network.loss(rows);
      loss += chunk.loss;
      correct += chunk.correct;
      predictions.set(this.#arena.u8(this.#network.predictions, rows), first);
    }
    this.#arena.u8(samples.labels, samples.count).forEach((label, index) => {
      const cell = label * classes + (predictions[index] ?? 0);
      confusion[cell] = (confusion[cell] ?? 0) + 1;
    });
    const total = Math.max(1, samples.count);
    return {
      samples: samples.count,
      loss: loss / total,
      accuracy: correct / total,
      confusion,
      predictions,
    };
  }

  propagate(fields: FieldBatch): Promise<FieldBatch> {
    const { modes, batchSize } = this.#plan;
    const re = new Float32Array(fields.count * modes);
    const im = new Float32Array(fields.count * modes);
    this.#network.compile();
    for (let first = 0; first < fields.count; first += batchSize) {
      const rows = Math.min(batchSize, fields.count - first);
      this.#network.writeRows(fields, first, rows);
      this.#network.forward(rows);
      this.#network.readRows(re, im, first, rows);
    }
    return Promise.resolve({ count: fields.count, modes, re, im });
  }

  gradient(): Promise<Float64Array> {
    this.#batchGradient();
    return Promise.resolve(this.#read(this.#gradient));
  }

  state(): Promise<TrainingState> {
    return Promise.resolve({
      step: this.#step,
      parameters: this.#read(this.#parameters),
      momentum: this.#read(this.#momentum),
      variance: this.#read(this.#variance),
    });
  }

  setParameters(parameters: Float64Array): Promise<void> {
    this.#arena.f32(this.#parameters, this.#plan.parameterCount).set(parameters);
    return Promise.resolve();
  }

  restore(state: TrainingState): Promise<void> {
    const count = this.#plan.parameterCount;
    this.#arena.f32(this.#parameters, count).set(state.parameters);
    this.#arena.f32(this.#momentum, count).set(state.momentum);
    this.#arena.f32(this.#variance, count).set(state.variance);
    this.#step = state.step;
    this.#log = new MetricsLog(state.step);
    return Promise.resolve();
  }

  losses(candidates: readonly Float64Array[]): Promise<CandidateLosses> {
    const { batchSize, parameterCount } = this.#plan;
    const parameters = this.#arena.f32(this.#parameters, parameterCount);
    const kept = parameters.slice();
    const loss = new Float64Array(candidates.length);
    const accuracy = new Float64Array(candidates.length);
    this.#gather();
    candidates.forEach((candidate, k) => {
      parameters.set(candidate);
      this.#network.compile();
      this.#network.forward(batchSize);
      const batch = this.#network.loss(batchSize);
      loss[k] = batch.loss / batchSize;
      accuracy[k] = batch.correct / batchSize;
    });
    parameters.set(kept);
    return Promise.resolve({ loss, accuracy });
  }

  setDie(die: Die | undefined): Promise<void> {
    this.#network.setDie(die ?? this.#ownDie);
    return Promise.resolve();
  }

  dispose(): void {
    // The memory goes with its last reference.
  }

  /** The next step's samples. */
  #gather(): void {
    const { batchSize, modes, seed } = this.#plan;
    const train = this.#splits.train;
    const position = this.#step * batchSize;
    const epoch = Math.floor(position / train.count);
    const { x, labels } = this.#network;
    this.#kernels.gather(
      train.re,
      train.im,
      train.labels,
      train.count,
      modes,
      epoch,
      position - epoch * train.count,
      batchSize,
      feistelHalfBits(train.count),
      streamKey(seed),
      x.ld,
      x.re,
      x.im,
      labels,
    );
  }

  #batchGradient(): { loss: number; correct: number } {
    const { batchSize } = this.#plan;
    this.#gather();
    this.#network.compile();
    this.#network.forward(batchSize);
    const loss = this.#network.loss(batchSize);
    this.#arena.f32(this.#gradient, this.#length).fill(0);
    this.#network.backward(this.#gradient, batchSize);
    return loss;
  }

  #optimise(rate: number): void {
    const { optimiser } = this.#plan;
    const [parameters, gradient, momentum] = [this.#parameters, this.#gradient, this.#momentum];
    if (optimiser.kind === 'sgd') {
      this.#kernels.sgd(this.#length, parameters, gradient, momentum, optimiser.momentum, rate);
      return;
    }
    const { beta1, beta2 } = optimiser;
    const scalars = adamScalars(optimiser, rate, this.#step);
    this.#kernels.adam(
      this.#length,
      parameters,
      gradient,
      momentum,
      this.#variance,
      beta1,
      beta2,
      scalars.rate,
      scalars.epsilon,
    );
  }

  #read(address: number): Float64Array {
    return Float64Array.from(this.#arena.f32(address, this.#plan.parameterCount));
  }
}

function store(arena: Arena, split: EncodedSplit): StoredSplit {
  return {
    count: split.count,
    re: arena.putFloats(split.re),
    im: arena.putFloats(split.im),
    labels: arena.putBytes(split.labels),
  };
}
