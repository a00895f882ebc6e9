import type { FieldBatch, ImageData } from '../../data/fields';
import type { ConvPlan } from '../../learning/convolution/plan';
import { blocksOf } from '../../learning/convolution/plan';
import type { Die } from '../../learning/die';
import type { NoiseUse } from '../../learning/noise';
import { noiseKey } from '../../learning/noise';
import { rateAt } from '../../learning/optimiser';
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
import type { ConvCrew } from '../pool/conv-crew';
import { Report } from '../reference/report';
import type { Arena } from './arena';
import type { DensePlan } from './conv-dense-plan';
import type { PartLoss } from './conv-network';
import { ConvTiles } from './conv-tiles';
import type { Kernels } from './kernels';
import { ParameterVectors } from './parameter-vectors';
import { PhaseEffects } from './phase-effects';

/**
 * A convolutional network on the CPU: this thread turns phases into matrices and back and moves the parameters; a
 * crew of threads sends the images through the matrices.
 */
export class ConvSession implements Session {
  readonly #plan: ConvPlan;
  readonly #dense: DensePlan;
  readonly #data: ImageData;
  readonly #ownDie: Die;
  readonly #kernels: Kernels;
  readonly #arena: Arena;
  readonly #crew: ConvCrew;
  readonly #vectors: ParameterVectors;
  readonly #effects: PhaseEffects | undefined;
  readonly #tiles: ConvTiles;
  readonly #vector: number;
  readonly #cotangent: number;
  readonly #incoming: number;
  readonly #watch = new StepWatch();
  #log: MetricsLog;
  #step: number;
  #deviceTime: number | undefined;

  constructor(
    kernels: Kernels,
    arena: Arena,
    plan: ConvPlan,
    dense: DensePlan,
    data: ImageData,
    crew: ConvCrew,
    state?: TrainingState,
  ) {
    const vectors = new ParameterVectors(kernels, arena, plan, state);
    const { parameters } = vectors;
    this.#plan = plan;
    this.#dense = dense;
    this.#data = data;
    this.#ownDie = meshesOf(blocksOf(plan.stages)).map(({ flaws }) => flaws);
    this.#kernels = kernels;
    this.#arena = arena;
    this.#crew = crew;
    this.#vectors = vectors;
    this.#effects = plan.effects && new PhaseEffects(kernels, arena, plan, plan.effects, parameters);
    this.#tiles = new ConvTiles(kernels, arena, plan, dense);
    this.#vector = arena.floats(dense.length);
    this.#cotangent = arena.floats(dense.length);
    this.#incoming = arena.floats(dense.length);
    this.#step = state?.step ?? 0;
    this.#log = new MetricsLog(this.#step);
  }

  get deviceTime(): number | undefined {
    return this.#deviceTime;
  }

  get steps(): number {
    return this.#step;
  }

  async step(count: number, rateFactor = 1): Promise<void> {
    const { batchSize, optimiser, totalSteps } = this.#plan;
    const start = performance.now();
    for (let i = 0; i < count; i++) {
      this.#watch.begin();
      const { loss, correct } = await this.#batchGradient();
      this.#log.push(loss / batchSize, correct / batchSize, this.#vectors.gradientNorm());
      this.#vectors.update(rateFactor * rateAt(optimiser, this.#step, totalSteps), this.#step);
      this.#updateRunning();
      this.#watch.ends('update');
      this.#watch.finish();
      this.#step++;
    }
    this.#deviceTime = performance.now() - start;
  }

