import { useBenchStatus } from '../benchmarks/status';
import { showScreen, useView } from '../state/view';
import { benchmarkCommandWords as words } from '../words/benchmark-commands';
import type { Command } from './command';
import { always } from './command';

type Act = typeof import('../benchmarks/act');

const isHere = (): boolean => useView.getState().screen === 'benchmarks';
const hasResults = (): boolean => isHere() && useBenchStatus.getState().hasResults;
/** What the screen needs comes with the screen. */
const act =
  (how: (act: Act) => unknown): (() => void) =>
  () =>
    void import('../benchmarks/act').then(how);

export const benchmarkCommands = {
  screenBenchmarks: {
    id: 'screenBenchmarks',
    group: 'View',
    title: () => words.screen,
    keys: '5',
    enabled: always,
    run: () => showScreen('benchmarks'),
  },
  measureBenchmarks: {
    id: 'measureBenchmarks',
    group: 'Run',
    title: () => words.measure(useBenchStatus.getState().isMeasuring),
    enabled: isHere,
    run: act(({ measureChosen, stopMeasuring }) =>
      useBenchStatus.getState().isMeasuring ? stopMeasuring() : measureChosen(),
    ),
  },
  saveBenchmarks: {
    id: 'saveBenchmarks',
    group: 'Work',
    title: () => words.save,
    enabled: hasResults,
    run: act(({ exportJson }) => exportJson()),
  },
  copyBenchmarks: {
    id: 'copyBenchmarks',
    group: 'Work',
    title: () => words.copy,
    enabled: hasResults,
    run: act(({ copyMarkdown }) => copyMarkdown()),
  },
  shareBenchmarks: {
    id: 'shareBenchmarks',
    group: 'Work',
    title: () => words.share,
    enabled: hasResults,
    run: act(({ shareLink }) => shareLink()),
  },
  openBenchmarks: {
    id: 'openBenchmarks',
    group: 'Work',
    title: () => words.open,
    enabled: isHere,
    run: act(({ chooseResults }) => chooseResults()),
  },
} satisfies Record<string, Command>;
