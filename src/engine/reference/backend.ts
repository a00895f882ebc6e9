import type { NetworkData } from '../../data/fields';
import type { NetworkPlan } from '../../learning/plan';
import type { Backend, Session, TrainingState } from '../backend';
import { coherent } from '../narrow';
import { ReferenceSession } from './session';

/** The f64 oracle as a backend: plain TypeScript, slow and exact. */
export function createReferenceBackend(): Backend {
  return {
    id: 'reference',
    label: 'Reference, f64 TypeScript',
    isSoftware: true,
    prepare(plan: NetworkPlan, data: NetworkData, state?: TrainingState): Promise<Session> {
      const network = coherent(plan, data);
      return Promise.resolve(new ReferenceSession(network.plan, network.data, state));
    },
    dispose() {
      // Nothing is held outside sessions.
    },
  };
}
