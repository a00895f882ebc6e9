/** What training had cost by a step. */
export interface ProgressMark {
  readonly step: number;
  /** Samples that light has carried through the chip. */
  readonly passes: number;
  /** Of computing; NaN where it was not measured (a restored curve). */
  readonly seconds: number;
}

/** Chip passes and seconds of computing over the steps of a run, told slice by slice. */
export class RunProgress {
  #marks: ProgressMark[] = [];

  get last(): ProgressMark | undefined {
    return this.#marks.at(-1);
  }

  /**
   * One slice of steps; what was known from its first step on is replaced.
   * @param passes up to the slice's end
   * @param seconds of computing that the slice took, undefined where that was not measured
   */
  add(firstStep: number, steps: number, passes: number, seconds: number | undefined): void {
    this.truncate(firstStep);
    const before = this.last ?? this.#begin(firstStep, steps, passes);
    const end = firstStep + steps;
    // From where time was measured first it counts from zero.
    const since = Number.isNaN(before.seconds) && seconds !== undefined ? 0 : before.seconds;
    if (since !== before.seconds) this.#marks.push({ ...before, seconds: since });
    this.#marks.push({ step: end, passes, seconds: since + (seconds ?? Number.NaN) });
  }

  /** Forgets what came after `step`. */
  truncate(step: number): void {
    while (this.#marks.length > 0 && (this.last?.step ?? 0) > step) this.#marks.pop();
  }

  clear(): void {
    this.#marks = [];
  }

  passesAt(step: number): number {
    return this.#at(step, (mark) => mark.passes);
  }

  /** NaN where it is not known. */
  secondsAt(step: number): number {
    return this.#at(step, (mark) => mark.seconds);
  }

  /** A curve that starts in the middle took as many passes a step before as in its first slice. */
  #begin(firstStep: number, steps: number, passes: number): ProgressMark {
    const before = (passes * firstStep) / Math.max(1, firstStep + steps);
    const mark = { step: firstStep, passes: before, seconds: firstStep === 0 ? 0 : Number.NaN };
    this.#marks.push(mark);
    return mark;
  }

  /** Linear between marks; at the ends what the outermost mark says. */
  #at(step: number, of: (mark: ProgressMark) => number): number {
    const marks = this.#marks;
    let [low, high] = [0, marks.length - 1];
    if (high < 0) return Number.NaN;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((marks[middle]?.step ?? 0) <= step) low = middle;
      else high = middle;
    }
    const [a, b] = [marks[low], marks[high]];
    if (a === undefined || b === undefined) return Number.NaN;
    if (step >= b.step) return of(b);
    if (step <= a.step) return of(a);
    return of(a) + ((of(b) - of(a)) * (step - a.step)) / (b.step - a.step);
  }
}
