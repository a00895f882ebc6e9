import type { EngineLimits } from '../../settings/engine-limits';
import { safeStorage } from './safe-storage';

/** What the build was told, if anything, at the usual level: put in by it; tests run without a build. */
declare const __BUILT_LIMITS__: EngineLimits | null;

/** What the last visit found, so that the first run is opened as it should be before anything else is read. */
const KEPT = 'photonic-engine-limits';

let limits: EngineLimits | undefined;

/** How far engines may go; undefined: as far as they can. */
export function limitsNow(): EngineLimits | undefined {
  return (limits ??= kept() ?? (typeof __BUILT_LIMITS__ === 'object' ? __BUILT_LIMITS__ : null) ?? undefined);
}

/** For this visit and the start of the next. */
export function keepLimits(wanted: EngineLimits): void {
  limits = wanted;
  safeStorage().setItem(KEPT, JSON.stringify(wanted));
}

function kept(): EngineLimits | null {
  try {
    return JSON.parse(safeStorage().getItem(KEPT) ?? 'null') as EngineLimits | null;
  } catch {
    return null;
  }
}
