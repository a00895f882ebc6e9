import type { RunRecord } from '../../library/store/records';
import {
  annotate,
  chosenRuns,
  continueRun,
  copyRunLink,
  currentRun,
  duplicateRun,
  openRunOnChip,
  removeRuns,
  trainExample,
} from '../runs/act';
import { selectRuns, useRunList } from '../runs/list-store';
import { shownRuns } from '../runs/shown';
import { useRuns } from '../runs/runs-store';
import { useRun } from '../state/run-store';
import { useView } from '../state/view';
import { runsWords } from '../words/runs';
import type { Command } from './command';

const words = runsWords.command;
const isHere = (): boolean => useView.getState().screen === 'runs';
const hasCurrent = (): boolean => isHere() && currentRun() !== undefined;
const hasChosen = (): boolean => isHere() && chosenRuns().length > 0;
const hasAny = (): boolean => isHere() && useRuns.getState().runs.length > 0;
const isBaseline = (): boolean => {
  const { at, baseline } = useRunList.getState();
  return at !== undefined && at === baseline;
};
const withCurrent = (act: (run: RunRecord) => void): void => {
  const run = currentRun();
  if (run !== undefined) act(run);
};

export const runsCommands = {
  openRun: {
    id: 'openRun',
    group: 'Work',
    title: () => words.open,
    enabled: hasCurrent,
    run: () => withCurrent((run) => void openRunOnChip(run)),
  },
  continueRun: {
    id: 'continueRun',
    group: 'Work',
    title: () => words.resume,
    enabled: () => isHere() && ['paused', 'failed'].includes(currentRun()?.state ?? ''),
    run: () => withCurrent((run) => void continueRun(run)),
  },
  duplicateRun: {
    id: 'duplicateRun',
    group: 'Work',
    title: () => words.duplicate,
    enabled: hasCurrent,
    run: () => withCurrent(duplicateRun),
  },
  copyRunLink: {
    id: 'copyRunLink',
    group: 'Work',
    title: () => words.copyLink,
    enabled: hasCurrent,
    run: () => withCurrent((run) => void copyRunLink(run)),
  },
  renameRun: {
    id: 'renameRun',
    group: 'Work',
    title: () => words.rename,
    enabled: hasCurrent,
    run: () => useRunList.setState(({ at }) => ({ renaming: at, tab: 'list' })),
  },
  baselineRun: {
    id: 'baselineRun',
    group: 'Work',
    title: () => words.baseline(isBaseline()),
    enabled: hasCurrent,
    run: () => useRunList.setState(({ at }) => ({ baseline: isBaseline() ? undefined : at })),
  },
  pinRuns: {
    id: 'pinRuns',
    group: 'Work',
    title: () => words.pin(chosenRuns().every(({ pinned }) => pinned) && chosenRuns().length > 0),
    enabled: hasChosen,
    run: () => {
      const chosen = chosenRuns();
      const pinned = !chosen.every((run) => run.pinned);
      void annotate(
        chosen.map(({ id }) => id),
        () => ({ pinned }),
      );
    },
  },
  deleteRuns: {
    id: 'deleteRuns',
    group: 'Work',
    title: () => words.remove(chosenRuns().length),
    enabled: hasChosen,
    run: () => void removeRuns(chosenRuns().map(({ id }) => id)),
  },
  exportRuns: {
    id: 'exportRuns',
    group: 'Work',
    title: () => words.exportTable,
    enabled: hasAny,
    run: () => useRunList.setState({ isExporting: true }),
  },
  selectRuns: {
    id: 'selectRuns',
    group: 'Work',
    title: () => words.selectAll,
    enabled: hasAny,
    run: () => selectRuns(shownRuns().map(({ id }) => id)),
  },
  clearRuns: {
    id: 'clearRuns',
    group: 'Work',
    title: () => words.clear,
    enabled: () => isHere() && useRunList.getState().selected.size > 0,
    run: () => selectRuns([]),
  },
  findRuns: {
    id: 'findRuns',
    group: 'Work',
    title: () => words.find,
    keys: '/',
    enabled: hasAny,
    run: () => document.getElementById('run-filter')?.focus(),
  },
  trainExample: {
    id: 'trainExample',
    group: 'Work',
    title: () => words.train,
    enabled: () => isHere() && useRuns.getState().runs.length === 0 && useRun.getState().run !== undefined,
    run: trainExample,
  },
} satisfies Record<string, Command>;
