import { currentExperiment } from '../state/experiment-store';
import { cycleTheme } from '../state/preferences';
import { selectMzi, showDock, showScreen, useView } from '../state/view';
import type { Command } from './command';
import { always } from './command';

export const viewCommands = {
  screenChip: {
    id: 'screenChip',
    group: 'View',
    title: () => 'Go to the chip',
    keys: '1',
    enabled: always,
    run: () => showScreen('chip'),
  },
  screenRuns: {
    id: 'screenRuns',
    group: 'View',
    title: () => 'Go to the runs: compare, sweep, export',
    keys: '2',
    enabled: always,
    run: () => showScreen('runs'),
  },
  screenGallery: {
    id: 'screenGallery',
    group: 'View',
    title: () => 'Go to the gallery and lessons',
    keys: '3',
    enabled: always,
    run: () => showScreen('gallery'),
  },
  program: {
    id: 'program',
    group: 'View',
    title: () => 'Program a matrix',
    keys: 'm',
    enabled: always,
    run: () => useView.setState({ sideTab: 'program', phoneTab: 'program' }),
  },
  fit: {
    id: 'fit',
    group: 'View',
    title: () => 'Fit the chip to the window',
    keys: 'f',
    enabled: always,
    run: () => document.dispatchEvent(new CustomEvent('photonic:fit')),
  },
  deselect: {
    id: 'deselect',
    group: 'View',
    title: () => 'Clear the selection',
    keys: 'Escape',
    enabled: () => useView.getState().selected !== undefined,
    run: () => selectMzi(undefined),
  },
  studies: {
    id: 'studies',
    group: 'View',
    title: () => 'Show studies: Monte Carlo, yield, sensitivity, methods, papers',
    enabled: always,
    run: () => showDock('studies'),
  },
  budget: {
    id: 'budget',
    group: 'View',
    title: () => 'Show the chip’s budget: latency, loss, power, energy',
    enabled: always,
    run: () => showDock('budget'),
  },
  tiles: {
    id: 'tiles',
    group: 'View',
    title: () => 'Show how the convolution lies on tiles',
    enabled: () => currentExperiment().convolution !== null,
    run: () => showDock('tiles'),
  },
  theme: {
    id: 'theme',
    group: 'View',
    title: () => 'Change the theme',
    keys: 't',
    enabled: always,
    run: cycleTheme,
  },
  commands: {
    id: 'commands',
    group: 'View',
    title: () => 'All commands',
    keys: '$mod+k',
    enabled: always,
    run: () => useView.setState({ commandsOpen: true }),
  },
} satisfies Record<string, Command>;
