import type { Method, Training } from './schema';

/** A method with the constants it starts from. */
export function methodOf(kind: Method['kind']): Method {
  switch (kind) {
    case 'backprop':
      return { kind, model: 'chip' };
    case 'in-situ':
      return { kind, tapNoise: 0 };
    case 'spsa':
      return { kind, amplitude: 0.02 };
    case 'zeroth-order':
      return { kind, amplitude: 0.02, directions: 4 };
    case 'coordinate':
      return { kind, amplitude: 0.1, coordinates: 8 };
  }
}

/** A range of phases with the limits it starts from. */
export function rangeOf(kind: Training['range']['kind']): Training['range'] {
  return kind === 'clamp' ? { kind, phases: ['theta'], low: 0, high: Math.PI } : { kind };
}
