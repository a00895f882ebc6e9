import { expect, it } from 'vitest';
import { marginsOf } from './margins';
import { browserName } from './this-machine';

const row = {
  unit: 'ms',
  quartiles: [4, 8] as [number, number],
  repetitions: 3,
  pass: true,
  calibration: null,
  relative: null,
  detail: '',
};

it('is above 1 where a goal is reached, whichever direction is better', () => {
  const margins = marginsOf([
    { ...row, id: 'less', value: 5, goal: { kind: 'at-most', value: 20 } },
    { ...row, id: 'more', value: 5, goal: { kind: 'at-least', value: 10 } },
  ]);
  expect(margins).toEqual([
    { id: 'less', margin: 4, error: [1.5, 1] },
    { id: 'more', margin: 0.5, error: [expect.closeTo(0.1), expect.closeTo(0.3)] },
  ]);
});

it('leaves out what has no goal or no figure, and keeps the rest in the picture', () => {
  const margins = marginsOf([
    { ...row, id: 'free', value: 5, goal: null },
    { ...row, id: 'failed', value: null, goal: { kind: 'at-most', value: 1 } },
    { ...row, id: 'tiny', value: 1e-9, quartiles: null, goal: { kind: 'at-most', value: 1 } },
  ]);
  expect(margins).toEqual([{ id: 'tiny', margin: 1000, error: [0, 0] }]);
});

it('names browsers by what is their own', () => {
  const chrome = 'Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
  expect(browserName(chrome)).toBe('Chrome/156.0.0.0');
  expect(browserName(`${chrome} Edg/156.0.1`)).toBe('Edg/156.0.1');
  expect(browserName('Mozilla/5.0 (X11) Gecko/20100101 Firefox/145.0')).toBe('Firefox/145.0');
});
