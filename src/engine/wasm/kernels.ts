import type { ConvKernels } from './conv-kernels';
import type { Address, VectorKernels } from './vector-kernels';

/** What assembly/index.ts exports; shapes and equations stand beside each kernel in assembly/. */
export interface Kernels extends VectorKernels, ConvKernels {
  packRows(
    re: Address,
    im: Address,
    ld: number,
    depth: number,
    lanes: number,
    conjugate: number,
    out: Address,
  ): void;
  packTransposed(re: Address, im: Address, ld: number, size: number, lanes: number, out: Address): void;
  gemm(
    rows: number,
    lanes: number,
    depth: number,
    aRe: Address,
    aIm: Address,
    lda: number,
    panels: Address,
    cRe: Address,
    cIm: Address,
    ldc: number,
    accumulate: number,
  ): void;
  transpose(x: Address, ldx: number, rows: number, columns: number, out: Address, ldo: number): void;
  coefficients(
    theta: Address,
    phi: Address,
    count: number,
    thetaErrors: Address,
    phiErrors: Address,
    flaws: Address,
    stride: number,
    losses: Address,
    isPushPull: number,
    out: Address,
  ): void;
  propagate(
    pairs: Address,
    coefficient: Address,
    count: number,
    re: Address,
    im: Address,
    ld: number,
    lanes: number,
    isIdentity: number,
  ): void;
  unpropagate(
    pairs: Address,
    coefficient: Address,
    count: number,
    re: Address,
    im: Address,
    gRe: Address,
    gIm: Address,
    ld: number,
    lanes: number,
    unlose: Address,
    modes: number,
    sums: Address,
  ): void;
  phaseGradient(
    sums: Address,
    count: number,
    weights: Address,
    stride: number,
    isPushPull: number,
    theta: Address,
    phi: Address,
  ): void;
  noisyCouplers(
    count: number,
    a: Address,
    b: Address,
    sigma: number,
    seed: number,
    stream: number,
    first: number,
    flaws: Address,
    weights: Address,
    stride: number,
  ): void;
  setIdentity(re: Address, im: Address, ld: number, size: number): void;
  shiftRows(
    re: Address,
    im: Address,
    ld: number,
    size: number,
    phases: Address,
    sign: number,
    scale: number,
    factors: Address,
  ): void;
  attenuateRows(re: Address, im: Address, ld: number, size: number, alphas: Address): void;
  rowPhaseGradient(
    re: Address,
    im: Address,
    gRe: Address,
    gIm: Address,
    ld: number,
    size: number,
    out: Address,
  ): void;
  attenuatorGradient(
    re: Address,
    im: Address,
    gRe: Address,
    gIm: Address,
    ld: number,
    size: number,
    alphas: Address,
    out: Address,
  ): void;
  activate(
    kind: number,
    constants: Address,
    tap: Address,
    detuning: Address,
    rows: number,
    lanes: number,
    ld: number,
    zRe: Address,
    zIm: Address,
    outRe: Address,
    outIm: Address,
  ): void;
  activateBackward(
    kind: number,
    constants: Address,
    tap: Address,
    detuning: Address,
    rows: number,
    lanes: number,
    ld: number,
    zRe: Address,
    zIm: Address,
    gRe: Address,
    gIm: Address,
    tapGradient: Address,
    detuningGradient: Address,
  ): void;
  loss(
    rows: number,
    ld: number,
    classes: number,
    normalise: number,
    scale: number,
    squared: number,
    dark: number,
    detection: Address,
    seed: number,
    firstRow: number,
    re: Address,
    im: Address,
    labels: Address,
    gRe: Address,
    gIm: Address,
    predictions: Address,
    losses: Address,
    out: Address,
  ): void;
  gather(
    re: Address,
    im: Address,
    labels: Address,
    count: number,
    ld: number,
    epoch: number,
    place: number,
    rows: number,
    half: number,
    streamKey: number,
    outRe: Address,
    outIm: Address,
    outLabels: Address,
  ): void;
  multiplyAddPeak(count: number): number;
}

/** Kernels bound to a memory of their own. */
export function instantiateKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  const instance = new WebAssembly.Instance(module, {
    env: {
      memory,
      abort() {
        throw new Error('A WASM kernel aborted.');
      },
    },
  });
  return instance.exports as unknown as Kernels;
}
