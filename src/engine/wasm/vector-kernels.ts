/** Bytes from the start of the instance's memory. */
export type Address = number;

/** Kernels on flat vectors, whatever the network is made of. */
export interface VectorKernels {
  randomWord(seed: number, stream: number, counter: number): number;
  uniform(seed: number, stream: number, counter: number): number;
  normals(seed: number, stream: number, first: number, count: number, out: Address): void;
  holdPhases(
    count: number,
    parameters: Address,
    mask: Address,
    steps: number,
    isVoltage: number,
    heat: Address,
    out: Address,
  ): void;
  crosstalk(
    count: number,
    rowStart: Address,
    columns: Address,
    values: Address,
    heat: Address,
    out: Address,
  ): void;
  crosstalkAdjoint(
    count: number,
    rowStart: Address,
    columns: Address,
    values: Address,
    cotangent: Address,
    out: Address,
  ): void;
  drift(count: number, loadings: Address, walks: Address, out: Address): void;
  addNormals(count: number, mask: Address, sigma: number, seed: number, stream: number, out: Address): void;
  maskVector(count: number, values: Address, mask: Address): void;
  wrapVector(count: number, values: Address, mask: Address): void;
  clampVector(count: number, values: Address, low: Address, high: Address): void;
  norm(count: number, values: Address): number;
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
}
