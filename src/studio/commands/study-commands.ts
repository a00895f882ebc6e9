import { cancelStudy, isStudying } from '../studies/study-run';
import { commandWords } from '../words/commands';
import type { Command } from './command';

export const studyCommands = {
  cancelStudy: {
    id: 'cancelStudy',
    group: 'Run',
    title: () => commandWords.cancelStudy,
    enabled: isStudying,
    run: cancelStudy,
  },
} satisfies Record<string, Command>;
