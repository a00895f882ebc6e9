import type { PanelLayout } from './conv-layout';
import { LANES, channelsOfLanes, floatOf } from './conv-layout';
import type { DenseConvolve } from './conv-dense-plan';

/** Fields of `Patches` in assembly/conv.ts, in its order. */
export interface Patches {
  readonly rows: number;
  readonly width: number;
  readonly outPanels: number;
  readonly inPanels: number;
  readonly kernel: number;
  readonly segment: number;
  readonly pitch: number;
  readonly xRow: number;
  readonly xStep: number;
  readonly xPanel: number;
  readonly xKernelRow: number;
  readonly zRow: number;
  readonly zStep: number;
  readonly zPanel: number;
}

/**
 * A linear stage as the kernels see it. `x` is its padded input, `z` its output without padding, `g` the cotangent of
 * z spread out and padded so that the cotangent of x is an ordinary convolution of it with mirrored weights.
 */
export interface ConvGeometry {
  /** Whether neighbouring results of a tile are pixels of one row; else they are samples. */
  readonly perSample: boolean;
  /** Pixels that each need a call of their own where tiles are samples: columns of z, and of x. */
  readonly zColumns: number;
  readonly xColumns: number;
  readonly g: { readonly height: number; readonly width: number; readonly sample: number };
  /** Bytes to the first position of g that holds a cotangent, and from one to the next. */
  readonly gFirst: number;
  readonly gRow: number;
  readonly gStep: number;
  readonly forward: Patches;
  readonly outer: Patches;
  readonly backward: Patches;
  /** For each float of the packed weights its place in the dense matrix, or −1. */
  readonly forwardIndex: Int32Array;
  /** The same for the mirrored weights. */
  readonly backwardIndex: Int32Array;
}

/** Narrower images are computed with samples side by side. */
const TILE_WIDTH = 4;
const FLOAT = 4;

/**
 * @param x layout of the input; that of the image before it was flattened, where it was
 * @param isFlat whether the stage takes all of x as one pixel
 */
export function convGeometry(
  stage: DenseConvolve,
  x: PanelLayout,
  z: PanelLayout,
  isFlat: boolean,
): ConvGeometry {
  return isFlat ? flatGeometry(stage, x, z) : imageGeometry(stage, x, z);
}

function imageGeometry(stage: DenseConvolve, x: PanelLayout, z: PanelLayout): ConvGeometry {
  const { kernel, stride, padding } = stage;
  const { height, width } = stage.output;
  const perSample = width >= TILE_WIDTH;
  const gShape = { height: stage.input.height + kernel - 1, width: stage.input.width + kernel - 1 };
  const gPanel = gShape.height * gShape.width * LANES;
  const g = { ...gShape, sample: z.panels * gPanel };
  const gRow = FLOAT * LANES * gShape.width;
  const offset = kernel - 1 - padding;
  const segment = kernel * x.lanes;
  const forward: Patches = {
    rows: height,
    width: perSample ? width : 0,
    outPanels: z.panels,
    inPanels: x.panels,
    kernel,
    segment,
    pitch: 4 * Math.ceil(segment / 4),
    xRow: FLOAT * stride * x.row,
    xStep: FLOAT * (perSample ? stride * x.lanes : x.sample),
    xPanel: FLOAT * x.panel,
    xKernelRow: FLOAT * x.row,
    zRow: FLOAT * z.row,
    zStep: FLOAT * (perSample ? LANES : z.sample),
    zPanel: FLOAT * z.panel,
  };
  const inRow = LANES * stage.input.width;
  return {
    perSample,
    zColumns: width,
    xColumns: stage.input.width,
    g,
    gFirst: offset * (gRow + FLOAT * LANES),
    gRow: stride * gRow,
    gStep: stride * FLOAT * LANES,
    forward,
    outer: {
      ...forward,
      zRow: stride * gRow,
      zStep: FLOAT * (perSample ? stride * LANES : g.sample),
      zPanel: FLOAT * gPanel,
    },
    backward: {
      rows: stage.input.height,
      width: perSample ? stage.input.width : 0,
      outPanels: x.panels,
      inPanels: z.panels,
      kernel,
      segment: kernel * LANES,
      pitch: kernel * LANES,
      xRow: gRow,
      xStep: FLOAT * (perSample ? LANES : g.sample),
      xPanel: FLOAT * gPanel,
      xKernelRow: gRow,
      zRow: FLOAT * inRow,
      zStep: FLOAT * (perSample ? LANES : unpaddedSample(x)),
      zPanel: FLOAT * inRow * stage.input.height,
    },
    ...imageIndices(stage, x, z, 4 * Math.ceil(segment / 4)),
  };
}

/** Floats from one sample's cotangents to the next: as in the layout, without its padding. */
function unpaddedSample(x: PanelLayout): number {
  const { height, width } = x.shape;
  return x.panels * height * width * x.lanes + (x.sample - x.panels * x.panel);
}

