import type { LiveSettings } from '../experiment/live-settings';
import type { PhotonicError } from '../lib/fault';
import { engineError } from './engine-fault';

/** Why a run cannot be trained by these settings, or undefined. */
export function settingsFault(settings: LiveSettings): PhotonicError | undefined {
  const { learningRate, phaseNoise, splitterNoise } = settings;
  if (!(learningRate > 0 && Number.isFinite(learningRate)))
    return engineError(
      'bad-rate',
      `A learning rate of ${learningRate} is not possible.`,
      'Choose a learning rate above zero.',
    );
  const isNoise = (radians: number): boolean => radians >= 0 && Number.isFinite(radians);
  if (!isNoise(phaseNoise) || !isNoise(splitterNoise))
    return engineError('bad-noise', 'Noise must be zero or more.', 'Type zero for no noise.');
  return undefined;
}
