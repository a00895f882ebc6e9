import type { TiledStage } from '../../learning/convolution/tile-map';
import { placeWords } from '../words/places';

/** What people call a linear stage of a network. */
export function stageName(stage: TiledStage, index: number, count: number): string {
  if (index === count - 1) return placeWords.answer;
  return stage.kind === 'dense' ? placeWords.hidden : placeWords.stage(index + 1);
}
