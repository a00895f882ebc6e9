import type { Backend } from '../backend';
import type { Clock } from '../clock';
import type { BackendSource } from '../open-backend';
import type { NetworkSource } from '../open-network';
import type { StudyProgress } from '../study';

/** What studies need from their surroundings. */
export interface StudyParts extends NetworkSource, BackendSource {
  readonly clock: Clock;
}

/** The same for one study, with the backend it computes on. */
export interface OpenStudyParts extends StudyParts {
  readonly backend: Backend;
}

export type Report = (progress: StudyProgress) => void;
