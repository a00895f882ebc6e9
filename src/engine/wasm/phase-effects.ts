import { DriftWalk } from '../../learning/noise';
import type { PlanBase, PlanEffects } from '../../learning/plan';
import { ROLE } from '../../learning/plan';
import { STREAM } from '../../lib/rng';
import type { Arena } from './arena';
import { putMask } from './masks';
import type { Kernels } from './kernels';

/** Crosstalk in WASM memory. */
interface StoredRows {
  readonly rowStart: number;
  readonly columns: number;
  readonly values: number;
}

/** What lies between the phases that are set and those that light meets (PlanEffects), in WASM memory. */
export class PhaseEffects {
  /** The vector that light meets; set by {@link apply}. */
  readonly phases: number;
  readonly #kernels: Kernels;
  readonly #arena: Arena;
  readonly #effects: PlanEffects;
  readonly #count: number;
  readonly #parameters: number;
  readonly #mask: number;
  /** Scratch: what each shifter heats with, or a copy of the cotangents. */
  readonly #scratch: number;
  readonly #crosstalk: StoredRows | undefined;
  readonly #loadings: number;
  readonly #walks: number;
  readonly #walk: DriftWalk | undefined;

  /** @param parameters address of the phases that are set */
  constructor(
    kernels: Kernels,
    arena: Arena,
    plan: Pick<PlanBase, 'parameterCount' | 'roles' | 'seed'>,
    effects: PlanEffects,
    parameters: number,
  ) {
    const { crosstalk, drift } = effects;
    const length = 4 * Math.ceil(plan.parameterCount / 4) + 16;
    this.#kernels = kernels;
    this.#arena = arena;
    this.#effects = effects;
    this.#count = plan.parameterCount;
    this.#parameters = parameters;
    this.#mask = putMask(arena, plan.roles, ROLE.phase);
    this.phases = arena.floats(length);
    this.#scratch = arena.floats(length);
    this.#crosstalk = crosstalk && {
      rowStart: arena.putInts(crosstalk.rowStart),
      columns: arena.putInts(crosstalk.columns),
      values: arena.putFloats(crosstalk.values),
    };
    this.#loadings = drift ? arena.putFloats(drift.loadings) : 0;
    this.#walks = arena.floats(4);
    this.#walk = drift && new DriftWalk(drift, plan.seed);
  }

  /**
   * Computes {@link phases} at one moment.
   * @param step whose drift it is; undefined for none
   * @param key of the noise (`noiseKey`); undefined for none
   */
  apply(step: number | undefined, key: number | undefined): void {
    const { quantisation, phaseNoise } = this.#effects;
    const kernels = this.#kernels;
    const steps = quantisation ? quantisation.levels - 1 : 0;
    const isVoltage = quantisation?.of === 'voltage' ? 1 : 0;
    if (quantisation || this.#crosstalk) {
      kernels.holdPhases(
        this.#count,
        this.#parameters,
        this.#mask,
        steps,
        isVoltage,
        this.#scratch,
        this.phases,
      );
    } else {
      this.#arena.copy(this.#parameters, this.phases, this.#count);
    }
    if (this.#crosstalk) {
      const { rowStart, columns, values } = this.#crosstalk;
      kernels.crosstalk(this.#count, rowStart, columns, values, this.#scratch, this.phases);
    }
    if (this.#walk && step !== undefined) {
      this.#arena.f32(this.#walks, 4).set(this.#walk.at(step));
      kernels.drift(this.#count, this.#loadings, this.#walks, this.phases);
    }
    if (key !== undefined && phaseNoise > 0)
      kernels.addNormals(this.#count, this.#mask, phaseNoise, key, STREAM.phaseNoise, this.phases);
  }

  /** Turns the gradient by {@link phases} into that by the parameters, in place. */
  backward(gradient: number): void {
    if (!this.#crosstalk) return;
    const { rowStart, columns, values } = this.#crosstalk;
    this.#arena.copy(gradient, this.#scratch, this.#count);
    this.#kernels.crosstalkAdjoint(this.#count, rowStart, columns, values, this.#scratch, gradient);
  }
}
