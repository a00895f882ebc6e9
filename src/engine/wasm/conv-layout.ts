import type { ImageShape } from '../../learning/convolution/plan';

/** Channels that lie side by side: two SIMD vectors. */
export const LANES = 8;

/**
 * How one sample's activations lie in WASM memory: panels of channels, [panel][row][column][lane], with dark
 * positions around them. Lanes beyond the last channel hold what nobody reads.
 */
export interface PanelLayout {
  readonly shape: ImageShape;
  /** Channels side by side at one position: {@link LANES}, or all of an image. */
  readonly lanes: number;
  readonly panels: number;
  /** 2 where the second half of the channels, imaginary parts, starts at a panel of its own. */
  readonly quadratures: 1 | 2;
  readonly padding: number;
  /** Floats of a row, a panel, and from one sample to the next. */
  readonly row: number;
  readonly panel: number;
  readonly sample: number;
}

/** Floats between samples, so that their rows do not all fall into the same cache sets. */
const GAP = 16;

export function panelLayout(shape: ImageShape, padding: number, quadratures: 1 | 2 = 1): PanelLayout {
  const panels = quadratures * Math.ceil(shape.channels / quadratures / LANES);
  return layout(shape, LANES, panels, padding, quadratures);
}

/** Images as the network's input: all channels of a pixel side by side. */
export function imageLayout(shape: ImageShape, padding: number): PanelLayout {
  return layout(shape, shape.channels, 1, padding, 1);
}

function layout(
  shape: ImageShape,
  lanes: number,
  panels: number,
  padding: number,
  quadratures: 1 | 2,
): PanelLayout {
  const row = (shape.width + 2 * padding) * lanes;
  const panel = (shape.height + 2 * padding) * row;
  return { shape, lanes, panels, quadratures, padding, row, panel, sample: panels * panel + GAP };
}

/** Number of a channel counted through all panels' lanes. */
export function laneOf({ shape, lanes, panels, quadratures }: PanelLayout, channel: number): number {
  const each = shape.channels / quadratures;
  const quadrature = Math.floor(channel / each);
  return quadrature * (panels / quadratures) * lanes + (channel % each);
}

/** Which channel each lane of all panels holds; −1 for none. */
export function channelsOfLanes(of: PanelLayout): Int32Array {
  const channels = new Int32Array(of.panels * of.lanes).fill(-1);
  for (let channel = 0; channel < of.shape.channels; channel++) channels[laneOf(of, channel)] = channel;
  return channels;
}

/** Where one value lies, in floats from the sample's start. */
export function floatOf(of: PanelLayout, channel: number, y: number, x: number): number {
  const lane = laneOf(of, channel);
  const panel = Math.floor(lane / of.lanes);
  return (
    panel * of.panel + (y + of.padding) * of.row + (x + of.padding) * of.lanes + (lane - panel * of.lanes)
  );
}

/** Bytes from a sample's start to its first pixel. */
export function firstPixel({ padding, row, lanes }: PanelLayout): number {
  return 4 * padding * (row + lanes);
}
