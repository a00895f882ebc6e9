import type { Evaluation } from '../../engine/backend';

/** Which samples are wanted. */
export interface WorstFilter {
  readonly kind: 'loss' | 'wrong';
  /** Of this class, answered so; undefined for all. */
  readonly label: number | undefined;
  readonly answer: number | undefined;
}

/** Samples of a split by falling loss; equal losses keep the split's order. */
export function byLoss({ sampleLoss }: Pick<Evaluation, 'sampleLoss'>): Uint32Array {
  const order = Uint32Array.from(sampleLoss, (_, index) => index);
  return order.sort((a, b) => lossAt(sampleLoss, b) - lossAt(sampleLoss, a) || a - b);
}

/** A loss that is not a number is the worst there is. */
function lossAt(losses: Float32Array, index: number): number {
  const loss = losses[index] ?? 0;
  return Number.isNaN(loss) ? Infinity : loss;
}

/** Samples asked for at once. */
const AT_ONCE = 48;

/**
 * The samples with the highest loss that pass a filter, at most `most`. Labels are not part of a report: samples are
 * fetched from the worst on until there are enough.
 */
export async function findWorst<Sample extends { readonly index: number; readonly label: number }>(
  evaluation: Pick<Evaluation, 'sampleLoss' | 'predictions' | 'confusion'>,
  { kind, label, answer }: WorstFilter,
  most: number,
  fetch: (indices: readonly number[]) => Promise<readonly Sample[]>,
): Promise<readonly Sample[]> {
  const { predictions, confusion } = evaluation;
  const candidates = [...byLoss(evaluation)].filter(
    (index) => answer === undefined || predictions[index] === answer,
  );
  // How many there are at all: nobody is searched for in vain.
  const classes = Math.round(Math.sqrt(confusion.length));
  let left = 0;
  confusion.forEach((count, cell) => {
    const [row, column] = [Math.floor(cell / classes), cell % classes];
    const isWanted =
      (label === undefined || row === label) &&
      (answer === undefined || column === answer) &&
      (kind === 'loss' || row !== column);
    if (isWanted) left += count;
  });
  const found: Sample[] = [];
  for (let from = 0; from < candidates.length && found.length < Math.min(most, left); from += AT_ONCE) {
    for (const sample of await fetch(candidates.slice(from, from + AT_ONCE))) {
      const isWanted =
        (label === undefined || sample.label === label) &&
        (kind === 'loss' || predictions[sample.index] !== sample.label);
      if (isWanted && found.length < most) found.push(sample);
    }
  }
  return found;
}
