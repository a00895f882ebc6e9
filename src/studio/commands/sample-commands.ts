import { useRun } from '../state/run-store';
import { moveSample, randomSample } from '../state/sample-store';
import type { Command } from './command';

const hasSample = (): boolean => {
  const { run, info } = useRun.getState();
  return run !== undefined && info !== undefined;
};

export const sampleCommands = {
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
} satisfies Record<string, Command>;
