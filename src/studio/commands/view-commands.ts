import { currentExperiment } from '../state/experiment-store';
import { isPaneOpen, togglePane } from '../state/panes';
import { isPhone } from '../parts/use-is-phone';
import { cycleTheme } from '../state/preferences';
import { selectMzi, showDock, showScreen, useView } from '../state/view';
import { takeUpdate, useOffline } from '../state/offline';
import { offlineWords } from '../words/offline';
import { commandWords } from '../words/commands';
import type { Command } from './command';
import { always } from './command';

const isWide = (): boolean => useView.getState().screen === 'chip' && !isPhone();

export const viewCommands = {
  screenChip: {
    id: 'screenChip',
    group: 'View',
    title: () => commandWords.screenChip,
    keys: '1',
    enabled: always,
    run: () => showScreen('chip'),
  },
  screenRuns: {
    id: 'screenRuns',
    group: 'View',
    title: () => commandWords.screenRuns,
    keys: '2',
    enabled: always,
    run: () => showScreen('runs'),
  },
  screenGallery: {
    id: 'screenGallery',
    group: 'View',
    title: () => commandWords.screenGallery,
    keys: '3',
    enabled: always,
    run: () => showScreen('gallery'),
  },
  screenModels: {
    id: 'screenModels',
    group: 'View',
    title: () => commandWords.screenModels,
    keys: '4',
    enabled: always,
    run: () => showScreen('models'),
  },
  toggleDesign: {
    id: 'toggleDesign',
    group: 'View',
    title: () => commandWords.toggleDesign(isPaneOpen('design')),
    keys: '[',
    enabled: isWide,
    run: () => togglePane('design'),
  },
  toggleDetails: {
    id: 'toggleDetails',
    group: 'View',
    title: () => commandWords.toggleDetails(isPaneOpen('details')),
    keys: ']',
    enabled: isWide,
    run: () => togglePane('details'),
  },
  toggleDock: {
    id: 'toggleDock',
    group: 'View',
    title: () => commandWords.toggleDock(isPaneOpen('dock')),
    keys: '\\',
    enabled: isWide,
    run: () => togglePane('dock'),
  },
  program: {
    id: 'program',
    group: 'View',
    title: () => commandWords.program,
    keys: 'm',
    enabled: always,
    run: () => useView.setState({ sideTab: 'program', phoneTab: 'program' }),
  },
  fit: {
    id: 'fit',
    group: 'View',
    title: () => commandWords.fit,
    keys: 'f',
    enabled: always,
    run: () => document.dispatchEvent(new CustomEvent('photonic:fit')),
  },
  deselect: {
    id: 'deselect',
    group: 'View',
    title: () => commandWords.deselect,
    keys: 'Escape',
    enabled: () => useView.getState().selected !== undefined,
    run: () => selectMzi(undefined),
  },
  studies: {
    id: 'studies',
    group: 'View',
    title: () => commandWords.studies,
    enabled: always,
    run: () => showDock('studies'),
  },
  budget: {
    id: 'budget',
    group: 'View',
    title: () => commandWords.budget,
    enabled: always,
    run: () => showDock('budget'),
  },
  tiles: {
    id: 'tiles',
    group: 'View',
    title: () => commandWords.tiles,
    enabled: () => currentExperiment().convolution !== null,
    run: () => showDock('tiles'),
  },
  theme: {
    id: 'theme',
    group: 'View',
    title: () => commandWords.theme,
    keys: 't',
    enabled: always,
    run: cycleTheme,
  },
  update: {
    id: 'update',
    group: 'View',
    title: () => offlineWords.takeUpdate,
    enabled: () => useOffline.getState().hasUpdate,
    run: takeUpdate,
  },
  shortcuts: {
    id: 'shortcuts',
    group: 'View',
    title: () => commandWords.shortcuts,
    keys: 'Shift+?',
    enabled: always,
    run: () => useView.setState({ shortcutsOpen: true }),
  },
  commands: {
    id: 'commands',
    group: 'View',
    title: () => commandWords.commands,
    keys: '$mod+k',
    enabled: always,
    run: () => useView.setState({ commandsOpen: true }),
  },
} satisfies Record<string, Command>;
