import { cyclePace, paceName } from '../state/pace';
import { usePreferences } from '../state/preferences';
import { currentExperiment } from '../state/experiment-store';
import { loseDevice, resetRun, stepOnce, toggleTraining } from '../state/run-control';
import { useRun } from '../state/run-store';
import { cancelStudy, isStudying } from '../studies/study-run';
import type { Command } from './command';
import { always } from './command';

const hasRun = (): boolean => useRun.getState().run !== undefined;

export const runCommands = {
  toggle: {
    id: 'toggle',
    group: 'Run',
    title: () => {
      const { state, step } = useRun.getState();
      if (state === 'running') return 'Pause';
      if (state === 'finished') return 'Train again';
      if (state === 'failed') return 'Try again';
      return step > 0 ? 'Continue' : 'Train';
    },
    keys: 'Space',
    enabled: () => hasRun() || useRun.getState().state === 'failed',
    run: () => void toggleTraining(),
  },
  step: {
    id: 'step',
    group: 'Run',
    title: () => 'Single step',
    keys: '.',
    enabled: () => {
      const { state } = useRun.getState();
      return hasRun() && (state === 'ready' || state === 'paused');
    },
    run: () => void stepOnce(),
  },
  reset: {
    id: 'reset',
    group: 'Run',
    title: () => `Reset to seed ${currentExperiment().seed}`,
    keys: 'r',
    enabled: hasRun,
    run: () => void resetRun(),
  },
  pace: {
    id: 'pace',
    group: 'Run',
    title: () => `Change the speed (now: ${paceName(usePreferences.getState().pace)})`,
    keys: 's',
    enabled: always,
    run: cyclePace,
  },
  lose: {
    id: 'lose',
    group: 'Run',
    title: () => 'Fault drill: take the device away',
    enabled: hasRun,
    run: () => void loseDevice(),
  },
  cancelStudy: {
    id: 'cancelStudy',
    group: 'Run',
    title: () => 'Cancel the study',
    enabled: isStudying,
    run: cancelStudy,
  },
} satisfies Record<string, Command>;
