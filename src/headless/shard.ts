import { headlessError } from './headless-fault';

/** One of `of` parts of a sweep; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

export const WHOLE: Shard = { index: 1, of: 1 };
/** More machines than a sweep may have trials. */
const MOST_SHARDS = 1000;

/**
 * Reads `i/n`, counted from 1.
 * @throws PhotonicError `headless/bad-shard`
 */
export function readShard(text: string): Shard {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
  const [index, of] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || index < 1 || of < index || of > MOST_SHARDS)
    throw headlessError(
      'bad-shard',
      `“${text.slice(0, 24)}” is no shard.`,
      `Give the shard's number and how many there are, counted from 1, e.g. --shard 2/8; at most ${MOST_SHARDS}.`,
      { where: '--shard' },
    );
  return { index, of };
}

export function shardText({ index, of }: Shard): string {
  return `${index}/${of}`;
}

/** Trial k belongs to shard k mod n: neighbours, which often take equally long, go to different machines. */
export function shardOf(trial: number, of: number): Shard {
  return { index: (trial % of) + 1, of };
}

/** The trials of one shard, in their order. */
export function trialsOfShard(count: number, { index, of }: Shard): readonly number[] {
  const trials: number[] = [];
  for (let trial = index - 1; trial < count; trial += of) trials.push(trial);
  return trials;
}
