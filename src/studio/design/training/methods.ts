import type { Method } from '../../../experiment/schema';
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
