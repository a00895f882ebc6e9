import type { Answers } from '../../engine/protocol';

/** Which samples the browser shows, and in which order. */
export interface SampleFilter {
  readonly truth: number | undefined;
  readonly answer: number | undefined;
  readonly verdict: 'all' | 'right' | 'wrong';
  /** Confidence of the answer, 0…1. */
  readonly from: number;
  readonly to: number;
  readonly sort: 'index' | 'sure' | 'unsure' | 'loss';
}

export const EVERYTHING: SampleFilter = {
  truth: undefined,
  answer: undefined,
  verdict: 'all',
  from: 0,
  to: 1,
  sort: 'index',
};

/** Whether the answers must be known to tell. */
export function needsAnswers(filter: SampleFilter): boolean {
  return filter.sort !== 'index' || isNarrow(filter);
}

/** Whether samples are left out. */
export function isNarrow({ truth, answer, verdict, from, to }: SampleFilter): boolean {
  return truth !== undefined || answer !== undefined || verdict !== 'all' || from > 0 || to < 1;
}

/** Indices of the samples that pass, in order; equal ones in the data set's. */
export function filterSamples(
  { labels, answers, confidence, loss }: Answers,
  { truth, answer, verdict, from, to, sort }: SampleFilter,
): Uint32Array {
  const passing = new Uint32Array(labels.length);
  let count = 0;
  for (let i = 0; i < labels.length; i++) {
    const [label, said, sure] = [labels[i] ?? 0, answers[i] ?? 0, confidence[i] ?? 0];
    if (truth !== undefined && label !== truth) continue;
    if (answer !== undefined && said !== answer) continue;
    if (verdict !== 'all' && (said === label) !== (verdict === 'right')) continue;
    if (sure < from || sure > to) continue;
    passing[count++] = i;
  }
  const found = passing.slice(0, count);
  if (sort === 'index') return found;
  const by = sort === 'loss' ? loss : confidence;
  const sign = sort === 'unsure' ? 1 : -1;
  return found.sort((a, b) => sign * ((by[a] ?? 0) - (by[b] ?? 0)) || a - b);
}

/** All samples as they lie. */
export function allSamples(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => i);
}
