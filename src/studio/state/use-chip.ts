import { useSyncExternalStore } from 'react';
import { calmChip } from './calm-chip';

/** Re-renders when the chip changes, a few times a second while it is trained; read what you need from `chip` itself. */
export function useChipVersion(): number {
  return useSyncExternalStore(calmChip.subscribe, calmChip.version);
}

/**
 * Re-renders only when something else is read of the chip.
 * @param read a primitive value, or one that stays itself while nothing changes
 */
export function useChip<Value>(read: () => Value): Value {
  return useSyncExternalStore(calmChip.subscribe, read);
}
