import type { Nonlinearity } from '../../experiment/schema';
import type { Stage } from '../design/convolution/change-convolution';
import { SATURABLE, activateReal } from '../../learning/convolution/activation';
import type { Response } from '../../photonics/nonlinearity/response';
import { emptyResponse } from '../../photonics/nonlinearity/response';
import { isDetecting, respond } from '../../photonics/nonlinearity/activation';
import { emptyNofuResponse, nofu } from '../../photonics/nonlinearity/nofu';

/** Largest field that a curve shows; 1 is a unit of the squared field's root. */
export const CURVE_END = 2;
const POINTS = 48;

/** Tap and detuning that a ring is drawn with: as it starts, on resonance. Training turns them per waveguide. */
const DRAWN_TAP = 1.3;
const DRAWN_DETUNING = 0;

/** Field behind a nonlinearity, |f(z)|, for a field |z| before it. */
export function outputField(nonlinearity: Nonlinearity, field: number): number {
  const response: Response = emptyResponse();
  if (nonlinearity.kind === 'nofu') {
    const ring = emptyNofuResponse();
    nofu(field * field, DRAWN_TAP, DRAWN_DETUNING, nonlinearity, ring);
    return field * Math.hypot(ring.hRe, ring.hIm);
  }
  respond(nonlinearity, field * field, response);
  return isDetecting(nonlinearity.kind)
    ? Math.abs(response.hRe)
    : field * Math.hypot(response.hRe, response.hIm);
}

/** Points (field before, field behind), from dark to {@link CURVE_END}. */
export function transferCurve(nonlinearity: Nonlinearity): readonly (readonly [number, number])[] {
  return Array.from({ length: POINTS + 1 }, (_, i) => {
    const field = (CURVE_END * i) / POINTS;
    return [field, outputField(nonlinearity, field)] as const;
  });
}

/** The same for what follows a convolution's matrix, over signed fields. */
export function activationCurve(activation: Stage['activation']): readonly (readonly [number, number])[] {
  const value = { value: 0, slope: 0 };
  return Array.from({ length: POINTS + 1 }, (_, i) => {
    const x = CURVE_END * ((2 * i) / POINTS - 1);
    if (activation === 'modulus') return [x, Math.abs(x)] as const;
    activateReal(activation === 'saturable-absorber' ? SATURABLE : { kind: activation }, x, value);
    return [x, value.value] as const;
  });
}

/** SVG path data of a curve in a box, the largest value at its top. */
export function curvePath(
  points: readonly (readonly [number, number])[],
  width: number,
  height: number,
): string {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(0, ...ys), Math.max(1e-9, ...ys)];
  return points
    .map(([x, y], i) => {
      const px = (width * (x - left)) / (right - left);
      const py = height * (1 - (y - low) / (high - low));
      return `${i === 0 ? 'M' : 'L'}${px.toFixed(2)} ${py.toFixed(2)}`;
    })
    .join('');
}
