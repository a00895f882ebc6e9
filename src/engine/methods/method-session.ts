import type { NetworkData } from '../../data/fields';
import type { NetworkPlan } from '../../learning/plan';
import type { Backend, Session, TrainingState } from '../backend';
import { engineError } from '../engine-fault';

/**
 * A session that trains a plan by the plan's own method, on any backend: for backpropagation through the chip's
 * exact model the backend's session itself.
 * @throws PhotonicError `engine/method-refused`, and what {@link Backend.prepare} throws
 */
export function prepareTraining(
  backend: Backend,
  plan: NetworkPlan,
  data: NetworkData,
  state?: TrainingState,
): Promise<Session> {
  const { method } = plan;
  if (method.kind !== 'backprop' || method.model !== 'chip') throw refused(method.kind);
  return backend.prepare(plan, data, state);
}

function refused(kind: string) {
  return engineError(
    'method-refused',
    `The method ${kind} cannot train this network.`,
    'Choose backpropagation.',
  );
}
