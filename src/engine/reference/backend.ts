import type { EncodedData } from '../../data/fields';
import type { Plan } from '../../learning/plan';
import type { Backend, Session, TrainingState } from '../backend';
import { ReferenceSession } from './session';

/** The f64 oracle as a backend: plain TypeScript, slow and exact. */
export function createReferenceBackend(): Backend {
  return {
    id: 'reference',
    label: 'Reference, f64 TypeScript',
    isSoftware: true,
    prepare(plan: Plan, data: EncodedData, state?: TrainingState): Promise<Session> {
      return Promise.resolve(new ReferenceSession(plan, data, state));
    },
    dispose() {
      // Nothing is held outside sessions.
    },
  };
}
