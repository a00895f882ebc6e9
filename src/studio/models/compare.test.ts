import { expect, it } from 'vitest';
import { realTensor } from '../../library/formats/tensor';
import { phaseDifference } from './compare';

const theta = (...values: number[]) =>
  realTensor('layers.0.U.theta', [values.length], Float64Array.from(values));
const gain = (value: number) => realTensor('layers.0.tap', [1], Float64Array.of(value));

it('is the root mean square of the angles, whole turns aside', () => {
  const found = phaseDifference(
    [theta(0, 0, 0, 0)],
    [theta(0.2, -0.2, 2 * Math.PI + 0.2, -2 * Math.PI - 0.2)],
  );
  expect(found).toEqual({ kind: 'rms', radians: expect.closeTo(0.2, 12) as number });
});

it('leaves out what is no angle', () => {
  expect(phaseDifference([theta(1), gain(0)], [theta(1), gain(5)])).toEqual({ kind: 'rms', radians: 0 });
});

it('says where nothing can be compared', () => {
  expect(phaseDifference(undefined, undefined)).toEqual({ kind: 'none' });
  expect(phaseDifference([theta(1)], undefined)).toEqual({ kind: 'other' });
  expect(phaseDifference([theta(1)], [theta(1, 2)])).toEqual({ kind: 'other' });
  expect(phaseDifference([gain(1)], [gain(1)])).toEqual({ kind: 'other' });
});
