import { describe, expect, it } from 'vitest';
import { globMatcher } from './glob.mjs';

describe('globMatcher', () => {
  it.each([
    ['*', 'parity.n64', true],
    ['parity.*', 'parity.n256', true],
    ['parity.*', 'speed.parity.n64', false],
    ['{parity,speed}.*', 'speed.wasm.peak-share', true],
    ['{parity,speed}.*', 'train.samples.n64', false],
    ['accuracy.{vowels,mnist}', 'accuracy.mnist', true],
    ['accuracy.{vowels,mnist}', 'accuracy.mnis', false],
    ['speed.{wasm.{vs-js,vs-tfjs},webgpu.*}.n64', 'speed.wasm.vs-tfjs.n64', true],
    ['speed.{wasm.{vs-js,vs-tfjs},webgpu.*}.n64', 'speed.wasm.vs-tfjs.n16', false],
    ['parity.n64', 'parityxn64', false],
    ['a,b', 'a,b', true],
    ['(a|b)+[c]?^$', '(a|b)+[c]?^$', true],
    ['', '', true],
    ['', 'x', false],
  ])('%s on %s is %s', (glob, name, expected) => {
    expect(globMatcher(glob)(name)).toBe(expected);
  });

  it.each(['{a', 'a}', '{a}}', '}{'])('refuses %s', (glob) => {
    expect(() => globMatcher(glob)).toThrow(/pair up/);
  });
});
