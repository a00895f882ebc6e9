import { toFault } from '../lib/fault';
import type { Backend, BackendId } from './backend';
import type { BackendFactories } from './choose-backend';
import { BACKEND_NAME, slowerBackend, unavailable } from './choose-backend';
import type { Capabilities } from './protocol';

export interface BackendSource {
  readonly factories: BackendFactories;
  capabilities(): Promise<Capabilities>;
}

/**
 * The backend that was asked for, and why it is this one.
 * @throws PhotonicError `engine/backend-unavailable`
 */
export async function openBackend(
  asked: BackendId | 'auto',
  parts: BackendSource,
): Promise<{ backend: Backend; reason: string }> {
  if (asked === 'auto') return openFastest(parts);
  try {
    return { backend: await parts.factories[asked](), reason: 'Chosen by hand.' };
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
