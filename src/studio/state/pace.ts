import type { Run } from '../../engine/protocol';
import { notify } from './notify';
import type { PaceId } from './preferences';
import { usePreferences } from './preferences';
import { forgetSpeed } from './run-events';
import { useRun } from './run-store';
import { toFault } from '../../lib/fault';
import { trainingWords } from '../words/training';

/** A run that would be over in a blink is stretched to this long, so that the light can be seen to find its way. */
const AUTO_SECONDS = 6;

const IDS: readonly PaceId[] = ['auto', 'watch', 'brisk', 'full'];

export const PACES = IDS.map((id) => {
  const { name, note } = trainingWords.paces[id];
  return { id, name, note: note(AUTO_SECONDS) };
});

/**
 * Steps per second to hold a run to. The automatic pace needs no estimate of the device: one that cannot
 * finish all steps in {@link AUTO_SECONDS} is never held back by it.
 */
export function stepsPerSecond(pace: PaceId, totalSteps: number): number | undefined {
  switch (pace) {
    case 'auto':
      return totalSteps / AUTO_SECONDS;
    case 'watch':
      return 60;
    case 'brisk':
      return 300;
    case 'full':
      return undefined;
  }
}

/** Holds a run to the preferred pace. */
export function holdPace(run: Run): Promise<void> {
  return run.setPace(stepsPerSecond(usePreferences.getState().pace, run.info.totalSteps));
}

/** Remembers a pace and holds the open run to it at once. */
export function choosePace(pace: PaceId): void {
  usePreferences.setState({ pace });
  forgetSpeed();
  const { run } = useRun.getState();
  if (run === undefined) return;
  holdPace(run).catch((thrown: unknown) => notify('warning', toFault(thrown).message));
}

export function cyclePace(): void {
  const index = PACES.findIndex(({ id }) => id === usePreferences.getState().pace);
  const next = PACES[(index + 1) % PACES.length];
  if (next !== undefined) choosePace(next.id);
}

export function paceName(pace: PaceId): string {
  return PACES.find(({ id }) => id === pace)?.name ?? '';
}
