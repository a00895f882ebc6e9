import { openDataset } from '../../data/dataset';
import { ficonnVowels } from '../../experiment/presets';
import type { Experiment } from '../../experiment/schema';
import type { BackendFactories } from '../choose-backend';
import type { Clock } from '../clock';
import { createClock } from '../clock';
import { createReferenceBackend } from '../reference/backend';
import type { StudyProgress, StudyRequest, StudyResult } from '../study';
import { runStudy } from './run-study';
import type { StudyParts } from './study-parts';

/** Generated vowels on a flawed chip, trained on nothing. */
export const flawedVowels: Experiment = {
  ...ficonnVowels,
  task: { ...ficonnVowels.task, source: 'generated' },
  hardware: { ...ficonnVowels.hardware, splitterError: 0.08, phaseError: 0.1, die: 4_294_967_294 },
};

export function withHardware(change: Partial<Experiment['hardware']>): Experiment {
  return { ...flawedVowels, hardware: { ...flawedVowels.hardware, ...change } };
}

const reference = () => Promise.resolve(createReferenceBackend());

/** Milliseconds; several looks lie between two reports of progress. */
const LOOK_MS = 20;

export function studyParts(factories: Partial<BackendFactories> = {}): StudyParts {
  return {
    factories: { webgpu: reference, wasm: reference, reference, ...factories },
    clock: steadyClock(),
    capabilities: () => Promise.resolve({ backends: [], chosen: 'reference', reason: '' }),
    openDataset,
    files: () => [],
    mirrors: () => false,
  };
}

/** A clock that goes on by as much with every look at it, so that what is told does not depend on the machine. */
function steadyClock(): Clock {
  let now = 0;
  return { ...createClock(), now: () => (now += LOOK_MS) };
}

/** A study from its request to its result, with all it told on the way. */
export async function studied(
  request: StudyRequest,
  parts = studyParts(),
  signal = new AbortController().signal,
): Promise<{ readonly result: StudyResult; readonly told: readonly StudyProgress[] }> {
  const told: StudyProgress[] = [];
  const result = await runStudy(request, parts, (progress) => told.push(progress), signal);
  return { result, told };
}
