import type { Plan, PlanDetection } from '../../learning/plan';
import type { Arena } from './arena';
import type { Kernels } from './kernels';
import type { Planes } from './planes';

/** Least sum of powers that is divided by where detectors are ideal (learning/loss.ts). */
const DARK = 1e-20;

/** Detectors, converters and loss at the class ports, in WASM memory. */
export class LossReadout {
  readonly #kernels: Kernels;
  readonly #arena: Arena;
  readonly #plan: Pick<Plan, 'classes' | 'readout'>;
  readonly #dark: number;
  readonly #detection: number;
  readonly #answers: number;
  readonly #losses: number;
  readonly #out: number;

  /** @param rows the most that are judged at once */
  constructor(
    kernels: Kernels,
    arena: Arena,
    plan: Pick<Plan, 'classes' | 'readout' | 'detection'>,
    rows: number,
  ) {
    const { detection } = plan;
    this.#kernels = kernels;
    this.#arena = arena;
    this.#plan = plan;
    this.#dark = detection?.dark ?? DARK;
    this.#detection = detection ? arena.putFloats(constants(detection)) : 0;
    this.#answers = arena.bytes(rows);
    this.#losses = arena.floats(rows);
    this.#out = arena.bytes(16);
  }

  /**
   * Sum of losses and number of correct answers.
   * @param labels address of one byte per row
   * @param key of the detectors' noise; every presentation of a plan with detectors has one
   * @param firstRow number of the first row in that noise
   * @param cotangent where to put the cotangents of the mean loss, if they are wanted
   */
  judge(
    y: Planes,
    labels: number,
    rows: number,
    key: number | undefined,
    firstRow: number,
    cotangent?: Planes,
  ): { readonly loss: number; readonly correct: number } {
    const { classes, readout } = this.#plan;
    this.#kernels.loss(
      rows,
      y.ld,
      classes,
      readout.normalise ? 1 : 0,
      readout.scale,
      readout.loss === 'mse' ? 1 : 0,
      this.#dark,
      this.#detection,
      key ?? 0,
      firstRow,
      y.re,
      y.im,
      labels,
      cotangent?.re ?? 0,
      cotangent?.im ?? 0,
      this.#answers,
      this.#losses,
      this.#out,
    );
    const view = new DataView(this.#arena.memory.buffer, this.#out, 16);
    return { loss: view.getFloat64(0, true), correct: view.getInt32(8, true) };
  }

  /** Answers of the rows judged last; a view that is valid until the next call. */
  answers(rows: number): Uint8Array {
    return this.#arena.u8(this.#answers, rows);
  }

  /** Losses of the same rows, a view as well. */
  losses(rows: number): Float32Array {
    return this.#arena.f32(this.#losses, rows);
  }
}

function constants({ shot, thermal, rin, adcLevels, fullScale }: PlanDetection): readonly number[] {
  return [shot ** 2, thermal ** 2, rin, adcLevels, fullScale];
}
