import { effectivePhases } from '../../learning/effects';
import { DriftWalk } from '../../learning/noise';
import type { Plan } from '../../learning/plan';
import type { ChipLayout } from '../mesh/layout';
import { chipLayout } from '../mesh/layout';
import type { Light } from '../mesh/light';
import { traceLight } from '../mesh/light';
import type { Readings } from '../mesh/readings';
import { readPorts } from '../mesh/readings';

export interface Fields {
  readonly re: ArrayLike<number>;
  readonly im: ArrayLike<number>;
}

/**
 * The chip on screen: plan, current parameters, the light of the chosen sample. Held outside React;
 * views subscribe and draw in their own frame, and light is traced only when someone looks.
 */
export class Chip {
  #plan: Plan | undefined;
  #layout: ChipLayout | undefined;
  #parameters: Float64Array = new Float64Array(0);
  #met: Float64Array | undefined;
  #walk: DriftWalk | undefined;
  #step = 0;
  #fields: Fields | undefined;
  #light: Light | undefined;
  #readings: Readings | undefined;
  #version = 0;
  #traceTime = 0;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly version = (): number => this.#version;

  get plan(): Plan | undefined {
    return this.#plan;
  }

  get layout(): ChipLayout | undefined {
    return this.#layout;
  }

  get parameters(): Float64Array {
    return this.#parameters;
  }

  /**
   * The parameters as light meets them: after converters, crosstalk and drift. Noise that is drawn anew for each
   * presentation is left out, so that the picture stands still.
   */
  get met(): Float64Array {
    const walks = this.#walk?.at(this.#step);
    this.#met ??= this.#plan
      ? effectivePhases(this.#plan, this.#parameters, { key: undefined, walks })
      : this.#parameters;
    return this.#met;
  }

  /** Milliseconds the last trace of the light took. */
  get traceTime(): number {
    return this.#traceTime;
  }

  /** A new architecture, at its initial parameters; the sample is forgotten. */
  setPlan(plan: Plan): void {
    this.#plan = plan;
    this.#layout = chipLayout(plan);
    this.#parameters = plan.initial;
    this.#step = 0;
    this.#walk = plan.effects?.drift && new DriftWalk(plan.effects.drift, plan.seed);
    this.#fields = undefined;
    this.#changed();
  }

  /**
   * Parameters from the engine; ignored if they belong to another architecture.
   * @param step of training, which drift depends on; without it the chip's age stays
   */
  setParameters(parameters: Float64Array, step = this.#step): void {
    if (parameters.length !== this.#plan?.parameterCount) return;
    this.#parameters = parameters;
    this.#step = step;
    this.#changed();
  }

  /** One edited parameter; copies, so that views can compare by identity. */
  setParameter(offset: number, value: number): void {
    this.#parameters = this.#parameters.slice();
    this.#parameters[offset] = value;
    this.#changed();
  }

  setFields(fields: Fields | undefined): void {
    this.#fields = fields !== undefined && fields.re.length === this.#plan?.modes ? fields : undefined;
    this.#changed();
  }

  /** Light of the chosen sample, or undefined while there is none. */
  light(): Light | undefined {
    const { light } = this.#trace();
    return light;
  }

  /** What the detectors read of it. */
  readings(): Readings | undefined {
    return this.#trace().readings;
  }

  /** What the detectors would read of other fields, at the current parameters. */
  classify(fields: Fields): Readings | undefined {
    if (this.#plan === undefined || this.#layout === undefined || fields.re.length !== this.#plan.modes)
      return undefined;
    return readPorts(this.#plan, traceLight(this.#plan, this.#layout, this.met, fields).out);
  }

  #trace(): { light: Light | undefined; readings: Readings | undefined } {
    if (this.#light === undefined && this.#plan && this.#layout && this.#fields) {
      const start = performance.now();
      this.#light = traceLight(this.#plan, this.#layout, this.met, this.#fields);
      this.#traceTime = performance.now() - start;
      this.#readings = readPorts(this.#plan, this.#light.out);
    }
    return { light: this.#light, readings: this.#readings };
  }

  #changed(): void {
    this.#version++;
    this.#met = undefined;
    this.#light = undefined;
    this.#readings = undefined;
    for (const listener of this.#listeners) listener();
  }
}

export const chip = new Chip();
