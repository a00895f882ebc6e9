/** What is about to take the phases on screen away. */
export type Loss = 'reset' | 'phases';

const listeners = new Set<(loss: Loss) => void>();

/** Calls back while what is about to go is still there; returns how to stop. */
export function onBeforeLoss(listener: (loss: Loss) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function aboutToLose(loss: Loss): void {
  for (const listener of listeners) listener(loss);
}
