import type { RunView } from '../state/run-store';
import { trainingWords as words } from '../words/training';

/** What the page is waiting for, e.g. "Downloading train-images, 12 of 47 MB". */
export function describeLoading({ state, loading }: Pick<RunView, 'state' | 'loading'>): string {
  if (state === 'failed') return words.notOpen;
  if (loading === undefined) return words.opening;
  const { stage, file, loadedBytes, totalBytes } = loading;
  const name = file === undefined ? '' : ` ${file.split('/').at(-1) ?? ''}`;
  const amount =
    loadedBytes === undefined
      ? ''
      : words.loaded(megabytes(loadedBytes), totalBytes === undefined ? undefined : megabytes(totalBytes));
  return words.loading(words.stages[stage], name, amount);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}
