import type { ConvLight } from '../../learning/convolution/conv-network';
import { convLight, convPassage } from '../../learning/convolution/conv-network';
import { gather } from '../../learning/convolution/convolve';
import type { ConvPlan, ConvStage, ImageShape } from '../../learning/convolution/plan';
import type { Moment } from '../../learning/effects';

/** A tile of a convolutional network: its linear stage, counted from the image, and its place in the matrix. */
export interface TileChoice {
  readonly stage: number;
  /** Position in `matrix.blocks`. */
  readonly block: number;
}

/** The images behind one linear stage and the electronics that follow it: some of its channels. */
export interface StageImages extends ImageShape {
  /** [channel][row][column], so many channels as are kept. */
  readonly values: Float32Array;
  readonly kept: number;
}

/** One image on its way through the network, and the light in one tile. */
export interface ConvTrace {
  readonly choice: TileChoice;
  readonly logits: Float64Array;
  /** What enters the network. */
  readonly input: StageImages;
  /** One per linear stage. */
  readonly images: readonly StageImages[];
  /** What enters the tile when the stage looks at the brightest place of its input: one field per waveguide. */
  readonly fields: { readonly re: Float64Array; readonly im: Float64Array };
  /** That place, as row and column of the stage's output, counted from 0. */
  readonly place: readonly [row: number, column: number];
}

type Convolve = Extract<ConvStage, { kind: 'convolve' }>;

/** Channels that are kept of a stage, to be shown. */
const KEPT_CHANNELS = 4;

/**
 * Sends one image through a network, and remembers its meshes' products while the parameters stay.
 * All in f64, without noise.
 */
export class ConvTracer {
  readonly #plan: ConvPlan;
  readonly #starts: readonly number[];
  #lit: { readonly parameters: Float64Array; readonly light: ConvLight } | undefined;

  constructor(plan: ConvPlan) {
    this.#plan = plan;
    this.#starts = plan.stages.flatMap((stage, at) => (stage.kind === 'convolve' ? [at] : []));
  }

  /**
   * @param parameters must not be changed in place
   * @param pixels standardised, [channel][row][column]
   */
  trace(
    parameters: Float64Array,
    pixels: ArrayLike<number>,
    choice: TileChoice,
    walks: Moment['walks'],
  ): ConvTrace {
    if (this.#lit?.parameters !== parameters)
      this.#lit = { parameters, light: convLight(this.#plan, parameters, { key: undefined, walks }) };
    const passage = convPassage(this.#lit.light, Float64Array.from(pixels));
    const { stages } = this.#plan;
    const images = this.#starts.map((start) => {
      const end = endOfStage(this.#plan, start);
      return keptImages(outputOf(stages[end - 1]), passage[end] ?? new Float64Array(0));
    });
    const at = this.#starts[choice.stage] ?? 0;
    const stage = stages[at];
    const input = passage[at];
    if (stage?.kind !== 'convolve' || input === undefined) throw new RangeError(`No stage ${choice.stage}.`);
    const logits = passage.at(-1) ?? new Float64Array(0);
    const [first = input] = passage;
    return {
      choice,
      logits,
      input: keptImages(this.#plan.input, first),
      images,
      ...brightestPatch(stage, input, choice.block),
    };
  }
}

/**
 * Where a linear stage with its electronics ends: before the next one, and before the head lays all pixels in a
 * row.
 */
export function endOfStage({ stages }: ConvPlan, start: number): number {
  let end = start + 1;
  while (end < stages.length && stages[end]?.kind !== 'convolve' && stages[end]?.kind !== 'flatten') end++;
  return end;
}

export function outputOf(stage: ConvStage | undefined): ImageShape {
  if (stage === undefined) return { channels: 0, height: 0, width: 0 };
  return 'output' in stage ? stage.output : stage.input;
}

function keptImages({ channels, height, width }: ImageShape, values: Float64Array): StageImages {
  // Behind the head there are only single numbers: all of them make one image.
  const isList = height === 1 && width === 1;
  const kept = isList ? channels : Math.min(channels, KEPT_CHANNELS);
  const shown = Float32Array.from(values.subarray(0, kept * height * width));
  return { channels, height, width, kept, values: shown };
}

/** The tile's part of the patch with the largest power; zeros beyond the matrix's edge. */
function brightestPatch(
  stage: Convolve,
  input: Float64Array,
  block: number,
): Pick<ConvTrace, 'fields' | 'place'> {
  const { columns, tile } = stage.matrix;
  const { height, width } = stage.output;
  const positions = height * width;
  const patches = new Float64Array(columns * positions);
  gather(stage, input, 0, patches);
  const power = new Float64Array(positions);
  for (let column = 0; column < columns; column++) {
    for (let p = 0; p < positions; p++)
      power[p] = (power[p] ?? 0) + (patches[column * positions + p] ?? 0) ** 2;
  }
  const best = power.reduce((at, value, p) => (value > (power[at] ?? 0) ? p : at), 0);
  const left = (block % Math.ceil(columns / tile)) * tile;
  const re = Float64Array.from({ length: tile }, (_, k) =>
    left + k < columns ? (patches[(left + k) * positions + best] ?? 0) : 0,
  );
  return {
    fields: { re, im: new Float64Array(tile) },
    place: [Math.floor(best / width), best % width],
  };
}
