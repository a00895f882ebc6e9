import type { Address } from './vector-kernels';

/** Kernels of convolutional networks; shapes and equations stand beside each in assembly/. */
export interface ConvKernels {
  convolve(patches: Address, x: Address, weights: Address, bias: Address, z: Address): void;
  convolveOuter(patches: Address, x: Address, g: Address, out: Address): void;
  mergeMoments(x: Address, count: number, out: Address): void;
  affine(x: Address, count: number, scale: Address, shift: Address, y: Address): void;
  slopeSums(x: Address, g: Address, count: number, mean: Address, out: Address): void;
  normaliseBackward(x: Address, g: Address, count: number, factors: Address): void;
  sumPositions(g: Address, count: number, out: Address): void;
  realActivate(kind: number, constants: Address, x: Address, count: number, y: Address): void;
  realActivateBackward(kind: number, constants: Address, x: Address, count: number, g: Address): void;
  detect(power: number, re: Address, im: Address, count: number, y: Address): void;
  detectBackward(
    power: number,
    re: Address,
    im: Address,
    count: number,
    g: Address,
    gRe: Address,
    gIm: Address,
  ): void;
  maxPool(windows: Address, x: Address, y: Address): void;
  maxPoolBackward(windows: Address, x: Address, g: Address, out: Address): void;
  averagePool(windows: Address, x: Address, y: Address): void;
  averagePoolBackward(windows: Address, g: Address, out: Address): void;
  loadImage(
    pixels: Address,
    channels: number,
    height: number,
    width: number,
    dy: number,
    dx: number,
    flip: number,
    constants: Address,
    out: Address,
    rowBytes: number,
  ): void;
  softmaxLoss(
    rows: number,
    ld: number,
    classes: number,
    smoothing: number,
    share: number,
    z: Address,
    labels: Address,
    g: Address,
    predictions: Address,
    losses: Address,
    out: Address,
  ): void;
  gatherFloats(from: Address, index: Address, count: number, out: Address): void;
  scatterFloats(from: Address, index: Address, count: number, out: Address): void;
  placePositions(from: Address, height: number, width: number, out: Address, row: number, step: number): void;
  copyBlock(from: Address, ldFrom: number, rows: number, columns: number, to: Address, ldTo: number): void;
  addFloats(from: Address, count: number, to: Address): void;
  tilesAreReal(shape: Address, tiles: Address, count: number, phases: Address): number;
  compileTiles(shape: Address, tiles: Address, count: number, phases: Address, dense: Address): void;
  tilesGradient(
    shape: Address,
    tiles: Address,
    count: number,
    phases: Address,
    dense: Address,
    gradient: Address,
  ): void;
}
