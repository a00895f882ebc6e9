import type { StoredSweep } from '../store/sweep-record';

/** What the best trial is chosen by; never the test split, which would no longer be one. */
export type Judge = 'trainLoss' | 'trainAccuracy';

/** Settings that change what a loss means, so that losses of different values cannot be compared. */
const CHANGES_LOSS = /^(readout|task|encoder)\.|^convolution\.smoothing$|nonlinearity|gain$/;

export function judgeOf({ axes }: Pick<StoredSweep, 'axes'>): Judge {
  return axes.some(({ path }) => CHANGES_LOSS.test(path)) ? 'trainAccuracy' : 'trainLoss';
}
