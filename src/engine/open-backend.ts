import { toFault } from '../lib/fault';
import type { Backend, BackendId } from './backend';
import type { NetworkPlan } from '../learning/plan';
import type { BackendFactories } from './choose-backend';
import { BACKEND_NAME, slowerBackend, unavailable } from './choose-backend';
import type { Capabilities } from './protocol';

export interface BackendSource {
  readonly factories: BackendFactories;
  capabilities(): Promise<Capabilities>;
  /** Why WebGPU is not tried, where it is switched off. */
  gpuOff?(): string | undefined;
}

/** Multiplications of a forward pass over one batch below which a device takes longer to be asked than to answer. */
const SMALL = 200_000;

/**
 * The backend that was asked for, and why it is this one. A small network that may go anywhere starts on the CPU
 * without measuring what else there is: it would be trained before that was known.
 * @throws PhotonicError `engine/backend-unavailable`
 */
export async function openBackend(
  asked: BackendId | 'auto',
  parts: BackendSource,
  plan?: NetworkPlan,
): Promise<{ backend: Backend; reason: string }> {
  if (asked === 'auto' && plan !== undefined && isSmall(plan)) {
    const backend = await parts.factories.wasm().catch(() => undefined);
    if (backend !== undefined) return { backend, reason: withGpuOff(SMALL_REASON, parts) };
  }
  if (asked === 'auto') return openFastest(parts);
  try {
    return { backend: await parts.factories[asked](), reason: withGpuOff('Chosen by hand.', parts) };
  } catch (thrown) {
    const { message, cause } = toFault(thrown);
    throw unavailable(asked, message, cause);
  }
}

/** The calibration's choice, or what still opens if that has gone since: the page always works. */
async function openFastest(parts: BackendSource): Promise<{ backend: Backend; reason: string }> {
  let { chosen: id, reason } = await parts.capabilities();
  for (;;) {
    try {
      return { backend: await parts.factories[id](), reason };
    } catch (thrown) {
      const next = slowerBackend(id);
      if (next === undefined) throw thrown;
      reason = `${BACKEND_NAME[id]} was the fastest here, but can no longer be used. ${toFault(thrown).message}`;
      id = next;
    }
  }
}

/** Where the graphics device is switched off, every reason says so; the calibration's has it from its report. */
function withGpuOff(reason: string, { gpuOff }: BackendSource): string {
  return [reason, gpuOff?.()].filter((part) => part !== undefined).join(' ');
}

const SMALL_REASON = 'A network this small starts at once on the CPU; others can be chosen by hand.';

function isSmall(plan: NetworkPlan): boolean {
  return plan.kind === 'coherent' && plan.batchSize * plan.layers.length * plan.modes ** 2 <= SMALL;
}
