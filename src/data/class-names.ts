import type { DatasetId, Task } from '../experiment/schema';
import { DATASETS } from './dataset-titles';

/** What the studio draws instead of the photographs of Fashion-MNIST and CIFAR-10. */
export const TEXTURE_NAMES = [
  'horizontal stripes',
  'vertical stripes',
  'diagonal stripes',
  'checkerboard',
  'dots',
  'rings',
  'rays',
  'fine noise',
  'coarse noise',
  'gradient',
] as const;

/** Class names a task can choose from; undefined for the user's own data, which must be opened first. */
export function classNamesOf(id: DatasetId, source: Task['source']): readonly string[] | undefined {
  if (id === 'own') return undefined;
  const isTexture = source === 'generated' && (id === 'cifar10' || id === 'fashion-mnist');
  return isTexture ? TEXTURE_NAMES : DATASETS[id].classNames;
}
