import type { Experiment } from '../../experiment/schema';
import type { SettingKind } from '../../experiment/setting-kind';
import { settingKind } from '../../experiment/setting-kind';
import { LIMITS } from '../../experiment/limits';
import type { SettingValue } from '../runs/settings';
import { settingsOf } from '../runs/settings';
import { settingName } from '../words/settings';
import { sweepsWords } from '../words/sweeps';
import { withSetting } from './set-setting';

/** A setting that can be swept. */
export interface Sweepable {
  readonly path: string;
  /** For people, e.g. "Layer 1 gain". */
  readonly name: string;
  readonly unit: string | undefined;
  readonly kind: SettingKind;
  /** In the experiment that the sweep starts from; undefined where it is switched off or not the same everywhere. */
  readonly now: SettingValue;
}

/** Settings that are switched off with their group, and are worth a sweep all the same. */
const SWITCHED_OFF = [
  'hardware.quantisation.bits',
  'hardware.crosstalk.strength',
  'hardware.detection.power',
  'hardware.detection.bandwidth',
  'hardware.detection.adc.bits',
] as const;
/** Its values are not what people compare. */
const NOT_SWEPT = new Set(['task.dataset', 'encoder.kind', 'convolution.stages.length']);
const FIRST: readonly string[] = ['seed', 'training.learningRate', 'hardware.die', 'modes', 'layers.length'];

/** Every number, choice and switch of the experiment, the usual ones first. */
export function sweepableSettings(experiment: Experiment): readonly Sweepable[] {
  const settings = settingsOf(experiment);
  const found = new Map<string, Sweepable>();
  const add = (path: string, kind: SettingKind | undefined, now: SettingValue): void => {
    if (kind === undefined || NOT_SWEPT.has(path)) return;
    found.set(path, { path, ...settingWords(path), kind, now });
  };
  for (const path of FIRST) add(path, kindOf(experiment, path), settings.get(path));
  for (const [path, now] of settings) {
    addTogether(path);
    if (!found.has(path)) add(path, kindOf(experiment, path), now);
  }
  for (const path of SWITCHED_OFF) {
    if (found.has(path)) continue;
    // Switched on by its first value, it has a kind.
    const on = withSetting(experiment, path, path.endsWith('bits') ? 8 : 1);
    if (on.ok) add(path, settingKind(on.value, path), undefined);
  }
  return [...found.values()];

  /** Of the first layer's settings, those that all layers have are offered together too. */
  function addTogether(path: string): void {
    if (!/^(layers|convolution\.stages)\.0\./.test(path)) return;
    const all = path.replace('.0.', '.*.');
    const pattern = new RegExp(`^${all.replaceAll('.', '\\.').replace('*', '\\d+')}$`);
    const values = [...settings].filter(([each]) => pattern.test(each)).map(([, value]) => value);
    const list = path.startsWith('layers') ? experiment.layers : (experiment.convolution?.stages ?? []);
    if (list.length < 2 || values.length < list.length) return;
    const isSame = values.every((value) => value === values[0]);
    add(all, kindOf(experiment, path), isSame ? values[0] : undefined);
  }
}

/** @param path with `*` for every layer too */
export function kindOf(experiment: Experiment, path: string): SettingKind | undefined {
  if (path === 'layers.length')
    return experiment.convolution === null
      ? { kind: 'number', isWhole: true, low: LIMITS.layers.min, high: LIMITS.layers.max }
      : undefined;
  return settingKind(experiment, path.replace('.*.', '.0.'));
}

/** What a setting of a sweep is called, "All layers: gain" among them. */
export function settingWords(path: string): { readonly name: string; readonly unit: string | undefined } {
  const { name, unit } = settingName(path);
  if (!path.includes('.*.')) return { name, unit };
  return { name: sweepsWords.all(path.startsWith('layers'), name), unit };
}
