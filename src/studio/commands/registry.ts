import { copyLink } from './share';
import { cyclePace, paceName } from '../state/pace';
import { cycleTheme, usePreferences } from '../state/preferences';
import { canRedo, canUndo, currentExperiment, redo, undo, useExperiment } from '../state/experiment-store';
import { undoPhaseEdit, usePhaseEdits } from '../state/phase-edit';
import { loseDevice, resetRun, stepOnce, toggleTraining } from '../state/run-control';
import { useRun } from '../state/run-store';
import { moveSample, randomSample } from '../state/sample-store';
import { cancelStudy, isStudying, useStudies } from '../studies/study-run';
import { selectMzi, showDock, useView } from '../state/view';

/** One thing a person can do: buttons, shortcuts and the command sheet all come from this list. */
export interface Command {
  readonly id: string;
  readonly group: 'Run' | 'Edit' | 'Sample' | 'View';
  readonly title: () => string;
  /** Key binding in tinykeys' notation. */
  readonly keys?: string;
  readonly enabled: () => boolean;
  readonly run: () => void;
}

const always = (): boolean => true;
const hasRun = (): boolean => useRun.getState().run !== undefined;
const hasPhaseEdits = (): boolean => usePhaseEdits.getState().edits.length > 0;
const hasSample = (): boolean => hasRun() && useRun.getState().info !== undefined;

const commands = {
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
  undo: {
    id: 'undo',
    group: 'Edit',
    title: () => (hasPhaseEdits() ? 'Undo phase edit' : 'Undo'),
    keys: '$mod+z',
    enabled: () => hasPhaseEdits() || canUndo(),
    // Phase edits are forgotten when the run changes, so they are the latest thing done while there are any.
    run: () => (hasPhaseEdits() ? undoPhaseEdit() : undo()),
  },
  redo: { id: 'redo', group: 'Edit', title: () => 'Redo', keys: '$mod+Shift+z', enabled: canRedo, run: redo },
  share: {
    id: 'share',
    group: 'Edit',
    title: () => 'Copy link',
    keys: '$mod+Shift+l',
    enabled: always,
    run: () => void copyLink(),
  },
  previous: {
    id: 'previous',
    group: 'Sample',
    title: () => 'Previous sample',
    keys: 'j',
    enabled: hasSample,
    run: () => void moveSample(-1),
  },
  next: {
    id: 'next',
    group: 'Sample',
    title: () => 'Next sample',
    keys: 'k',
    enabled: hasSample,
    run: () => void moveSample(1),
  },
  random: {
    id: 'random',
    group: 'Sample',
    title: () => 'Random sample',
    keys: 'x',
    enabled: hasSample,
    run: () => void randomSample(),
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

export type CommandId = keyof typeof commands;

export const COMMANDS: Readonly<Record<CommandId, Command>> = commands;

export function runCommand(id: CommandId): void {
  const command = COMMANDS[id];
  if (command.enabled()) command.run();
}

/** Calls back whenever a command's title or availability may have changed. */
export function subscribeCommands(listener: () => void): () => void {
  const stops = [
    useRun.subscribe(listener),
    useExperiment.subscribe(listener),
    useExperiment.temporal.subscribe(listener),
    useView.subscribe(listener),
    usePreferences.subscribe(listener),
    usePhaseEdits.subscribe(listener),
    useStudies.subscribe(listener),
  ];
  return () => stops.forEach((stop) => stop());
}
