import { tileMap } from '../../learning/convolution/tile-map';
import type { NetworkPlan } from '../../learning/plan';
import type { RunInfo } from '../../engine/protocol';

/**
 * Multiplications that a report nobody asked for may take: a few seconds of a processor. Such a report cannot be
 * interrupted, and a person who presses Train must not wait for it.
 */
const MOST = 5e10;
/** A graphics card does so many times more in that time. */
const CARD = 20;

/** Whether the test set can be evaluated in passing; training reports by itself in any case. */
export function isAffordable(network: NetworkPlan | undefined, info: RunInfo): boolean {
  if (network?.kind !== 'convolutional') return true;
  const perSample = tileMap(network).reduce(
    (sum, { rows, columns, complex, positions }) => sum + rows * columns * positions * (complex ? 2 : 1),
    0,
  );
  return perSample * info.testSamples <= MOST * (info.backend === 'webgpu' ? CARD : 1);
}