  metrics(): Promise<StepMetrics> {
    return Promise.resolve(this.#log.take());
  }

  kernelTimes(): readonly KernelTime[] {
    return this.#watch.take();
  }

  async evaluate(split: 'train' | 'test', signal?: AbortSignal, limit = Infinity): Promise<Evaluation> {
    const { labels, count } = this.#data[split];
    const samples = Math.min(limit, count);
    const report = new Report(samples, this.#plan.classes);
    const interruption = new Interruption(signal);
    this.#present('report');
    for (let first = 0; first < samples;) {
      await interruption.point();
      const range = { first, count: Math.min(this.#crew.capacity, samples - first) };
      for (const answer of await this.#crew.answer(split, range)) {
        const next = first + answer.predictions.length;
        report.add(first, labels.subarray(first, next), answer);
        first = next;
      }
    }
    return report.finish();
  }

  propagate({ count, modes, re }: FieldBatch): Promise<FieldBatch> {
    const { classes } = this.#plan;
    const out = new Float32Array(count * classes);
    this.#present(undefined);
    for (let sample = 0; sample < count; sample++) {
      const logits = this.#crew.logits(re.subarray(sample * modes, (sample + 1) * modes));
      out.set(logits, sample * classes);
    }
    return Promise.resolve({ count, modes: classes, re: out, im: new Float32Array(count * classes) });
  }

  async gradient(): Promise<Float64Array> {
    await this.#batchGradient();
    return this.#vectors.readGradient();
  }

  async losses(candidates: readonly Float64Array[]): Promise<CandidateLosses> {
    const { batchSize } = this.#plan;
    const loss = new Float64Array(candidates.length);
    const accuracy = new Float64Array(candidates.length);
    const { parameters } = this.#vectors.state(this.#step);
    try {
      for (const [k, candidate] of candidates.entries()) {
        this.#vectors.setParameters(candidate);
        this.#present({ candidate: k });
        const whole = total(await this.#crew.losses(this.#step));
        loss[k] = whole.loss / batchSize;
        accuracy[k] = whole.correct / batchSize;
      }
    } finally {
      this.#vectors.setParameters(parameters);
    }
    return { loss, accuracy };
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
    this.#tiles.setDie(die ?? this.#ownDie);
    return Promise.resolve();
  }

  dispose(): void {
    this.#crew.dispose();
  }

  /** The vector that light meets. */
  get #phases(): number {
    return this.#effects?.phases ?? this.#vectors.parameters;
  }

  /**
   * Gives the crew the network as light meets it at this step.
   * @param use of the light; undefined leaves all noise out
   */
  #present(use: NoiseUse | undefined): void {
    const key = use && noiseKey(this.#plan.seed, this.#step, use);
    this.#effects?.apply(this.#step, key);
    this.#tiles.compile(this.#phases, key, this.#vector);
    for (const { parameter, at, count } of this.#dense.electronics)
      this.#arena.copy(this.#phases + 4 * parameter, this.#vector + 4 * at, count);
    this.#crew.load(this.#arena.f32(this.#vector, this.#dense.length));
  }

  /** Leaves the gradient in the vectors, and the sums of the shards' statistics in the dense cotangent. */
  async #batchGradient(): Promise<PartLoss> {
    this.#present('training');
    this.#watch.ends('compile');
    const { losses, gradients } = await this.#crew.train(this.#step);
    this.#watch.ends('images');
    this.#sum(gradients);
    const { gradient } = this.#vectors;
    this.#vectors.clearGradient();
    this.#tiles.backward(this.#phases, gradient, this.#cotangent);
    for (const { parameter, at, count, momentum } of this.#dense.electronics) {
      if (momentum === undefined) this.#arena.copy(this.#cotangent + 4 * at, gradient + 4 * parameter, count);
    }
    this.#effects?.backward(gradient);
    this.#vectors.freeze();
    this.#watch.ends('mesh-backward');
    return total(losses);
  }

  /** Adds the shards' gradients in their order. */
  #sum(gradients: readonly Float32Array[]): void {
    const { length } = this.#dense;
    this.#arena.f32(this.#cotangent, length).fill(0);
    for (const gradient of gradients) {
      this.#arena.f32(this.#incoming, length).set(gradient);
      this.#kernels.addFloats(this.#incoming, length, this.#cotangent);
    }
  }

  #updateRunning(): void {
    const parameters = this.#arena.f32(this.#vectors.parameters, this.#plan.parameterCount);
    const sums = this.#arena.f32(this.#cotangent, this.#dense.length);
    for (const { parameter, at, count, momentum } of this.#dense.electronics) {
      if (momentum === undefined) continue;
      for (let k = 0; k < count; k++) {
        const mean = (sums[at + k] ?? 0) / this.#plan.shards;
        parameters[parameter + k] = (1 - momentum) * (parameters[parameter + k] ?? 0) + momentum * mean;
      }
    }
  }
}

/** Of the shards, added in their order. */
function total(parts: readonly PartLoss[]): PartLoss {
  return parts.reduce((sum, { loss, correct }) => ({
    loss: sum.loss + loss,
    correct: sum.correct + correct,
  }));
}
