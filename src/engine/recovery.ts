import type { Fault } from '../lib/fault';
import type { BackendId } from './backend';
import { BACKEND_NAME, slowerBackend } from './choose-backend';

/** Times one backend may fail in a row, without a state brought to safety between, before the next is used. */
export const MAX_FAILURES = 3;

const OUT_OF_MEMORY = 'engine/out-of-memory';
const DEVICE_LOST = 'engine/device-lost';

/** The device cannot or will not do what it was told; another one may. */
const REFUSED: readonly string[] = [
  'engine/unsupported',
  'engine/device-error',
  'engine/no-webgpu',
  'engine/no-wasm-simd',
];

/** Whether another device, or the same one anew, can be expected to cure this. */
export function isDeviceTrouble(fault: Fault): boolean {
  return fault.code === OUT_OF_MEMORY || fault.code === DEVICE_LOST || REFUSED.includes(fault.code);
}

/**
 * Where a run goes on after `current` failed with `fault` for the `failures`-th time in a row. A lost
 * device is tried again; one that ran out of memory would only do so again.
 */
export function nextBackend(current: BackendId, fault: Fault, failures: number): BackendId | undefined {
  if (fault.code === DEVICE_LOST && failures <= MAX_FAILURES) return current;
  // The reference needs twice the memory of WASM.
  if (fault.code === OUT_OF_MEMORY && current !== 'webgpu') return undefined;
  return slowerBackend(current);
}

/** What the page says after a run has moved to a new device. */
export function recoveryNotice(fault: Fault, before: BackendId, after: BackendId, step: number): Fault {
  const same = before === after;
  return {
    code: fault.code,
    message: same
      ? `${capital(BACKEND_NAME[before])} went away and was started again; training goes on from step ${step}, on the same curve.`
      : `${capital(BACKEND_NAME[before])} ${reason(fault)}; training goes on from step ${step} with ${BACKEND_NAME[after]}.`,
    fix: same
      ? 'Nothing to do.'
      : 'Nothing to do; to try the faster device again, close what else uses it and open the experiment anew.',
    where: after,
    cause: fault.cause ?? fault.message,
  };
}

function reason(fault: Fault): string {
  if (fault.code === OUT_OF_MEMORY) return 'ran out of memory';
  return fault.code === DEVICE_LOST ? 'went away repeatedly' : 'could not be used';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
