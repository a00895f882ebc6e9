import { measureAnswers, setFilter, useBrowser } from '../samples/browser-store';
import { EVERYTHING } from '../samples/filter';
import { useRun } from '../state/run-store';
import { moveSample, randomSample } from '../state/sample-store';
import { sampleWords } from '../words/samples';
import { commandWords } from '../words/commands';
import { showDock } from '../state/view';
import type { Command } from './command';
import { always } from './command';

const hasSample = (): boolean => {
  const { run, info } = useRun.getState();
  return run !== undefined && info !== undefined;
};

export const sampleCommands = {
  previous: {
    id: 'previous',
    group: 'Sample',
    title: () => commandWords.previousSample,
    keys: 'j',
    enabled: hasSample,
    run: () => void moveSample(-1),
  },
  next: {
    id: 'next',
    group: 'Sample',
    title: () => commandWords.nextSample,
    keys: 'k',
    enabled: hasSample,
    run: () => void moveSample(1),
  },
  random: {
    id: 'random',
    group: 'Sample',
    title: () => commandWords.randomSample,
    keys: 'x',
    enabled: hasSample,
    run: () => void randomSample(),
  },
  browse: {
    id: 'browse',
    group: 'Sample',
    title: () => sampleWords.commands.browse,
    keys: 'b',
    enabled: always,
    run: () => showDock('samples'),
  },
  measureAnswers: {
    id: 'measureAnswers',
    group: 'Sample',
    title: () => sampleWords.commands.measureAnswers,
    enabled: hasSample,
    run: () => {
      showDock('samples');
      void measureAnswers();
    },
  },
  clearFilters: {
    id: 'clearFilters',
    group: 'Sample',
    title: () => sampleWords.commands.clearFilters,
    enabled: () => useBrowser.getState().filter !== EVERYTHING,
    run: () => setFilter(EVERYTHING),
  },
} satisfies Record<string, Command>;
