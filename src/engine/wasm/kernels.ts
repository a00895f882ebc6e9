/** Addresses are bytes in the instance's memory; shapes and equations stand beside each kernel in assembly/. */
type Address = number;

export interface Kernels {
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
    transmission: number,
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
    unlose: number,
    modes: number,
    sums: Address,
  ): void;
  phaseGradient(
    sums: Address,
    count: number,
    weights: Address,
    stride: number,
    theta: Address,
    phi: Address,
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
    re: Address,
    im: Address,
    labels: Address,
    gRe: Address,
    gIm: Address,
    predictions: Address,
    out: Address,
  ): void;
  gather(
    re: Address,
    im: Address,
    labels: Address,
    count: number,
    modes: number,
    epoch: number,
    place: number,
    rows: number,
    half: number,
    streamKey: number,
    ld: number,
    outRe: Address,
    outIm: Address,
    outLabels: Address,
  ): void;
  adam(
    count: number,
    parameters: Address,
    gradient: Address,
    momentum: Address,
    variance: Address,
    beta1: number,
    beta2: number,
    rate: number,
    epsilon: number,
  ): void;
  sgd(
    count: number,
    parameters: Address,
    gradient: Address,
    velocity: Address,
    momentum: number,
    rate: number,
  ): void;
  norm(count: number, values: Address): number;
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
