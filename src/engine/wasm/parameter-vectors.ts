import { adamScalars } from '../../learning/optimiser';
import type { PhaseRange, PlanBase } from '../../learning/plan';
import { ROLE } from '../../learning/plan';
import type { TrainingState } from '../backend';
import type { Arena } from './arena';
import { putMask } from './masks';
import type { Kernels } from './kernels';

/** The flat vectors of a run in WASM memory, and how training moves them: any kind of network. */
export class ParameterVectors {
  /** Readable 16 numbers beyond the end, as kernels read whole vectors. */
  readonly parameters: number;
  readonly gradient: number;
  readonly #kernels: Kernels;
  readonly #arena: Arena;
  readonly #plan: PlanBase;
  /** parameterCount rounded up to whole SIMD vectors. */
  readonly #length: number;
  readonly #momentum: number;
  readonly #variance: number;
  /** 0 where everything is trainable. */
  readonly #trainable: number;
  readonly #intoRange: () => void;

  constructor(kernels: Kernels, arena: Arena, plan: PlanBase, state?: TrainingState) {
    const { roles, initial, parameterCount } = plan;
    this.#kernels = kernels;
    this.#arena = arena;
    this.#plan = plan;
    this.#length = 4 * Math.ceil(parameterCount / 4);
    this.parameters = arena.putFloats(state?.parameters ?? initial, 16);
    this.gradient = arena.floats(this.#length + 16);
    this.#momentum = arena.putFloats(state?.momentum ?? [], this.#length);
    this.#variance = arena.putFloats(state?.variance ?? [], this.#length);
    const isFrozen = roles.some((role) => (role & ROLE.trainable) === 0);
    this.#trainable = isFrozen ? putMask(arena, roles, ROLE.trainable) : 0;
    this.#intoRange = this.#keeper(plan.range);
  }

  /** Before a backward pass that adds. */
  clearGradient(): void {
    this.#arena.f32(this.gradient, this.#length).fill(0);
  }

  /** Makes the gradient of everything that training may not change 0. */
  freeze(): void {
    if (this.#trainable !== 0) this.#kernels.maskVector(this.#length, this.gradient, this.#trainable);
  }

  gradientNorm(): number {
    return this.#kernels.norm(this.#length, this.gradient);
  }

  /** One optimiser step along the gradient, number `step` of the run, and back into the phases' range. */
  update(rate: number, step: number): void {
    const { optimiser } = this.#plan;
    const { parameters, gradient } = this;
    if (optimiser.kind === 'sgd') {
      this.#kernels.sgd(this.#length, parameters, gradient, this.#momentum, optimiser.momentum, rate);
    } else {
      const scalars = adamScalars(optimiser, rate, step);
      this.#kernels.adam(
        this.#length,
        parameters,
        gradient,
        this.#momentum,
        this.#variance,
        optimiser.beta1,
        optimiser.beta2,
        scalars.rate,
        scalars.epsilon,
      );
    }
    this.#intoRange();
  }

  setParameters(values: Float64Array): void {
    this.#arena.f32(this.parameters, this.#plan.parameterCount).set(values);
  }

  /** Lets `use` run at other parameters, and puts the present ones back. */
  borrow(use: (set: (values: Float64Array) => void) => void): void {
    const kept = this.#arena.f32(this.parameters, this.#plan.parameterCount).slice();
    use((values) => {
      this.setParameters(values);
    });
    this.#arena.f32(this.parameters, this.#plan.parameterCount).set(kept);
  }

  readGradient(): Float64Array {
    return this.#read(this.gradient);
  }

  state(step: number): TrainingState {
    return {
      step,
      parameters: this.#read(this.parameters),
      momentum: this.#read(this.#momentum),
      variance: this.#read(this.#variance),
    };
  }

  restore(state: TrainingState): void {
    const { parameterCount } = this.#plan;
    this.#arena.f32(this.parameters, parameterCount).set(state.parameters);
    this.#arena.f32(this.#momentum, parameterCount).set(state.momentum);
    this.#arena.f32(this.#variance, parameterCount).set(state.variance);
  }

  #read(address: number): Float64Array {
    return Float64Array.from(this.#arena.f32(address, this.#plan.parameterCount));
  }

  #keeper(range: PhaseRange | undefined): () => void {
    if (range === undefined) return () => undefined;
    const { roles } = this.#plan;
    const both = ROLE.trainable | ROLE.phase;
    if (range.kind === 'wrap') {
      const mask = putMask(this.#arena, roles, both);
      return () => {
        this.#kernels.wrapVector(this.#length, this.parameters, mask);
      };
    }
    const limits = (values: Float64Array, open: number): number =>
      this.#arena.putFloats(
        Float32Array.from({ length: this.#length }, (_, i) => {
          const isKept = ((roles[i] ?? 0) & both) === both;
          return isKept ? within(values[i] ?? open, -Math.sign(open)) : open;
        }),
      );
    const low = limits(range.low, -Infinity);
    const high = limits(range.high, Infinity);
    return () => {
      this.#kernels.clampVector(this.#length, this.parameters, low, high);
    };
  }
}

/** Least f32 above 0. */
const SMALLEST = 2 ** -149;

/** The f32 next to a limit on its inner side, so that rounding never leaves the range. */
function within(limit: number, inward: number): number {
  const rounded = Math.fround(limit);
  if (limit === rounded || limit > rounded !== inward > 0) return rounded;
  // A step of the 24-bit mantissa, at the number's own size.
  return Math.fround(rounded + inward * Math.max(Math.abs(rounded) * 2 ** -23, SMALLEST));
}
