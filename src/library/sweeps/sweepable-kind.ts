import { LIMITS } from '../../experiment/limits';
import type { Experiment } from '../../experiment/schema';
import type { SettingKind } from '../../experiment/setting-kind';
import { settingKind } from '../../experiment/setting-kind';
import { withSetting } from './set-setting';

/** Settings that are switched off with their group, and are worth a sweep all the same. */
export const SWITCHED_OFF: readonly string[] = [
  'hardware.quantisation.bits',
  'hardware.crosstalk.strength',
  'hardware.detection.power',
  'hardware.detection.bandwidth',
  'hardware.detection.adc.bits',
];
/** Their values are not what people compare. */
const NOT_SWEPT = new Set(['task.dataset', 'encoder.kind', 'convolution.stages.length']);

/**
 * What a setting may be in a sweep of this experiment; undefined for those that it does not have or that are not swept.
 * @param path with `*` for every layer too
 */
export function sweepableKind(experiment: Experiment, path: string): SettingKind | undefined {
  if (NOT_SWEPT.has(path)) return undefined;
  if (path === 'layers.length')
    return experiment.convolution === null
      ? { kind: 'number', isWhole: true, low: LIMITS.layers.min, high: LIMITS.layers.max }
      : undefined;
  const kind = settingKind(experiment, path.replace('.*.', '.0.'));
  if (kind !== undefined || !SWITCHED_OFF.includes(path)) return kind;
  // Switched on by its first value, it has a kind.
  const on = withSetting(experiment, path, path.endsWith('bits') ? 8 : 1);
  return on.ok ? settingKind(on.value, path) : undefined;
}
