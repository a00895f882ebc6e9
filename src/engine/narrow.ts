import type { EncodedData, NetworkData } from '../data/fields';
import type { NetworkPlan, Plan } from '../learning/plan';
import { engineError } from './engine-fault';

/** A coherent network with its fields; throws `engine/unsupported` on anything else. */
export function coherent(
  plan: NetworkPlan,
  data: NetworkData,
): { readonly plan: Plan; readonly data: EncodedData } {
  if (plan.kind !== 'coherent' || data.kind !== 'fields') {
    throw engineError(
      'unsupported',
      'This backend cannot run convolutional networks.',
      'Choose another backend.',
    );
  }
  return { plan, data };
}
