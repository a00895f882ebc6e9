import type { Method, Training } from '../../../experiment/schema';

/** How training can learn, in words. */
export const METHODS: readonly {
  readonly id: Method['kind'];
  readonly name: string;
  readonly note: string;
}[] = [
  {
    id: 'backprop',
    name: 'Backpropagation',
    note: 'Exact gradients, computed',
  },
  {
    id: 'in-situ',
    name: 'In situ',
    note: 'Gradients from powers measured on the chip',
  },
  {
    id: 'spsa',
    name: 'SPSA',
    note: 'All phases moved at once, forward only',
  },
  {
    id: 'zeroth-order',
    name: 'Zeroth order',
    note: 'Several random directions, forward only',
  },
  {
    id: 'coordinate',
    name: 'Coordinate descent',
    note: 'One phase after another, forward only',
  },
];

/** What a method does, in a sentence or two. */
export function methodText(method: Method): string {
  switch (method.kind) {
    case 'backprop':
      return method.model === 'chip'
        ? 'Exact gradients from a model that knows this die and its noise.'
        : 'Exact gradients from a model without flaws; the chip gets its phases.';
    case 'in-situ':
      return 'Light and its error signal interfere on the chip; taps read each phase’s gradient.';
    case 'spsa':
      return 'All phases move at once, there and back along one random direction. Only the loss is read.';
    case 'zeroth-order':
      return 'Several random directions are probed per step. Only the loss is read.';
    case 'coordinate':
      return 'Phases are probed one after another. Only the loss is read.';
  }
}

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
