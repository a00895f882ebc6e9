import { formatPercent } from '../format/si';
import { useExperiment } from './experiment-store';
import { shellWords } from '../words/shell';
import { trainingWords } from '../words/training';
import type { RunView } from './run-store';
import { isBusy, useRun } from './run-store';
import { useView } from './view';

/** Where the page's timeline says that the first run was open. */
const READY_MARK = 'run-ready';

let isMarked = false;

/** How far training is and how good: what a tab among others says. */
function progressOf({ state, step, test }: RunView, total: number): string {
  const accuracy = test && formatPercent(test.evaluation.accuracy, 0);
  if (state === 'finished') return trainingWords.title.finished(accuracy);
  return state === 'running' && total > 0
    ? trainingWords.title.running(formatPercent(step / total, 0), accuracy)
    : '';
}

/** Writes progress to the title and the run's state to the document element, where tests wait for it. */
export function followDocument(): () => void {
  const write = (): void => {
    const run = useRun.getState();
    const { experiment } = useExperiment.getState();
    const root = document.documentElement;
    if (!isMarked && (run.state === 'ready' || run.state === 'running')) {
      isMarked = true;
      performance.mark(READY_MARK);
    }
    root.dataset['idle'] = String(!isBusy(run));
    root.dataset['runState'] = run.state;
    const total = run.info?.totalSteps ?? 0;
    const { screen } = useView.getState();
    const place = screen === 'chip' ? experiment.name : shellWords.screenNames[screen];
    document.title = `${progressOf(run, total)}${place} – ${shellWords.product}`;
  };
  write();
  const stops = [useRun.subscribe(write), useExperiment.subscribe(write), useView.subscribe(write)];
  return () => stops.forEach((stop) => stop());
}
