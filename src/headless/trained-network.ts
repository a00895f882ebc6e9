import type { BackendId, Session } from '../engine/backend';
import { openBackend } from '../engine/open-backend';
import type { OpenedNetwork } from '../engine/open-network';
import { openNetwork } from '../engine/open-network';
import type { NetworkPlan } from '../learning/plan';
import type { Fault } from '../lib/fault';
import { matchParameters } from '../library/formats/match-parameters';
import { parameterGroups } from '../library/formats/parameter-groups';
import { headlessError } from './headless-fault';
import type { NodeParts } from './node-engine';
import type { GivenExperiment } from './read-input';
import { taken } from './read-input';

/** A trained network, ready to answer. */
export interface TrainedNetwork extends OpenedNetwork {
  readonly session: Session;
  readonly backend: { readonly id: BackendId; readonly label: string; readonly reason: string };
  dispose(): void;
}

/**
 * Opens an experiment with its trained parameters on a backend.
 * @throws PhotonicError `headless/not-trained` without them, and of whatever else stops it
 */
export async function openTrained(
  given: GivenExperiment,
  asked: BackendId | 'auto',
  parts: NodeParts,
  onNotice: (fault: Fault) => void,
): Promise<TrainedNetwork> {
  const network = await openOnly(given, parts, onNotice);
  const parameters = parametersOf(given, network.plan);
  const { backend, reason } = await openBackend(asked, parts, network.plan);
  const session = await backend.prepare(network.plan, network.data);
  await session.setParameters(parameters);
  return {
    ...network,
    session,
    backend: { id: backend.id, label: backend.label, reason },
    dispose: () => {
      session.dispose();
      backend.dispose();
    },
  };
}

/** The network without a backend. */
export function openOnly(
  { experiment }: GivenExperiment,
  parts: NodeParts,
  onNotice: (fault: Fault) => void,
): Promise<OpenedNetwork> {
  const { signal } = new AbortController();
  return openNetwork(experiment, parts, { signal, onNotice, onProgress: () => undefined });
}

function parametersOf({ tensors, phases }: GivenExperiment, plan: NetworkPlan): Float64Array {
  if (tensors !== undefined) {
    const groups = parameterGroups(plan);
    return taken(matchParameters(groups, tensors, plan.initial.slice(), 'The file')).parameters;
  }
  if (phases?.parameters.length === plan.parameterCount) return phases.parameters;
  throw headlessError(
    'not-trained',
    phases === undefined
      ? 'This experiment comes without trained phases.'
      : 'The trained phases in this link belong to another network.',
    'Train it first: `npm run headless -- train … --out model.photonic.zip`, then use that file; or copy a link with phases from the studio.',
  );
}
