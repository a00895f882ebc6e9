import { formatPercent } from '../format/si';
import { announceWords } from '../words/announce';
import { announce } from './announcement';
import { useExperiment } from './experiment-store';
import { useRun } from './run-store';

/** Announces what a run does; returns how to stop. */
export function announceRun(): () => void {
  return useRun.subscribe((run, before) => {
    if (run.state === before.state) return;
    const text = sentence(run);
    if (text !== undefined) announce(text);
  });
}

function sentence({ state, step, test }: ReturnType<typeof useRun.getState>): string | undefined {
  const accuracy = test === undefined ? undefined : formatPercent(test.evaluation.accuracy, 1);
  switch (state) {
    case 'ready':
      return announceWords.ready(useExperiment.getState().experiment.name);
    case 'running':
      return announceWords.running;
    case 'paused':
      return announceWords.paused(step, accuracy);
    case 'finished':
      return announceWords.finished(step, accuracy);
    case 'recovering':
      return announceWords.recovering;
    // A fault has an alert of its own; the rest passes quickly.
    case 'failed':
    case 'opening':
    case 'closed':
      return undefined;
  }
}
