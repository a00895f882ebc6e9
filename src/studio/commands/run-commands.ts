import { cyclePace, paceName } from '../state/pace';
import { usePreferences } from '../state/preferences';
import { currentExperiment } from '../state/experiment-store';
import { asksForMirrors } from '../state/mirrors';
import { loseDevice, resetRun, stepOnce, toggleTraining } from '../state/run-control';
import { useRun } from '../state/run-store';
import { commandWords } from '../words/commands';
import type { Command } from './command';
import { always } from './command';

const hasRun = (): boolean => useRun.getState().run !== undefined;

export const runCommands = {
  toggle: {
    id: 'toggle',
    group: 'Run',
    title: () => {
      const { state, step } = useRun.getState();
      if (state === 'running') return commandWords.pause;
      if (state === 'finished') return commandWords.trainAgain;
      if (state === 'failed' && !asksForMirrors()) return commandWords.tryAgain;
      return step > 0 ? commandWords.continue : commandWords.train;
    },
    keys: 'Space',
    enabled: () => hasRun() || (useRun.getState().state === 'failed' && !asksForMirrors()),
    run: () => void toggleTraining(),
  },
  step: {
    id: 'step',
    group: 'Run',
    title: () => commandWords.step,
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
    title: () => commandWords.reset(currentExperiment().seed),
    keys: 'r',
    enabled: hasRun,
    run: () => void resetRun(),
  },
  pace: {
    id: 'pace',
    group: 'Run',
    title: () => commandWords.pace(paceName(usePreferences.getState().pace)),
    keys: 's',
    enabled: always,
    run: cyclePace,
  },
  lose: {
    id: 'lose',
    group: 'Run',
    title: () => commandWords.lose,
    enabled: hasRun,
    run: () => void loseDevice(),
  },
} satisfies Record<string, Command>;
