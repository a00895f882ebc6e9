import * as v from 'valibot';
import type { Fault } from '../lib/fault';
import type { SettingKind, SettingName, Settings } from './table';
import { SETTINGS, SETTING_NAMES, demandOf, specOf } from './table';

/** Where values come from, the weakest first: what a later source names counts. */
export const ORIGINS = ['default', 'build', 'file', 'environment'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What each source names, as it was written; values of the environment are texts. */
export type Sources = { readonly [O in Exclude<Origin, 'default'>]?: unknown };

export interface ReadSettings {
  readonly settings: Settings;
  /** One for each value that cannot be used; it names itself in `where`. */
  readonly faults: readonly Fault[];
  readonly origins: Readonly<Record<SettingName, Origin>>;
}

const DECIMAL = /^[+-]?(?:\d*\.)?\d+$/;
const lowerCase = (text: string): string => text.toLowerCase();

const PLACE: Readonly<Record<Origin, string>> = {
  default: 'the defaults',
  build: 'the environment of the build',
  file: 'photonic.config.json',
  environment: 'the environment',
};

/**
 * Merges what the sources name. A value that cannot be used counts as its default and stops nothing else; so does a
 * source that is no object of names, or names something that does not exist.
 */
export function readSettings(sources: Sources): ReadSettings {
  const faults: Fault[] = [];
  const settings: Record<string, unknown> = {};
  const origins = {} as Record<SettingName, Origin>;
  const tables = ORIGINS.map((origin) => ({ origin, values: valuesOf(origin, sources, faults) }));
  for (const name of SETTING_NAMES) {
    settings[name] = SETTINGS[name].fallback;
    origins[name] = 'default';
    const named = tables.findLast(({ values }) => isNamed(values[name]));
    if (named === undefined) continue;
    const value = valueOf(specOf(name), named.values[name]);
    if (value === undefined) faults.push(unusable(name, named.values[name], named.origin));
    else {
      settings[name] = value;
      origins[name] = named.origin;
    }
  }
  return { settings: settings as Settings, faults, origins };
}

/** The names that are set among a process's variables. */
export function settingsOf(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const set = SETTING_NAMES.map((name) => [name, environment[name]] as const);
  return Object.fromEntries(set.filter((entry): entry is [SettingName, string] => isNamed(entry[1])));
}

/** An empty variable is one that is not set. */
function isNamed(value: unknown): boolean {
  return value !== undefined && value !== '';
}

function valuesOf(origin: Origin, sources: Sources, faults: Fault[]): Readonly<Record<string, unknown>> {
  const source = origin === 'default' ? undefined : sources[origin];
  if (source === undefined || source === null) return {};
  if (typeof source !== 'object' || Array.isArray(source)) {
    faults.push({
      code: 'settings/not-an-object',
      message: `${capital(PLACE[origin])} cannot be used: it must be an object of names and values.`,
      fix: 'Correct it; until then the other settings hold as they are.',
      where: PLACE[origin],
    });
    return {};
  }
  const values = new Map(Object.entries(source));
  for (const name of values.keys()) {
    if (!Object.hasOwn(SETTINGS, name)) faults.push(unknownName(name, origin));
  }
  return Object.fromEntries(values);
}

const SWITCH: Readonly<Record<string, boolean>> = { true: true, false: false, 1: true, 0: false };

/** The value as the table wants it; undefined where it cannot be used. */
function valueOf(spec: SettingKind, raw: unknown): string | number | boolean | undefined {
  const read = v.safeParse(schemaOf(spec), typeof raw === 'string' ? raw.trim() : raw);
  return read.success ? read.output : undefined;
}

function schemaOf(spec: SettingKind): v.GenericSchema<unknown, string | number | boolean> {
  switch (spec.kind) {
    case 'text':
      return v.pipe(v.string(), v.maxLength(1000));
    case 'choice':
      return v.pipe(v.string(), v.transform(lowerCase), v.picklist(spec.options));
    case 'switch':
      return v.union([
        v.boolean(),
        v.pipe(
          v.string(),
          v.transform(lowerCase),
          v.picklist(Object.keys(SWITCH)),
          v.transform((text) => SWITCH[text] === true),
        ),
      ]);
    case 'number':
      return v.pipe(
        v.union([v.number(), v.pipe(v.string(), v.regex(DECIMAL), v.transform(Number))]),
        v.check(
          (value) =>
            (spec.zeroIsAutomatic === true && value === 0) ||
            (value >= spec.least && value <= spec.most && (!spec.whole || Number.isInteger(value))),
        ),
      );
  }
}

/** As much of a value as a sentence holds. */
const SHOWN = 60;

function unusable(name: SettingName, raw: unknown, origin: Origin): Fault {
  const shown = (JSON.stringify(raw) ?? typeof raw).slice(0, SHOWN);
  const { unit } = specOf(name);
  const inUnit = unit === undefined ? '' : ` (${unit})`;
  return {
    code: 'settings/unusable',
    message: `${name} is ${shown} in ${PLACE[origin]}; it must be ${demandOf(specOf(name))}${inUnit}.`,
    fix: `Correct it there; until then it counts as ${String(SETTINGS[name].fallback)}. Everything else works.`,
    where: name,
  };
}

function unknownName(name: string, origin: Origin): Fault {
  return {
    code: 'settings/unknown-name',
    message: `${name.slice(0, SHOWN)} in ${PLACE[origin]} is no setting.`,
    fix: 'Remove it, or correct its name; docs/configuration.md has all of them.',
    where: name.slice(0, SHOWN),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
