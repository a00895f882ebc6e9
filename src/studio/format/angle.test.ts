import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { angleText, parseAngle, wrapAngle } from './angle';

describe('parseAngle', () => {
  it.each([
    ['0.25π', Math.PI / 4],
    ['0,25 π', Math.PI / 4],
    ['pi/4', Math.PI / 4],
    ['3π/4', (3 * Math.PI) / 4],
    ['2*pi/3', (2 * Math.PI) / 3],
    ['-π/2', -Math.PI / 2],
    ['−0.5 PI', -Math.PI / 2],
    ['45deg', Math.PI / 4],
    ['45 °', Math.PI / 4],
    ['0.125 turns', Math.PI / 4],
    ['1 turn', 2 * Math.PI],
    ['0.785', 0.785],
    ['.5 rad', 0.5],
    ['1/3', 1 / 3],
    ['1e-3', 1e-3],
    ['0', 0],
  ])('reads %s', (text, angle) => {
    expect(parseAngle(text)).toBeCloseTo(angle, 12);
  });

  it.each(['', 'π/0', '1/0', 'two', '0.25ππ', '4 5', '45 degrees west', 'NaN', 'Infinity', '1e999', 'π4'])(
    'refuses %j',
    (text) => {
      expect(parseAngle(text)).toBeUndefined();
    },
  );
});

it('reads back what it writes, within half a digit', () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (angle) => {
      const read = parseAngle(angleText(angle)) ?? Number.NaN;
      const apart = wrapAngle(read - angle + Math.PI) - Math.PI;
      expect(Math.abs(apart)).toBeLessThan(0.00006 * Math.PI);
    }),
    { seed: 3, numRuns: 200 },
  );
});
