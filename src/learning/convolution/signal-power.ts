import { STREAM, normal } from '../../lib/rng';
import { activateReal } from './activation';
import type { StageShape } from './stage-shapes';

/** A random signal between stages: the i-th of endless independent draws. */
type Signal = (index: number) => number;

/** Draws a mean square is taken over: within a few per cent, enough to start from. */
const DRAWS = 512;

/** What a linear stage that starts with unit variance gives: standard normal signals. */
export const UNIT_SIGNAL: Signal = (index) => normal(1, STREAM.phases, index);

/**
 * What stages make of a signal, neighbouring pixels taken as independent. Linear stages and normalisations start
 * again from unit variance.
 */
export function signalAfter(stage: StageShape, signal: Signal): Signal {
  switch (stage.kind) {
    case 'convolve':
    case 'normalise':
      return UNIT_SIGNAL;
    case 'activate': {
      const out = { value: 0, slope: 0 };
      return (index) => {
        activateReal(stage.activation, signal(index), out);
        return out.value;
      };
    }
    case 'detect':
      return (index) => {
        const power = signal(2 * index) ** 2 + signal(2 * index + 1) ** 2;
        return stage.detection === 'power' ? power : Math.sqrt(power);
      };
    case 'pool': {
      const window = stage.height * stage.width;
      const draws = (index: number): number[] =>
        Array.from({ length: window }, (_, k) => signal(window * index + k));
      if (stage.mode === 'max') return (index) => Math.max(...draws(index));
      return (index) => draws(index).reduce((sum, value) => sum + value, 0) / window;
    }
    case 'flatten':
      return signal;
  }
}

/** Mean square of a signal. */
export function meanSquare(signal: Signal): number {
  let sum = 0;
  for (let index = 0; index < DRAWS; index++) sum += signal(index) ** 2;
  return sum / DRAWS;
}
