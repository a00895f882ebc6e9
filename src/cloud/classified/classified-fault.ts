import type { Fault } from '../../lib/fault';
import { PhotonicError } from '../../lib/fault';

/** Whatever can go wrong with a classified model. */
const FAULTS = {
  'wrong-passphrase': {
    message: 'That is not the passphrase of this model.',
    fix: 'Try again, with capitals and spaces exactly as when it was set; nothing was changed.',
  },
  'weak-passphrase': {
    message: 'This passphrase is too easy to guess.',
    fix: 'Take at least 12 characters, best four or more words that do not belong together.',
  },
  locked: {
    message: 'This model is classified and locked.',
    fix: 'Unlock it with its passphrase first.',
  },
  damaged: {
    message: 'What is sealed of this model is damaged, so nothing of it was opened.',
    fix: 'Open it on another device that has it, or restore an earlier version.',
  },
  newer: {
    message: 'This model was sealed by a newer version of the studio.',
    fix: 'Reload the page to get the newest version, then unlock it again.',
  },
  'too-long': {
    message: 'Name, tags and note are too long to be sealed together.',
    fix: 'Shorten the note.',
  },
  'not-here': {
    message: 'Not all versions of this model are in this browser, so it cannot be sealed anew.',
    fix: 'Open each version once while online, then change the policy again; nothing was changed.',
  },
  'no-export': {
    message: 'Classified models are not exported or shared by link.',
    fix: 'Its owner can choose another policy first.',
  },
} as const satisfies Record<string, Omit<Fault, 'code'>>;

export type ClassifiedProblem = keyof typeof FAULTS;

export function classifiedFault(problem: ClassifiedProblem, where?: string): Fault {
  return { code: `classified/${problem}`, ...FAULTS[problem], where };
}

export function classifiedError(problem: ClassifiedProblem, where?: string): PhotonicError {
  return new PhotonicError(classifiedFault(problem, where));
}
