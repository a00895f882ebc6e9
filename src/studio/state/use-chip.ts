import { useSyncExternalStore } from 'react';
import { chip } from './chip';

/** Re-renders when the chip changes; read what you need from `chip` itself. */
export function useChipVersion(): number {
  return useSyncExternalStore(chip.subscribe, chip.version);
}
