import type { openDataset } from '../../data/dataset';
import type { OwnPart } from '../../data/own-files';
import type { Clock } from '../clock';
import type { BackendSource } from '../open-backend';
import type { StudyProgress } from '../study';

/** What a study needs from its surroundings. */
export interface StudyParts extends BackendSource {
  readonly clock: Clock;
  readonly openDataset: typeof openDataset;
  /** What the user dropped. */
  readonly files: () => readonly OwnPart[];
}

export type Report = (progress: StudyProgress) => void;
