import { create } from 'zustand';
import type { LoadProgress } from '../../data/samples';
import type { BackendId, Evaluation } from '../../engine/backend';
import type { Capabilities, Run, RunInfo, RunState } from '../../engine/protocol';
import type { Fault } from '../../lib/fault';
import type { TimeLeft } from './eta';
import type { KernelMeans } from './kernel-times';

/** A report of one split at one step. */
export interface Report {
  readonly step: number;
  readonly evaluation: Evaluation;
}

/** The run on screen: scalars only, written a few times a second; curves live in the training log. */
export interface RunView {
  /** `closed`: none is open yet. */
  readonly state: RunState | 'closed';
  readonly run: Run | undefined;
  readonly info: RunInfo | undefined;
  readonly step: number;
  readonly loading: LoadProgress | undefined;
  readonly fault: Fault | undefined;
  /** Per second of computing, measured. */
  readonly samplesPerSecond: number | undefined;
  /** Per second of wall time: how fast the run gets on. */
  readonly stepsPerSecond: number | undefined;
  /** The pace held the run back while that was measured. */
  readonly slowed: boolean;
  readonly deviceTimePerStep: number | undefined;
  /** Where the time of a step goes, measured. */
  readonly kernelTimes: KernelMeans | undefined;
  /** Until the plan's end, while training. */
  readonly timeLeft: TimeLeft | undefined;
  /** Samples that the chip's light has carried for training so far. */
  readonly chipPasses: number | undefined;
  /** Mean loss and accuracy of the last trained batch. */
  readonly batch: { readonly loss: number; readonly accuracy: number } | undefined;
  readonly test: Report | undefined;
  readonly train: Report | undefined;
  /** The engine was asked for something and has not answered yet. */
  readonly waiting: number;
  readonly capabilities: Capabilities | undefined;
  readonly backend: BackendId | 'auto';
}

export const closedRun = {
  state: 'closed',
  run: undefined,
  info: undefined,
  step: 0,
  loading: undefined,
  fault: undefined,
  samplesPerSecond: undefined,
  stepsPerSecond: undefined,
  slowed: false,
  deviceTimePerStep: undefined,
  kernelTimes: undefined,
  timeLeft: undefined,
  chipPasses: undefined,
  batch: undefined,
  test: undefined,
  train: undefined,
} as const;

export const useRun = create<RunView>()(() => ({
  ...closedRun,
  waiting: 0,
  capabilities: undefined,
  backend: 'auto',
}));

/** Counts a request to the engine while it is under way, so that the page knows when it is idle. */
export async function awaiting<T>(request: Promise<T>): Promise<T> {
  useRun.setState(({ waiting }) => ({ waiting: waiting + 1 }));
  try {
    return await request;
  } finally {
    useRun.setState(({ waiting }) => ({ waiting: waiting - 1 }));
  }
}

export function isBusy(view: Pick<RunView, 'state' | 'waiting'>): boolean {
  return (
    view.waiting > 0 || view.state === 'opening' || view.state === 'running' || view.state === 'recovering'
  );
}
