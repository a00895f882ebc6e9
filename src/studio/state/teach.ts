import type { Run } from '../../engine/protocol';
import type { Experiment } from '../../experiment/schema';
import { currentExperiment } from './experiment-store';

/** Method and rate that each open run trains by. */
const taught = new WeakMap<Run, string>();

/** A run has been opened for this experiment. */
export function noteTaught(run: Run, experiment: Experiment): void {
  taught.set(run, keyOf(experiment));
}

/** Lets an open run go on by the method and rate of the experiment on screen, on the same curve. */
export async function teach(run: Run): Promise<void> {
  const experiment = currentExperiment();
  const before = taught.get(run);
  const key = keyOf(experiment);
  if (before === undefined || before === key) return;
  taught.set(run, key);
  const { method, learningRate } = experiment.training;
  try {
    await run.setMethod(method, learningRate);
  } catch (thrown) {
    taught.set(run, before);
    throw thrown;
  }
}

function keyOf({ training: { method, learningRate } }: Experiment): string {
  return JSON.stringify([method, learningRate]);
}
