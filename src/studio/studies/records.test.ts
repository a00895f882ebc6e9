import { expect, it } from 'vitest';
import { replacer, reviver } from './records';

it('keeps results through JSON, numbers that are none included', () => {
  const result = { kind: 'sensitivity', loss: 0.5, rise: [Float64Array.of(0.25, NaN, -1)], seconds: 2 };
  const back: unknown = JSON.parse(JSON.stringify(result, replacer), reviver);
  expect(back).toEqual(result);
});
