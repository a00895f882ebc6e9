import type * as v from 'valibot';
import type { Experiment } from './schema';
import { experimentSchema } from './schema';

/** What a single setting may be, read off the schema. */
export type SettingKind =
  | { readonly kind: 'number'; readonly isWhole: boolean; readonly low: number; readonly high: number }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'switch' };

/** The parts of the schema library's own description that are looked at here. */
interface Described {
  readonly type: string;
  readonly wrapped?: Described;
  readonly entries?: Readonly<Record<string, Described>>;
  readonly item?: Described;
  readonly key?: string;
  readonly literal?: unknown;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
}

/**
 * The kind of the setting at a path such as `training.learningRate` or `layers.0.nonlinearity.kind` of this
 * experiment; undefined for lists, texts, groups and paths that it does not have.
 */
export function settingKind(experiment: Experiment, path: string): SettingKind | undefined {
  const schema: v.GenericSchema = experimentSchema;
  let described: Described | undefined = bare(schema);
  let value: unknown = experiment;
  const keys = path.split('.');
  for (const [depth, key] of keys.entries()) {
    if (described === undefined) return undefined;
    const isLast = depth === keys.length - 1;
    if (described.type === 'variant' && isLast && key === described.key) return kindsOf(described);
    described = partOf(described, key, value);
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return described && leafOf(described);
}

function partOf(described: Described, key: string, value: unknown): Described | undefined {
  const part =
    described.type === 'array'
      ? /^\d+$/.test(key)
        ? described.item
        : undefined
      : variantOf(described, value)?.entries?.[key];
  return part && bare(part);
}

/** Of variants the one that the value is. */
function variantOf(described: Described, value: unknown): Described | undefined {
  if (described.type !== 'variant') return described;
  const { key = 'kind' } = described;
  const wanted =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : value;
  return (described.options as readonly Described[] | undefined)?.find(
    (option) => option.entries?.[key]?.literal === wanted,
  );
}

/** Without what makes it optional or nullable. */
function bare(described: Described): Described {
  return described.wrapped === undefined ? described : bare(described.wrapped);
}

function kindsOf({ key = 'kind', options = [] }: Described): SettingKind {
  const kinds = (options as readonly Described[]).map((option) => String(option.entries?.[key]?.literal));
  return { kind: 'choice', options: kinds };
}

function leafOf({ type, options, pipe = [] }: Described): SettingKind | undefined {
  if (type === 'boolean') return { kind: 'switch' };
  if (type === 'picklist') return picked(options ?? []);
  if (type !== 'number') return undefined;
  const all = pipe.flatMap((action) =>
    'pipe' in action ? ((action as Described).pipe ?? [action]) : [action],
  );
  const bound = (name: string, none: number): number => {
    const requirement = all.find((action) => action.type === name)?.requirement;
    return typeof requirement === 'number' ? requirement : none;
  };
  return {
    kind: 'number',
    isWhole: all.some((action) => action.type === 'integer'),
    low: bound('min_value', -Infinity),
    high: bound('max_value', Infinity),
  };
}

/** Sizes to choose from are numbers all the same, of which few are possible. */
function picked(options: readonly unknown[]): SettingKind | undefined {
  if (options.every((option) => typeof option === 'string')) return { kind: 'choice', options };
  const numbers = options.filter((option) => typeof option === 'number');
  if (numbers.length === 0 || numbers.length < options.length) return undefined;
  return { kind: 'number', isWhole: true, low: Math.min(...numbers), high: Math.max(...numbers) };
}
