import { useRun } from '../state/run-store';
import { moveSample, randomSample } from '../state/sample-store';
import { commandWords } from '../words/commands';
import type { Command } from './command';

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
} satisfies Record<string, Command>;
