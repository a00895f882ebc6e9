import { formatPercent } from '../format/si';
import { useExperiment } from './experiment-store';
import { isBusy, useRun } from './run-store';

/** Writes progress to the title and the run's state to the document element, where tests wait for it. */
export function followDocument(): () => void {
  const write = (): void => {
    const run = useRun.getState();
    const { experiment } = useExperiment.getState();
    const root = document.documentElement;
    root.dataset['idle'] = String(!isBusy(run));
    root.dataset['runState'] = run.state;
    const total = run.info?.totalSteps ?? 0;
    const progress = run.state === 'running' && total > 0 ? `${formatPercent(run.step / total, 0)} · ` : '';
    document.title = `${progress}${experiment.name} – Photonic AI Studio`;
  };
  write();
  const stops = [useRun.subscribe(write), useExperiment.subscribe(write)];
  return () => stops.forEach((stop) => stop());
}
