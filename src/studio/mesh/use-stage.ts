import { useSyncExternalStore } from 'react';
import type { MeshStage } from './stage';

/** Re-renders when what `select` picks of the stage is another thing; it must not make new objects. */
export function useStage<T>(stage: MeshStage, select: (stage: MeshStage) => T): T {
  return useSyncExternalStore(stage.subscribe, () => select(stage));
}
