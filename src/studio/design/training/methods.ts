import type { Method, Training } from '../../../experiment/schema';
import { trainingFieldWords as words } from '../../words/training-fields';

/** How training can learn, in words. */
export const METHODS: readonly {
  readonly id: Method['kind'];
  readonly name: string;
  readonly note: string;
}[] = [
  {
    id: 'backprop',
    name: words.methods.backpropagation,
    note: words.methods.exactGradientsComputed,
  },
  {
    id: 'in-situ',
    name: words.methods.inSitu,
    note: words.methods.gradientsFromPowersMeasuredOn,
  },
  {
    id: 'spsa',
    name: words.methods.spsa,
    note: words.methods.allPhasesMovedAtOnce,
  },
  {
    id: 'zeroth-order',
    name: words.methods.zerothOrder,
    note: words.methods.severalRandomDirectionsForwardOnly,
  },
  {
    id: 'coordinate',
    name: words.methods.coordinateDescent,
    note: words.methods.onePhaseAfterAnotherForward,
  },
];

/** What a method does, in a sentence or two. */
export function methodText(method: Method): string {
  switch (method.kind) {
    case 'backprop':
      return method.model === 'chip' ? words.methods.dieNote : words.methods.twinNote;
    case 'in-situ':
      return words.methods.lightAndItsErrorSignal;
    case 'spsa':
      return words.methods.allPhasesMoveAtOnce;
    case 'zeroth-order':
      return words.methods.severalRandomDirectionsAreProbed;
    case 'coordinate':
      return words.methods.phasesAreProbedOneAfter;
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
