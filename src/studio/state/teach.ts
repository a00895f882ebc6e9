import type { Run } from '../../engine/protocol';
import type { LiveSettings } from '../../experiment/live-settings';
import { liveSettings, sameSettings } from '../../experiment/live-settings';
import type { Experiment } from '../../experiment/schema';
import { currentExperiment } from './experiment-store';

/** What each open run is trained by. */
const taught = new WeakMap<Run, LiveSettings>();

/** A run has been opened for this experiment. */
export function noteTaught(run: Run, experiment: Experiment): void {
  taught.set(run, liveSettings(experiment));
}

/** Lets an open run go on by the settings of the experiment on screen, on the same curve. */
export async function teach(run: Run): Promise<void> {
  const settings = liveSettings(currentExperiment());
  const before = taught.get(run);
  if (before === undefined || sameSettings(before, settings)) return;
  taught.set(run, settings);
  try {
    await run.adjust(settings);
  } catch (thrown) {
    taught.set(run, before);
    throw thrown;
  }
}
