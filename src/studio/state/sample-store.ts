import { create } from 'zustand';
import type { SampleView } from '../../engine/protocol';
import { toFault } from '../../lib/fault';
import { uniform } from '../../lib/rng';
import type { Fields } from './chip';
import { chip } from './chip';
import { currentExperiment } from './experiment-store';
import { awaiting, useRun } from './run-store';
import { notify } from './notify';

/** The sample whose light is shown: one of a split, or the user's own. */
interface SampleState {
  readonly split: 'train' | 'test';
  readonly index: number;
  readonly view: SampleView | undefined;
  /** Light of the user's own sample is shown instead. */
  readonly own: boolean;
  /** Steps of "random" so far: each draws the next number of the seed's stream. */
  readonly draws: number;
  /** Only samples of this class are visited; undefined visits all. */
  readonly only: number | undefined;
}

export const useSample = create<SampleState>()(() => ({
  split: 'test',
  index: 0,
  view: undefined,
  own: false,
  draws: 0,
  only: undefined,
}));

/** Samples asked for at once while looking for one of a class. */
const SEARCH = 24;
/** Stream of the seeded "random sample" button, apart from those of lib/rng.ts. */
const RANDOM_STREAM = 1001;

export function splitSize(split: 'train' | 'test'): number {
  const { info } = useRun.getState();
  return (split === 'train' ? info?.trainSamples : info?.testSamples) ?? 0;
}

/** Fetches the chosen sample from the open run and lets its light into the chip. */
export async function showSample(): Promise<void> {
  const { split, index } = useSample.getState();
  await goTo(split, index);
}

export async function goTo(split: 'train' | 'test', index: number): Promise<void> {
  const count = splitSize(split);
  if (count === 0) return;
  await load(split, ((index % count) + count) % count, 0);
}

export async function moveSample(direction: 1 | -1): Promise<void> {
  const { split, index } = useSample.getState();
  await load(split, index + direction, direction);
}

export async function randomSample(): Promise<void> {
  const { split, draws } = useSample.getState();
  useSample.setState({ draws: draws + 1 });
  const position = uniform(currentExperiment().seed, RANDOM_STREAM, draws);
  await load(split, Math.floor(position * splitSize(split)), 1);
}

export async function onlyClass(only: number | undefined): Promise<void> {
  useSample.setState({ only });
  const { view, split, index } = useSample.getState();
  if (only !== undefined && view?.label !== only) await load(split, index, 1);
}

/** Loads `index`, or walks on from it in `direction` until the wanted class comes. */
async function load(split: 'train' | 'test', index: number, direction: 1 | -1 | 0): Promise<void> {
  const { run } = useRun.getState();
  const count = splitSize(split);
  if (run === undefined || count === 0) return;
  const { only } = useSample.getState();
  try {
    for (let tried = 0; tried < count; tried += SEARCH) {
      const wanted = direction === 0 || only === undefined ? 1 : Math.min(SEARCH, count - tried);
      const indices = Array.from({ length: wanted }, (_, k) =>
        wrap(index + (direction || 1) * (tried + k), count),
      );
      const views = await awaiting(run.samples(split, indices));
      const found =
        direction === 0 || only === undefined ? views[0] : views.find((view) => view.label === only);
      if (run !== useRun.getState().run) return;
      if (found === undefined) continue;
      useSample.setState({ split, index: found.index, view: found, own: false });
      chip.setFields(found);
      return;
    }
  } catch (thrown) {
    // That a run was closed meanwhile is no news.
    if (run !== useRun.getState().run) return;
    const fault = toFault(thrown);
    notify('error', fault.message, { description: fault.fix });
  }
}

/** Shows the light of a sample the user made, or goes back to the data set's. */
export function showOwn(fields: Fields | undefined): void {
  const { view } = useSample.getState();
  useSample.setState({ own: fields !== undefined });
  chip.setFields(fields ?? view);
}

export function forgetSample(): void {
  useSample.setState({ view: undefined, own: false, index: 0, only: undefined });
}

function wrap(index: number, count: number): number {
  return ((index % count) + count) % count;
}
