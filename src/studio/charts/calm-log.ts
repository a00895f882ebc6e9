import { useRun } from '../state/run-store';
import { trainingLog } from '../state/training-log';

/** While training, numbers in the page change this often: nobody reads faster, and every change costs a layout. */
const EVERY_MS = 250;

/** Calls back when the training log has changed, at once where nothing is trained. */
export function subscribeCalmly(listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    timer = undefined;
    listener();
  };
  const stops = [
    trainingLog.subscribe(() => {
      if (useRun.getState().state === 'running') timer ??= setTimeout(tell, EVERY_MS);
      else tell();
    }),
    useRun.subscribe(({ state }, before) => {
      if (state !== before.state && timer !== undefined) tell();
    }),
  ];
  return () => {
    clearTimeout(timer);
    stops.forEach((stop) => stop());
  };
}
