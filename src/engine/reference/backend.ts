import type { NetworkData } from '../../data/fields';
import type { NetworkPlan } from '../../learning/plan';
import type { Backend, Session, TrainingState } from '../backend';
import { matched } from '../narrow';
import { ConvReferenceSession } from './conv-session';
import { ReferenceSession } from './session';

/** The f64 oracle as a backend: plain TypeScript, slow and exact. */
export function createReferenceBackend(): Backend {
  return {
    id: 'reference',
    label: 'Reference, f64 TypeScript',
    isSoftware: true,
    prepare(plan: NetworkPlan, data: NetworkData, state?: TrainingState): Promise<Session> {
      const network = matched(plan, data);
      return Promise.resolve(
        network.kind === 'coherent'
          ? new ReferenceSession(network.plan, network.data, state)
          : new ConvReferenceSession(network.plan, network.data, state),
      );
    },
    dispose() {
      // Nothing is held outside sessions.
    },
  };
}
