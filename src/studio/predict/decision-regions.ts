import type { RawInput } from '../../engine/protocol';
import { answerOf } from '../../learning/answer';
import { networkForward } from '../../learning/network';
import type { Plan } from '../../learning/plan';
import type { VowelSample } from './vowel-space';
import { fromChart, measurementsAt } from './vowel-space';

/** Cells of the coarse picture of what the chip answers where on the chart. */
export const GRID = { columns: 61, rows: 52 } as const;

/** Fields of all cells, row by row, one after the other. */
export interface GridFields {
  readonly re: Float32Array;
  readonly im: Float32Array;
}

/** What a voice would measure in the middle of each cell, with the rest as usual there. */
export function gridInputs(samples: readonly VowelSample[]): readonly RawInput[] {
  return Array.from({ length: GRID.columns * GRID.rows }, (_, cell) => {
    const x = ((cell % GRID.columns) + 0.5) / GRID.columns;
    const y = (Math.floor(cell / GRID.columns) + 0.5) / GRID.rows;
    return { kind: 'table', values: measurementsAt(...fromChart(x, y), samples) };
  });
}

export interface Region {
  readonly answer: number;
  /** 0…1 */
  readonly confidence: number;
}

/** @param met parameters as light meets them, see `effectivePhases` */
export function regionsOf(plan: Plan, met: Float64Array, { re, im }: GridFields): readonly Region[] {
  const { modes } = plan;
  const cells = re.length / modes;
  const lanes = (values: Float32Array): Float64Array =>
    Float64Array.from(
      { length: values.length },
      (_, i) => values[(i % cells) * modes + Math.floor(i / cells)] ?? 0,
    );
  // The effects are in the parameters already.
  const out = networkForward({ ...plan, effects: undefined }, met, { re: lanes(re), im: lanes(im) }, cells);
  return Array.from({ length: cells }, (_, cell) => {
    const fields = {
      re: Float64Array.from({ length: modes }, (_, mode) => out.re[mode * cells + cell] ?? 0),
      im: Float64Array.from({ length: modes }, (_, mode) => out.im[mode * cells + cell] ?? 0),
    };
    return answerOf(plan, fields, 0);
  });
}
