import { expect, it } from 'vitest';
import { withKernelTimes } from './kernel-times';

it('is the mean of all slices', () => {
  const slices = [1, 2, 6].map((ms) => [{ name: 'forward', ms }]);
  const means = slices.reduce<ReturnType<typeof withKernelTimes> | undefined>(withKernelTimes, undefined);
  expect(means).toEqual({ times: [{ name: 'forward', ms: 3 }], slices: 3 });
});

it('follows a change, and starts anew where there are other kernels', () => {
  let means = withKernelTimes(undefined, [{ name: 'forward', ms: 1 }]);
  for (let k = 0; k < 100; k++) means = withKernelTimes(means, [{ name: 'forward', ms: 1 }]);
  for (let k = 0; k < 300; k++) means = withKernelTimes(means, [{ name: 'forward', ms: 3 }]);
  expect(means.times[0]?.ms).toBeGreaterThan(2.9);
  expect(withKernelTimes(means, [{ name: 'measure', ms: 9 }]).times).toEqual([{ name: 'measure', ms: 9 }]);
});
