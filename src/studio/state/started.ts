import { create } from 'zustand';
import { useRun } from './run-store';

/** Whether the chip is lit and its run open: until then nothing else is loaded that could wait. */
export const useStarted = create<{ readonly isStarted: boolean }>()(() => ({ isStarted: false }));

/** Data that take long must not keep the rest away. */
const AT_MOST_MS = 2500;

/** Lets in what waits once the first run is open, or cannot be opened. */
export function followStart(): void {
  const start = (): void => {
    clearTimeout(timer);
    stop();
    useStarted.setState({ isStarted: true });
  };
  const timer = setTimeout(start, AT_MOST_MS);
  const stop = useRun.subscribe(({ state }) => {
    if (state !== 'opening' && state !== 'closed') start();
  });
}

/** Resolves when {@link useStarted} says so. */
export function whenStarted(): Promise<void> {
  return new Promise((resolve) => {
    if (useStarted.getState().isStarted) resolve();
    else useStarted.subscribe(({ isStarted }) => isStarted && resolve());
  });
}
