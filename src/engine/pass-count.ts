/** From this step on, so many chip forward passes a step. */
export interface PassSegment {
  readonly step: number;
  readonly perStep: number;
}

/** Chip forward passes since step 0 of a run whose method may have been switched on the way. */
export class PassCount {
  #segments: PassSegment[];

  /** @param segments by rising step, the first at step 0 */
  constructor(segments: readonly PassSegment[]) {
    this.#segments = [...segments];
  }

  get segments(): readonly PassSegment[] {
    return this.#segments;
  }

  /** From `step` on each step takes `perStep`; whatever was known from there on is replaced. */
  switchTo(step: number, perStep: number): void {
    this.#segments = this.#segments.filter((segment) => segment.step < step);
    if (this.#segments.at(-1)?.perStep !== perStep) this.#segments.push({ step, perStep });
  }

  /** Passes of all steps before `step`. */
  before(step: number): number {
    return this.#segments.reduce((sum, { step: from, perStep }, k) => {
      const to = Math.min(step, this.#segments[k + 1]?.step ?? Infinity);
      return sum + perStep * Math.max(0, to - from);
    }, 0);
  }
}
