import { inputGradient } from '../../learning/input-gradient';
import type { ComplexPlanes } from '../../photonics/propagate';
import { chip } from '../state/chip';

/** The answer to the fields on screen, and how its score changes with them; undefined without a coherent chip. */
export function effectiveAnswer(shown: {
  readonly re: ArrayLike<number>;
  readonly im: ArrayLike<number>;
}):
  { readonly answer: number; readonly fields: ComplexPlanes; readonly gradient: ComplexPlanes } | undefined {
  const { network, met } = chip;
  const readings = chip.readings();
  if (network?.kind !== 'coherent' || readings === undefined || shown.re.length !== network.modes)
    return undefined;
  const fields = { re: Float64Array.from(shown.re), im: Float64Array.from(shown.im) };
  return { answer: readings.answer, fields, gradient: inputGradient(network, met, fields, readings.answer) };
}
