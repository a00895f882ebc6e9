import { expect, it } from 'vitest';
import { describeTimeLeft } from './describe-time-left';

it('is a range where the ends differ', () => {
  expect(describeTimeLeft({ least: 70.2, most: 91 })).toBe('1:10–1:30 left');
  expect(describeTimeLeft({ least: 70.2, most: 91 }, true)).toBe('1:10–1:30');
  expect(describeTimeLeft({ least: 12.2, most: 12.4 })).toBe('about 0:12 left');
});

it('does not count days', () => {
  expect(describeTimeLeft({ least: 1e6, most: 2e6 })).toBe('more than a day left');
});
