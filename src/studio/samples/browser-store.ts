import { create } from 'zustand';
import type { Answers } from '../../engine/protocol';
import { toFault } from '../../lib/fault';
import { isAffordable } from '../state/affordable';
import { chip } from '../state/chip';
import { notify } from '../state/notify';
import { awaiting, useRun } from '../state/run-store';
import type { SampleFilter } from './filter';
import { EVERYTHING } from './filter';

type Split = 'train' | 'test';

/** Answers to a split, with what they are of. */
interface Measured {
  readonly answers: Answers;
  readonly step: number;
  /** The phases that gave them. */
  readonly parameters: Float64Array;
}

interface Browser {
  readonly split: Split;
  readonly filter: SampleFilter;
  readonly measured: Measured | undefined;
  readonly isMeasuring: boolean;
  /** Place in the list that keys act on. */
  readonly cursor: number;
}

export const useBrowser = create<Browser>()(() => ({
  split: 'test',
  filter: EVERYTHING,
  measured: undefined,
  isMeasuring: false,
  cursor: 0,
}));

export function setFilter(change: Partial<SampleFilter>): void {
  useBrowser.setState(({ filter }) => ({
    filter: change === EVERYTHING ? EVERYTHING : { ...filter, ...change },
    cursor: 0,
  }));
}

export function setSplit(split: Split): void {
  useBrowser.setState({ split, cursor: 0, measured: undefined });
  void measureIfCheap();
}

/** Whether the chip has changed since its answers were measured. */
export function isStale(): boolean {
  const { measured } = useBrowser.getState();
  return measured !== undefined && measured.parameters !== chip.parameters;
}

/** Whether measuring takes so long that it has to be asked for. */
export function isCostly(): boolean {
  const { info } = useRun.getState();
  const { split } = useBrowser.getState();
  if (info === undefined) return false;
  return !isAffordable(chip.network, split === 'test' ? info : { ...info, testSamples: info.trainSamples });
}

/** Answers in passing: not while the chip trains, nor for networks that take long. */
export async function measureIfCheap(): Promise<void> {
  const { measured, isMeasuring } = useBrowser.getState();
  const isCurrent = measured !== undefined && !isStale();
  if (isMeasuring || isCurrent || useRun.getState().state === 'running' || isCostly()) return;
  await measureAnswers();
}

export async function measureAnswers(): Promise<void> {
  const { run, step } = useRun.getState();
  const { split } = useBrowser.getState();
  if (run === undefined) return;
  const { parameters } = chip;
  useBrowser.setState({ isMeasuring: true });
  try {
    const answers = await awaiting(run.answers(split));
    if (run === useRun.getState().run && split === useBrowser.getState().split)
      useBrowser.setState({ measured: { answers, step, parameters } });
  } catch (thrown) {
    // That a run was closed meanwhile is no news.
    if (run !== useRun.getState().run) return;
    const fault = toFault(thrown);
    notify('error', fault.message, { description: fault.fix });
  } finally {
    useBrowser.setState({ isMeasuring: false });
  }
}
