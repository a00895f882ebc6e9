import type { Method } from '../../experiment/schema';
import { coordinateProbe } from './coordinate';
import type { Probe, Space } from './space';
import { spsaProbe } from './spsa';
import { zerothOrderProbe } from './zeroth-order';

/** Methods that learn from losses measured at several settings of the chip, and from nothing else. */
export type ForwardOnly = Extract<Method, { kind: 'spsa' | 'zeroth-order' | 'coordinate' }>;

/** What to try at step `step`: a pure function of its arguments, so that curves repeat and runs can resume. */
export function probe(method: ForwardOnly, space: Space, parameters: Float64Array, step: number): Probe {
  switch (method.kind) {
    case 'spsa':
      return spsaProbe(space, parameters, method.amplitude, step);
    case 'zeroth-order':
      return zerothOrderProbe(space, parameters, method.amplitude, method.directions, step);
    case 'coordinate':
      return coordinateProbe(space, parameters, method.amplitude, method.coordinates, step);
  }
}
