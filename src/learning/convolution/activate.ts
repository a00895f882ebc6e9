import { activateReal } from './activation';
import type { ConvActivation } from './plan';

/** f(x) of every value. */
export function activateAll(activation: ConvActivation, input: Float64Array): Float64Array {
  const out = { value: 0, slope: 0 };
  return input.map((x) => {
    activateReal(activation, x, out);
    return out.value;
  });
}

/** f'(x)·g of every value. */
export function activateAllBackward(
  activation: ConvActivation,
  input: Float64Array,
  cotangent: Float64Array,
): Float64Array {
  const out = { value: 0, slope: 0 };
  return cotangent.map((slope, i) => {
    activateReal(activation, input[i] ?? 0, out);
    return slope * out.slope;
  });
}
