import type { Experiment } from '../../experiment/schema';
import type { SettingKind } from '../../experiment/setting-kind';
import { sweepableKind, SWITCHED_OFF } from '../../library/sweeps/sweepable-kind';
import type { SettingValue } from '../runs/settings';
import { settingsOf } from '../runs/settings';
import { settingName } from '../words/settings';
import { sweepsWords } from '../words/sweeps';

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

const FIRST: readonly string[] = ['seed', 'training.learningRate', 'hardware.die', 'modes', 'layers.length'];

/** Every number, choice and switch of the experiment, the usual ones first. */
export function sweepableSettings(experiment: Experiment): readonly Sweepable[] {
  const settings = settingsOf(experiment);
  const found = new Map<string, Sweepable>();
  const add = (path: string, kind: SettingKind | undefined, now: SettingValue): void => {
    if (kind === undefined) return;
    found.set(path, { path, ...settingWords(path), kind, now });
  };
  for (const path of FIRST) add(path, sweepableKind(experiment, path), settings.get(path));
  for (const [path, now] of settings) {
    addTogether(path);
    if (!found.has(path)) add(path, sweepableKind(experiment, path), now);
  }
  for (const path of SWITCHED_OFF) {
    if (found.has(path)) continue;
    add(path, sweepableKind(experiment, path), undefined);
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
    add(all, sweepableKind(experiment, path), isSame ? values[0] : undefined);
  }
}

/** What a setting of a sweep is called, "All layers: gain" among them. */
export function settingWords(path: string): { readonly name: string; readonly unit: string | undefined } {
  const { name, unit } = settingName(path);
  if (!path.includes('.*.')) return { name, unit };
  return { name: sweepsWords.all(path.startsWith('layers'), name), unit };
}