function imageIndices(
  { kernel, columns }: DenseConvolve,
  x: PanelLayout,
  z: PanelLayout,
  pitch: number,
): Pick<ConvGeometry, 'forwardIndex' | 'backwardIndex'> {
  const rowOf = channelsOfLanes(z);
  const channelOf = channelsOfLanes(x);
  const place = (zLane: number, xLane: number, i: number, j: number): number => {
    const [row = -1, channel = -1] = [rowOf[zLane], channelOf[xLane]];
    return row < 0 || channel < 0 ? -1 : row * columns + (channel * kernel + i) * kernel + j;
  };
  const forwardIndex = new Int32Array(z.panels * x.panels * kernel * pitch * LANES);
  let at = 0;
  for (let zPanel = 0; zPanel < z.panels; zPanel++) {
    for (let xPanel = 0; xPanel < x.panels; xPanel++) {
      for (let i = 0; i < kernel; i++) {
        for (let k = 0; k < pitch; k++) {
          const j = Math.floor(k / x.lanes);
          for (let lane = 0; lane < LANES; lane++) {
            forwardIndex[at++] =
              j < kernel ? place(zPanel * LANES + lane, xPanel * x.lanes + (k % x.lanes), i, j) : -1;
          }
        }
      }
    }
  }
  const backwardIndex = new Int32Array(x.panels * z.panels * kernel * kernel * LANES * LANES);
  at = 0;
  for (let xPanel = 0; xPanel < x.panels; xPanel++) {
    for (let zPanel = 0; zPanel < z.panels; zPanel++) {
      for (let i = kernel - 1; i >= 0; i--) {
        for (let j = kernel - 1; j >= 0; j--) {
          for (let zLane = 0; zLane < LANES; zLane++) {
            for (let lane = 0; lane < LANES; lane++)
              backwardIndex[at++] = place(zPanel * LANES + zLane, xPanel * LANES + lane, i, j);
          }
        }
      }
    }
  }
  return { forwardIndex, backwardIndex };
}

/** All of x is one pixel: a row of weights runs over a sample's floats. */
function flatGeometry(stage: DenseConvolve, x: PanelLayout, z: PanelLayout): ConvGeometry {
  const { columns } = stage;
  const inputs = x.panels * x.panel;
  const outputs = z.panels * LANES;
  const g = { height: 1, width: 1, sample: outputs };
  const forward: Patches = {
    rows: 1,
    width: 0,
    outPanels: z.panels,
    inPanels: 1,
    kernel: 1,
    segment: inputs,
    pitch: inputs,
    xRow: 0,
    xStep: FLOAT * x.sample,
    xPanel: 0,
    xKernelRow: 0,
    zRow: 0,
    zStep: FLOAT * z.sample,
    zPanel: FLOAT * LANES,
  };
  const columnOf = new Int32Array(inputs).fill(-1);
  const { channels, height, width } = x.shape;
  for (let column = 0; column < columns; column++) {
    const pixel = column % (height * width);
    const channel = Math.floor(column / (height * width));
    if (channel < channels) columnOf[floatOf(x, channel, Math.floor(pixel / width), pixel % width)] = column;
  }
  const rowOf = channelsOfLanes(z);
  const place = (zLane: number, input: number): number => {
    const [row = -1, column = -1] = [rowOf[zLane], columnOf[input]];
    return row < 0 || column < 0 ? -1 : row * columns + column;
  };
  const forwardIndex = new Int32Array(inputs * outputs);
  const backwardIndex = new Int32Array(inputs * outputs);
  for (let input = 0; input < inputs; input++) {
    for (let output = 0; output < outputs; output++) {
      const entry = place(output, input);
      const [outPanel, outLane] = [Math.floor(output / LANES), output % LANES];
      forwardIndex[(outPanel * inputs + input) * LANES + outLane] = entry;
      const [inPanel, inLane] = [Math.floor(input / LANES), input % LANES];
      backwardIndex[(inPanel * outputs + output) * LANES + inLane] = entry;
    }
  }
  return {
    perSample: false,
    zColumns: 1,
    xColumns: 1,
    g,
    gFirst: 0,
    gRow: 0,
    gStep: FLOAT * LANES,
    forward,
    outer: { ...forward, zStep: FLOAT * g.sample },
    backward: {
      ...forward,
      outPanels: inputs / LANES,
      segment: outputs,
      pitch: outputs,
      xStep: FLOAT * g.sample,
      zStep: FLOAT * x.sample,
    },
    forwardIndex,
    backwardIndex,
  };
}

/** Bytes from a sample's start to the patches of one column of results. */
export function patchColumn(stage: DenseConvolve, x: PanelLayout, column: number): number {
  return FLOAT * column * stage.stride * x.lanes;
}
