import type { EncodedData, ImageData, NetworkData } from '../data/fields';
import type { ConvPlan } from '../learning/convolution/plan';
import type { NetworkPlan, Plan } from '../learning/plan';
import { engineError } from './engine-fault';

/** A network with data of its kind. */
export type Matched =
  | { readonly kind: 'coherent'; readonly plan: Plan; readonly data: EncodedData }
  | { readonly kind: 'convolutional'; readonly plan: ConvPlan; readonly data: ImageData };

/** A plan with its data; throws `engine/wrong-data` where one is for light and the other for images. */
export function matched(plan: NetworkPlan, data: NetworkData): Matched {
  if (plan.kind === 'coherent' && data.kind === 'fields') return { kind: plan.kind, plan, data };
  if (plan.kind === 'convolutional' && data.kind === 'images') return { kind: plan.kind, plan, data };
  throw engineError(
    'wrong-data',
    `A ${plan.kind} network cannot learn from ${data.kind}.`,
    'Choose the encoder that fits the network.',
    undefined,
    'encoder.kind',
  );
}
