import {
  cancelSweep,
  currentTrial,
  isUnderWay,
  listSweepRuns,
  openTrial,
  pauseSweep,
  removeSweep,
  repeatable,
  resumeSweep,
  runAgain,
  skipTrial,
} from '../sweeps/act';
import { chosenEngines, mostEngines } from '../sweeps/engine-count';
import { currentSweep, useSweeps } from '../sweeps/sweeps-store';
import { usePreferences } from '../state/preferences';
import { showScreen, useView } from '../state/view';
import { sweepsWords } from '../words/sweeps';
import type { StoredSweep } from '../../library/store/sweep-record';
import type { Command } from './command';

const words = sweepsWords.command;
const isHere = (): boolean => useView.getState().screen === 'runs' && useSweeps.getState().isShown;
const hasSweep = (): boolean => isHere() && currentSweep() !== undefined;
const stateIs = (test: (state: StoredSweep['state']) => boolean): boolean => {
  const sweep = currentSweep();
  return isHere() && sweep !== undefined && test(sweep.state);
};
const withSweep = (act: (sweep: StoredSweep) => void): void => {
  const sweep = currentSweep();
  if (sweep !== undefined) act(sweep);
};
const changeEngines = (by: number): void => {
  const sweepEngines = Math.min(mostEngines(), Math.max(1, chosenEngines() + by));
  usePreferences.setState({ sweepEngines });
};

export const sweepCommands = {
  newSweep: {
    id: 'newSweep',
    group: 'Work',
    title: () => words.create,
    keys: 'y',
    enabled: () => true,
    run: () => {
      showScreen('runs');
      useSweeps.setState({ form: { from: undefined } });
    },
  },
  showSweeps: {
    id: 'showSweeps',
    group: 'Work',
    title: () => (isHere() ? words.showRuns : words.show),
    keys: 'Shift+Y',
    enabled: () => true,
    run: () => {
      const isShown = !isHere();
      showScreen('runs');
      useSweeps.setState({ isShown });
    },
  },
  pauseSweep: {
    id: 'pauseSweep',
    group: 'Work',
    title: () => words.pause,
    enabled: () => stateIs(isUnderWay),
    run: () => withSweep(({ id }) => void pauseSweep(id)),
  },
  resumeSweep: {
    id: 'resumeSweep',
    group: 'Work',
    title: () => words.resume,
    enabled: () => stateIs((state) => state === 'paused'),
    run: () => withSweep(({ id }) => void resumeSweep(id)),
  },
  cancelSweep: {
    id: 'cancelSweep',
    group: 'Work',
    title: () => words.cancel,
    enabled: () => stateIs((state) => isUnderWay(state) || state === 'paused'),
    run: () => withSweep(({ id }) => void cancelSweep(id)),
  },
  repeatTrials: {
    id: 'repeatTrials',
    group: 'Work',
    title: () => words.retry(repeatable().length),
    enabled: () => isHere() && repeatable().length > 0,
    run: () => withSweep(({ id }) => void runAgain(id, repeatable())),
  },
  skipTrial: {
    id: 'skipTrial',
    group: 'Work',
    title: () => words.skip,
    enabled: () =>
      isHere() &&
      currentSweep()?.work.kind === 'train' &&
      ['waiting', 'running', 'paused'].includes(currentTrial()?.state ?? ''),
    run: () =>
      withSweep(({ id }) => {
        const { trial } = useSweeps.getState();
        if (trial !== undefined) void skipTrial(id, trial);
      }),
  },
  openTrial: {
    id: 'openTrial',
    group: 'Work',
    title: () => words.open,
    enabled: () =>
      isHere() && (currentTrial()?.accuracy !== undefined || (currentTrial()?.run?.step ?? 0) > 0),
    run: () =>
      withSweep((sweep) => {
        const row = currentTrial();
        if (row !== undefined) void openTrial(sweep, row);
      }),
  },
  listSweepRuns: {
    id: 'listSweepRuns',
    group: 'Work',
    title: () => words.listRuns,
    enabled: () => hasSweep() && currentSweep()?.work.kind === 'train',
    run: () => withSweep(listSweepRuns),
  },
  duplicateSweep: {
    id: 'duplicateSweep',
    group: 'Work',
    title: () => words.duplicate,
    enabled: hasSweep,
    run: () => withSweep((from) => useSweeps.setState({ form: { from } })),
  },
  renameSweep: {
    id: 'renameSweep',
    group: 'Work',
    title: () => words.rename,
    enabled: hasSweep,
    run: () => useSweeps.setState({ isRenaming: true }),
  },
  exportSweep: {
    id: 'exportSweep',
    group: 'Work',
    title: () => words.exportTable,
    enabled: hasSweep,
    run: () => useSweeps.setState({ isExporting: true }),
  },
  deleteSweep: {
    id: 'deleteSweep',
    group: 'Work',
    title: () => words.remove,
    enabled: hasSweep,
    run: () => withSweep((sweep) => void removeSweep(sweep)),
  },
  moreEngines: {
    id: 'moreEngines',
    group: 'Work',
    title: () => words.more,
    enabled: () => chosenEngines() < mostEngines(),
    run: () => changeEngines(1),
  },
  fewerEngines: {
    id: 'fewerEngines',
    group: 'Work',
    title: () => words.fewer,
    enabled: () => chosenEngines() > 1,
    run: () => changeEngines(-1),
  },
} satisfies Record<string, Command>;
