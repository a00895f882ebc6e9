import { describe, expect, it } from 'vitest';
import type { Encoder } from '../../experiment/schema';
import { encodeSplit, fitEncoder } from '../encode';
import type { TableSplit } from '../samples';

const E = Math.E;
const train: TableSplit = {
  kind: 'table',
  count: 4,
  columns: ['f1', 'tilt'],
  values: Float64Array.of(1, -1, 1, 1, E ** 2, -1, E ** 2, 1),
  labels: Uint8Array.of(0, 0, 1, 1),
  groups: ['m01', 'm02', 'w01', 'w02'],
};
const columns = (names: readonly string[], modulation: 'amplitude' | 'phase', scale = 1): Encoder => ({
  kind: 'columns',
  columns: names,
  modulation,
  scale,
});

describe('columns encoder', () => {
  it('standardises the logarithm of frequencies, other columns as they are', () => {
    const encoded = encodeSplit(fitEncoder(train, columns(['f1', 'tilt'], 'amplitude', 2), 3), train);
    // ln f1 is 0, 0, 2, 2: mean 1, deviation 1. The third mode is the reference.
    [-2, -2, 1, -2, 2, 1, 2, -2, 1, 2, 2, 1].forEach((value, at) => {
      expect(encoded.re[at]).toBeCloseTo(value, 6);
    });
    expect(encoded.im).toEqual(new Float32Array(12));
  });

  it('turns a unit field by scale · z under phase modulation and leaves free modes dark', () => {
    const encoded = encodeSplit(fitEncoder(train, columns(['f1'], 'phase', 0.5), 2), train);
    expect(encoded.re[0]).toBeCloseTo(Math.cos(-0.5), 6);
    expect(encoded.im[0]).toBeCloseTo(Math.sin(-0.5), 6);
    expect([encoded.re[1], encoded.im[1]]).toEqual([0, 0]);
  });

  it('fits on the training split only and replaces missing values by the mean of the talker type', () => {
    const fitted = fitEncoder(train, columns(['f1'], 'amplitude'), 1);
    const test: TableSplit = {
      ...train,
      count: 3,
      values: Float64Array.of(Number.NaN, 0, Number.NaN, 0, E ** 5, 0),
      labels: new Uint8Array(3),
      groups: ['w07', 'x01', 'm09'],
    };
    const encoded = encodeSplit(fitted, test);
    expect(encoded.re[0]).toBeCloseTo(1, 6);
    expect(encoded.re[1]).toBeCloseTo(0, 6);
    expect(encoded.re[2]).toBeCloseTo(4, 5);
    expect(JSON.parse(JSON.stringify(fitted))).toEqual(fitted);
  });

  it.each([
    [columns([], 'amplitude'), 2, /No measurement/],
    [columns(['f9'], 'amplitude'), 2, /no column "f9"/],
    [columns(['f1', 'f1'], 'amplitude'), 2, /twice/],
    [columns(['f1', 'tilt'], 'amplitude'), 1, /2 columns do not fit 1 modes/],
    [{ kind: 'fourier', scale: 1 } as const, 4, /not images/],
  ])('refuses %j on %i modes', (encoder, modes, message) => {
    expect(() => fitEncoder(train, encoder, modes)).toThrow(message);
  });

  it('refuses a column that never varies', () => {
    const flat = { ...train, values: new Float64Array(8).fill(3) };
    expect(() => fitEncoder(flat, columns(['f1'], 'amplitude'), 2)).toThrow(/never varies/);
  });
});
