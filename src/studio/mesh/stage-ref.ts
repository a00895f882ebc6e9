import type { MeshStage } from './stage';

let current: MeshStage | undefined;

/** The mesh view on screen, for commands that act on it. */
export const chosenStage = {
  get: (): MeshStage | undefined => current,
  set: (stage: MeshStage): void => {
    current = stage;
  },
  leave: (stage: MeshStage): void => {
    if (current === stage) current = undefined;
  },
};
