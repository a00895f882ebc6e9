import type { Experiment } from '../../experiment/schema';
import { plainNumber } from '../format/si';
import { settingValues } from '../words/settings';

/** A setting's value; lists of plain values count as one. undefined: this experiment has no such setting. */
export type SettingValue = string | number | boolean | undefined;

/** What an experiment is called and how it is written down are no settings. */
const NO_SETTINGS = new Set(['format', 'version', 'name']);
/** Up to so many names of a list are said. */
const LIST_NAMES = 6;

/**
 * Every setting of an experiment by its path, `layers.0.gain` or `training.learningRate`. What is switched off (null)
 * has none; lists of objects also have a `length`.
 */
export function settingsOf(experiment: Experiment): ReadonlyMap<string, SettingValue> {
  const settings = new Map<string, SettingValue>();
  for (const [key, value] of Object.entries(experiment))
    if (!NO_SETTINGS.has(key)) collect(settings, key, value);
  return settings;
}

function collect(settings: Map<string, SettingValue>, path: string, value: unknown): void {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') {
    if (isPlain(value)) settings.set(path, value);
  } else if (!Array.isArray(value)) {
    for (const [key, part] of Object.entries(value)) collect(settings, `${path}.${key}`, part);
  } else if (value.every(isPlain)) {
    settings.set(path, listText(value));
  } else {
    settings.set(`${path}.length`, value.length);
    value.forEach((part, index) => collect(settings, `${path}.${index}`, part));
  }
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Long lists are told apart by their text all the same. */
function listText(list: readonly (string | number | boolean)[]): string {
  return list.join(', ');
}

export interface SettingsComparison {
  /** Paths whose values are not the same in all experiments, in the order of the document. */
  readonly differing: readonly string[];
  /** Those of them that are numbers wherever they are set. */
  readonly numeric: ReadonlySet<string>;
  /** All others that every experiment has. */
  readonly common: ReadonlyMap<string, SettingValue>;
}

/** Of a list's items the paths, and how often each was seen with which value. */
export function compareSettings(all: readonly ReadonlyMap<string, SettingValue>[]): SettingsComparison {
  const paths = new Set(all.flatMap((settings) => [...settings.keys()]));
  const differing = new Set<string>();
  const common = new Map<string, SettingValue>();
  const first = all[0];
  for (const path of paths) {
    const isSame = all.every((settings) => settings.has(path) && settings.get(path) === first?.get(path));
    if (isSame) common.set(path, first?.get(path));
    else if (isTold(path, all)) differing.add(path);
  }
  const numeric = [...differing].filter((path) =>
    all.every((settings) => !settings.has(path) || typeof settings.get(path) === 'number'),
  );
  return {
    differing: [...differing].sort(inDocumentOrder([...paths])),
    numeric: new Set(numeric),
    common,
  };
}

/** A path that some experiments lack differs, unless another setting already says why they lack it. */
function isTold(path: string, all: readonly ReadonlyMap<string, SettingValue>[]): boolean {
  const having = all.filter((settings) => settings.has(path));
  const [first] = having;
  if (having.some((settings) => settings.get(path) !== first?.get(path))) return true;
  return all.some((settings) => !settings.has(path) && !isExplained(path, settings));
}

/** An item beyond the list's end is told by the list's length, a part of another kind by its kind. */
function isExplained(path: string, settings: ReadonlyMap<string, SettingValue>): boolean {
  const parts = path.split('.');
  for (let end = parts.length - 1; end > 0; end--) {
    const parent = parts.slice(0, end).join('.');
    const index = Number(parts[end]);
    const length = settings.get(`${parent}.length`);
    if (typeof length === 'number' && Number.isInteger(index) && index >= length) return true;
    if (settings.has(`${parent}.kind`)) return true;
  }
  return false;
}

function inDocumentOrder(paths: readonly string[]): (a: string, b: string) => number {
  const place = new Map(paths.map((path, index) => [path, index]));
  return (a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0);
}

/** A value for people: short, with the sign as people write it. */
export function settingText(
  value: SettingValue,
  path: string,
  settings?: ReadonlyMap<string, SettingValue>,
): string {
  if (value === undefined)
    return settings !== undefined && isOff(path, settings) ? settingValues.off : settingValues.missing;
  if (typeof value === 'boolean') return value ? settingValues.yes : settingValues.no;
  if (typeof value === 'number') return plainNumber(value).replace('-', '−');
  if (value === '') return path.endsWith('classes') ? settingValues.all : settingValues.none;
  const names = value.split(', ');
  return names.length > LIST_NAMES ? settingValues.count(names.length) : value;
}

/** Of hardware, what is missing with all its neighbours has been switched off. */
function isOff(path: string, settings: ReadonlyMap<string, SettingValue>): boolean {
  const group = path.slice(0, path.lastIndexOf('.') + 1);
  if (!group.startsWith('hardware.') || group === 'hardware.') return false;
  for (const other of settings.keys()) if (other.startsWith(group)) return false;
  return true;
}

/** Names the group of runs that differ by their seed only. */
export function seedlessKey(experiment: Experiment): string {
  const settings = [...settingsOf(experiment)].filter(([path]) => path !== 'seed');
  return JSON.stringify(settings);
}
