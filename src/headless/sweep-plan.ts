import * as v from 'valibot';
import type { BackendId } from '../engine/backend';
import type { Experiment } from '../experiment/schema';
import { sha256 } from '../data/bytes';
import { canonicalJson } from '../library/formats/manifest';
import type { StoredSweep, SweepAxis, SweepValue } from '../library/store/sweep-record';
import { sweepableKind } from '../library/sweeps/sweepable-kind';
import { gridSize, MOST_TRIALS } from '../library/sweeps/trials';
import { headlessError } from './headless-fault';

/** A sweep as its shards agree on it. */
export interface HeadlessSweep {
  readonly base: Experiment;
  readonly axes: readonly SweepAxis[];
  readonly plan: StoredSweep['plan'];
  readonly backend: BackendId | 'auto';
}

/** Values of one setting; as many as in the studio. */
const MOST_VALUES = 200;

/** SHA-256 over all that the trials follow from, the base's name apart. */
export function sweepId({ base, ...rest }: HeadlessSweep): Promise<string> {
  return sha256(new TextEncoder().encode(canonicalJson({ ...rest, base: { ...base, name: '' } })));
}

/**
 * Reads `path=values`: a list `0.01, 0.03`, whole numbers `1..8`, so many even steps `0..0.1/5`, or even ratios
 * `log 0.001..1/4`.
 * @throws PhotonicError `headless/bad-setting`
 */
export function readAxis(text: string, base: Experiment): SweepAxis {
  const at = text.indexOf('=');
  const path = text.slice(0, Math.max(0, at)).trim();
  const kind = sweepableKind(base, path);
  if (at < 0 || kind === undefined)
    throw badSetting(
      `“${path.slice(0, 60) || text.slice(0, 60)}” is no setting of this experiment that can be swept.`,
      'Name it as in the experiment’s JSON, e.g. --set training.learningRate=0.01,0.03 or --set seed=1..5.',
      path,
    );
  const values = valuesOf(text.slice(at + 1).trim(), path).map((value) => {
    const typed = kind.kind === 'number' ? Number(value) : kind.kind === 'switch' ? value === 'true' : value;
    const fits =
      kind.kind === 'number'
        ? value !== '' &&
          typeof typed === 'number' &&
          typed >= kind.low &&
          typed <= kind.high &&
          (!kind.isWhole || Number.isInteger(typed))
        : kind.kind === 'switch'
          ? value === 'true' || value === 'false'
          : kind.options.includes(value);
    if (fits) return typed;
    throw badSetting(
      `${path} cannot be ${value.slice(0, 40) || 'empty'}.`,
      kind.kind === 'number'
        ? `Use ${kind.isWhole ? 'whole numbers' : 'numbers'} from ${kind.low} to ${kind.high}.`
        : `Use ${(kind.kind === 'choice' ? kind.options : ['true', 'false']).join(', ')}.`,
      path,
    );
  });
  return { path, values: [...new Set<SweepValue>(values)] };
}

function valuesOf(text: string, path: string): readonly string[] {
  const range = /^(log\s+)?([-+.\deE]+?)\.\.([-+.\deE]+?)(?:\/(\d{1,3}))?$/.exec(text);
  const list = range === null ? text.split(',').map((part) => part.trim()) : rangeOf(range, path);
  if (list.length > MOST_VALUES)
    throw badSetting(`${path} has ${list.length} values.`, `Use at most ${MOST_VALUES}.`, path);
  return list;
}

function rangeOf(range: RegExpExecArray, path: string): readonly string[] {
  const isLog = range[1] !== undefined;
  const [from, to] = [Number(range[2]), Number(range[3])];
  const count = range[4] === undefined ? Math.round(to - from) + 1 : Number(range[4]);
  const isSound = Number.isFinite(from) && Number.isFinite(to) && from < to && count >= 2;
  if (!isSound || (isLog && !(from > 0 && range[4] !== undefined)))
    throw badSetting(
      `The range of ${path} is not possible.`,
      'Write from..to with the smaller number first, from..to/steps, or log from..to/steps above zero.',
      path,
    );
  if (count > MOST_VALUES)
    throw badSetting(`${path} has ${count} values.`, `Use at most ${MOST_VALUES}.`, path);
  return Array.from({ length: count }, (_, k) => {
    const share = k / (count - 1);
    const value = isLog ? from * (to / from) ** share : from + share * (to - from);
    return String(Number(value.toPrecision(6)));
  });
}

/**
 * The sweep of these settings.
 * @param random trials and seed of a random search; a grid without it
 * @throws PhotonicError `headless/no-settings`, `headless/too-many-trials`
 */
export function sweepOf(
  base: Experiment,
  settings: readonly string[],
  random: { readonly trials: number; readonly seed: number } | undefined,
  backend: BackendId | 'auto',
): HeadlessSweep {
  const axes = settings.map((text) => readAxis(text, base));
  const twice = axes.find(({ path }, at) => axes.findIndex((other) => other.path === path) < at);
  if (twice !== undefined)
    throw badSetting(`${twice.path} is set twice.`, 'Give all its values in one --set.', twice.path);
  if (axes.length === 0)
    throw headlessError(
      'no-settings',
      'There is nothing to sweep.',
      'Name settings and their values, e.g. --set training.learningRate=0.01,0.03 --set seed=1..5.',
      { where: '--set' },
    );
  const size = gridSize(axes);
  const count = random === undefined ? size : Math.min(size, random.trials);
  if (count > MOST_TRIALS)
    throw headlessError(
      'too-many-trials',
      `These settings make ${count} trials.`,
      `Use at most ${MOST_TRIALS}: fewer values, or a random search with --random.`,
    );
  return {
    base,
    axes,
    plan: random === undefined ? { kind: 'grid' } : { kind: 'random', ...random },
    backend,
  };
}

function badSetting(message: string, fix: string, where: string) {
  return headlessError('bad-setting', message, fix, { where });
}

export const axisSchema = v.object({
  path: v.pipe(v.string(), v.maxLength(200)),
  values: v.pipe(v.array(v.union([v.number(), v.string(), v.boolean()])), v.maxLength(MOST_VALUES)),
});
export const planSchema = v.variant('kind', [
  v.object({ kind: v.literal('grid') }),
  v.object({ kind: v.literal('random'), trials: v.number(), seed: v.number() }),
]);
