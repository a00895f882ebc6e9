import type { EncodedData, FieldBatch } from '../../data/fields';
import { feistelHalfBits, streamKey } from '../../lib/permutation';
import { rateAt } from '../../learning/optimiser';
import type { Die } from '../../learning/die';
import type { NoiseUse } from '../../learning/noise';
import { noiseKey } from '../../learning/noise';
import type { Plan } from '../../learning/plan';
import { meshesOf } from '../../learning/plan';
import type {
  CandidateLosses,
  Evaluation,
  KernelTime,
  Session,
  StepMetrics,
  TrainingState,
} from '../backend';
import { Interruption } from '../interruption';
import { MetricsLog } from '../metrics-log';
import { StepWatch } from '../step-watch';
import type { Arena } from './arena';
import type { Kernels } from './kernels';
import { ParameterVectors } from './parameter-vectors';
import { PhaseEffects } from './phase-effects';
import type { StoredSplit } from './stored-split';
import { storeSplit } from './stored-split';
import type { Judged } from './wasm-network';
import { WasmNetwork } from './wasm-network';

/** A prepared run in one WASM memory. */
export class WasmSession implements Session {
  readonly #plan: Plan;
  readonly #ownDie: Die;
  readonly #kernels: Kernels;
  readonly #arena: Arena;
  readonly #vectors: ParameterVectors;
  readonly #effects: PhaseEffects | undefined;
  readonly #network: WasmNetwork;
  readonly #splits: Readonly<Record<'train' | 'test', StoredSplit>>;
  readonly #watch = new StepWatch();
  #log: MetricsLog;
  #step: number;
  #deviceTime: number | undefined;

  constructor(kernels: Kernels, arena: Arena, plan: Plan, data: EncodedData, state?: TrainingState) {
    const vectors = new ParameterVectors(kernels, arena, plan, state);
    const { parameters } = vectors;
    this.#plan = plan;
    this.#ownDie = meshesOf(plan.layers).map(({ flaws }) => flaws);
    this.#kernels = kernels;
    this.#arena = arena;
    this.#vectors = vectors;
    this.#effects = plan.effects && new PhaseEffects(kernels, arena, plan, plan.effects, parameters);
    this.#network = new WasmNetwork(kernels, arena, plan, this.#effects?.phases ?? parameters);
    this.#splits = { train: storeSplit(arena, data.train), test: storeSplit(arena, data.test) };
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
    const { batchSize, optimiser, totalSteps } = this.#plan;
    const start = performance.now();
    for (let i = 0; i < count; i++) {
      this.#watch.begin();
      const { loss, correct } = this.#batchGradient();
      this.#log.push(loss / batchSize, correct / batchSize, this.#vectors.gradientNorm());
      this.#vectors.update(rateFactor * rateAt(optimiser, this.#step, totalSteps), this.#step);
      this.#watch.ends('update');
      this.#watch.finish();
      this.#step++;
    }
    this.#deviceTime = performance.now() - start;
    return Promise.resolve();
  }

  metrics(): Promise<StepMetrics> {
    return Promise.resolve(this.#log.take());
  }

  kernelTimes(): readonly KernelTime[] {
    return this.#watch.take();
  }

  async evaluate(split: 'train' | 'test', signal?: AbortSignal, limit = Infinity): Promise<Evaluation> {
    const { classes } = this.#plan;
    const stored = this.#splits[split];
    const samples = Math.min(limit, stored.count);
    const predictions = new Uint8Array(samples);
    const sampleLoss = new Float32Array(samples);
    let [loss, correct] = [0, 0];
    const key = this.#present('report');
    const interruption = new Interruption(signal);
    for (const chunk of this.#network.judge({ ...stored, count: samples }, key)) {
      loss += chunk.loss;
      correct += chunk.correct;
      predictions.set(chunk.answers, chunk.first);
      sampleLoss.set(chunk.losses, chunk.first);
      await interruption.point();
    }
    const confusion = new Uint32Array(classes * classes);
    this.#arena.u8(stored.labels, samples).forEach((label, index) => {
      const cell = label * classes + (predictions[index] ?? 0);
      confusion[cell] = (confusion[cell] ?? 0) + 1;
    });
    const total = Math.max(1, samples);
    return { samples, loss: loss / total, accuracy: correct / total, confusion, predictions, sampleLoss };
  }

  propagate(fields: FieldBatch): Promise<FieldBatch> {
    this.#present(undefined);
    return Promise.resolve(this.#network.propagate(fields));
  }

  gradient(): Promise<Float64Array> {
    this.#batchGradient();
    return Promise.resolve(this.#vectors.readGradient());
  }

  losses(candidates: readonly Float64Array[]): Promise<CandidateLosses> {
    const { batchSize } = this.#plan;
    const loss = new Float64Array(candidates.length);
    const accuracy = new Float64Array(candidates.length);
    this.#gather();
    this.#vectors.borrow((set) => {
      candidates.forEach((candidate, k) => {
        set(candidate);
        const key = this.#present({ candidate: k });
        for (const chunk of this.#network.judge(this.#network.batch, key)) {
          loss[k] = (loss[k] ?? 0) + chunk.loss;
          accuracy[k] = (accuracy[k] ?? 0) + chunk.correct;
        }
      });
    });
    const mean = (sum: number): number => sum / batchSize;
    return Promise.resolve({ loss: loss.map(mean), accuracy: accuracy.map(mean) });
  }

  state(): Promise<TrainingState> {
    return Promise.resolve(this.#vectors.state(this.#step));
  }

  setParameters(parameters: Float64Array): Promise<void> {
    this.#vectors.setParameters(parameters);
    return Promise.resolve();
  }

  restore(state: TrainingState): Promise<void> {
    this.#vectors.restore(state);
    this.#step = state.step;
    this.#log = new MetricsLog(state.step);
    return Promise.resolve();
  }

  setDie(die: Die | undefined): Promise<void> {
    this.#network.setDie(die ?? this.#ownDie);
    return Promise.resolve();
  }

  dispose(): void {
    // The memory goes with its last reference.
  }

  /**
   * Sets the chip to the current parameters, as light meets it at this step.
   * @param use of the light; undefined leaves all noise out
   * @returns the key of its noise
   */
  #present(use: NoiseUse | undefined): number | undefined {
    const key = use && noiseKey(this.#plan.seed, this.#step, use);
    this.#effects?.apply(this.#step, key);
    this.#network.compile(key);
    return key;
  }

  /** The next step's samples. */
  #gather(): void {
    const { batchSize, seed } = this.#plan;
    const { count, fields, labels } = this.#splits.train;
    const position = this.#step * batchSize;
    const epoch = Math.floor(position / count);
    const { batch } = this.#network;
    this.#kernels.gather(
      fields.re,
      fields.im,
      labels,
      count,
      fields.ld,
      epoch,
      position - epoch * count,
      batchSize,
      feistelHalfBits(count),
      streamKey(seed),
      batch.fields.re,
      batch.fields.im,
      batch.labels,
    );
  }

  #batchGradient(): Judged {
    const { batchSize } = this.#plan;
    const { gradient } = this.#vectors;
    this.#gather();
    this.#watch.ends('sample');
    const key = this.#present('training');
    this.#watch.ends('compile');
    this.#network.forward(batchSize);
    this.#watch.ends('forward');
    const judged = this.#network.loss(batchSize, key);
    this.#watch.ends('loss');
    this.#vectors.clearGradient();
    this.#network.backward(gradient, batchSize);
    this.#effects?.backward(gradient);
    this.#vectors.freeze();
    this.#watch.ends('backward');
    return judged;
  }
}
