import type { RunView } from '../state/run-store';

const STAGES = {
  cache: 'Reading from this browser',
  download: 'Downloading',
  verify: 'Checking',
  decode: 'Decoding',
  generate: 'Drawing generated samples',
  encode: 'Encoding samples as light',
} as const;

/** What the page is waiting for, e.g. "Downloading train-images, 12 of 47 MB". */
export function describeLoading({ state, loading }: Pick<RunView, 'state' | 'loading'>): string {
  if (state === 'failed') return 'Not open';
  if (loading === undefined) return 'Opening…';
  const file = loading.file === undefined ? '' : ` ${loading.file.split('/').at(-1) ?? ''}`;
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
  const amount =
    loading.loadedBytes === undefined
      ? ''
      : loading.totalBytes === undefined
        ? `, ${megabytes(loading.loadedBytes)} MB`
        : `, ${megabytes(loading.loadedBytes)} of ${megabytes(loading.totalBytes)} MB`;
  return `${STAGES[loading.stage]}${file}${amount}…`;
}
