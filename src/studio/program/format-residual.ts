import { significant } from '../format/si';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A relative distance: 0.0312, or 3.1 × 10⁻¹⁶ where it is as small as rounding. */
export function formatResidual(value: number): string {
  if (!Number.isFinite(value) || value === 0 || value >= 1e-3) return value === 0 ? '0' : significant(value);
  const [mantissa = '', exponent = ''] = value.toExponential(1).split('e-');
  const power = [...exponent].map((digit) => SUPERSCRIPTS[Number(digit)] ?? '').join('');
  return `${mantissa} × 10⁻${power}`;
}
