import { expect, it } from 'vitest';
import { formatResidual } from './format-residual';

it('writes distances so that small ones can be told from zero', () => {
  expect(formatResidual(0)).toBe('0');
  expect(formatResidual(0.61803)).toBe('0.618');
  expect(formatResidual(0.00123)).toBe('0.00123');
  expect(formatResidual(3.14e-16)).toBe('3.1 × 10⁻¹⁶');
  expect(formatResidual(9.99e-4)).toBe('1.0 × 10⁻³');
});
