import type { Clock } from '../clock';
import type { BackendSource } from '../open-backend';
import type { NetworkSource } from '../open-network';
import type { StudyProgress } from '../study';

/** What a study needs from its surroundings. */
export interface StudyParts extends NetworkSource, BackendSource {
  readonly clock: Clock;
}

export type Report = (progress: StudyProgress) => void;
