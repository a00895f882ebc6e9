/** Numbers with a name, a shape and, for complex ones, an imaginary part; row-major. */
export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float64Array;
  readonly imaginary: Float64Array | undefined;
}

/** Entries that a shape has. */
export function entriesOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

/** A real tensor. */
export function realTensor(name: string, shape: readonly number[], values: Float64Array): Tensor {
  return { name, shape, values, imaginary: undefined };
}

/** "6 × 6", "15", "a single number". */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 0 ? 'a single number' : shape.join(' × ');
}
