import type { TiledStage } from '../../learning/convolution/tile-map';

/** What people call a linear stage of a network. */
export function stageName(stage: TiledStage, index: number, count: number): string {
  if (index === count - 1) return 'Answer';
  return stage.kind === 'dense' ? 'Hidden' : `Stage ${index + 1}`;
}
