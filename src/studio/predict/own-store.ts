import { create } from 'zustand';
import type { RawInput } from '../../engine/protocol';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import type { Fields } from '../state/chip';
import { awaiting, useRun } from '../state/run-store';
import { showOwn, useSample } from '../state/sample-store';
import { predictWords } from '../words/predict';

/** A sample of the user's that waits to be shown again. */
export interface KeptSample {
  readonly id: number;
  readonly title: string;
  readonly input: RawInput;
}

interface Own {
  /** The newest sample of the user's, with the light it becomes. */
  readonly input: RawInput | undefined;
  readonly fields: Fields | undefined;
  readonly title: string;
  readonly fault: Fault | undefined;
  readonly kept: readonly KeptSample[];
}

export const useOwn = create<Own>()(() => ({
  input: undefined,
  fields: undefined,
  title: '',
  fault: undefined,
  kept: [],
}));

let waiting: { readonly input: RawInput | undefined; readonly title: string } | undefined;
let busy = false;

/**
 * Sends the user's own sample through the run's encoder and into the chip on screen; undefined goes back to the data
 * set's. While one is being encoded only the newest of the next ones is kept.
 */
export function offerOwn(input: RawInput | undefined, title = ''): void {
  waiting = { input, title };
  if (!busy) void work();
}

async function work(): Promise<void> {
  busy = true;
  try {
    while (waiting !== undefined) {
      const next = waiting;
      waiting = undefined;
      await show(next.input, next.title);
    }
  } finally {
    busy = false;
  }
}

async function show(input: RawInput | undefined, title: string): Promise<void> {
  const { run } = useRun.getState();
  if (run === undefined) return;
  try {
    const fields = input === undefined ? undefined : await awaiting(run.encode(input));
    if (run !== useRun.getState().run) return;
    useOwn.setState({ input, fields, title, fault: undefined });
    showOwn(fields);
  } catch (thrown) {
    // That a run was closed meanwhile is no news.
    if (run === useRun.getState().run) useOwn.setState({ fault: toFault(thrown) });
  }
}

export function canKeep(): boolean {
  const { input, kept } = useOwn.getState();
  return useSample.getState().own && input !== undefined && !kept.some((each) => each.input === input);
}

export function keepOwn(): void {
  const { input, title, kept } = useOwn.getState();
  if (input === undefined) return;
  const id = 1 + (kept.at(-1)?.id ?? 0);
  useOwn.setState({ kept: [...kept, { id, title: predictWords.keptTitle(title, id), input }] });
}

export function removeKept(id: number): void {
  useOwn.setState(({ kept }) => ({ kept: kept.filter((each) => each.id !== id) }));
}
