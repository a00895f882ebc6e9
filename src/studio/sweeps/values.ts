import type { SettingKind } from '../../experiment/setting-kind';
import type { SweepValue } from '../../library/store/sweep-record';
import type { Fault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { readQuantity } from '../format/quantity';
import { plainNumber } from '../format/si';
import { sweepsWords } from '../words/sweeps';

/** How the values of one setting are told, as typed. */
export type ValuesDraft =
  | { readonly kind: 'list'; readonly text: string }
  | {
      readonly kind: 'range';
      readonly isLog: boolean;
      readonly from: string;
      readonly to: string;
      readonly count: string;
    }
  | { readonly kind: 'count'; readonly from: string; readonly count: string }
  | { readonly kind: 'chosen'; readonly chosen: readonly string[] };

/** Values of one setting. More do not fit a chart, and multiply with those of the others. */
export const MOST_VALUES = 200;

const words = sweepsWords.faults;

/** The values in the order of the text, each once; or what is wrong, where it was typed. */
export function readValues(
  draft: ValuesDraft,
  setting: { readonly name: string; readonly unit: string | undefined; readonly kind: SettingKind },
): Result<readonly SweepValue[]> {
  const { kind } = setting;
  switch (draft.kind) {
    case 'chosen':
      return draft.chosen.length === 0
        ? fault('no-values', words.noChoice(setting.name), words.noChoiceFix)
        : ok(kind.kind === 'switch' ? draft.chosen.map((each) => each === 'true') : [...draft.chosen]);
    case 'list':
      return readList(draft.text, setting);
    case 'range':
      return readRange(draft, setting);
    case 'count': {
      const from = number(draft.from, '');
      const count = number(draft.count, '');
      if (from === undefined || !Number.isInteger(from) || from < 0 || from > 0xffffffff)
        return fault('first', words.first(draft.from), words.firstFix);
      const few = checkCount(count, draft.count, 1);
      if (few !== undefined) return fail(few);
      return ok(Array.from({ length: count! }, (_, index) => (from + index) >>> 0));
    }
  }
}

type Setting = Parameters<typeof readValues>[1];

function readList(text: string, { name, unit = '', kind }: Setting): Result<readonly SweepValue[]> {
  const parts = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return fault('no-values', words.noValues(name), words.noValuesFix);
  const values: number[] = [];
  for (const part of parts) {
    const value = number(part, unit);
    if (value === undefined) return fault('not-a-number', words.notANumber(part.slice(0, 24)), words.listFix);
    const outside = checkBounds(value, part, kind);
    if (outside !== undefined) return fail(outside);
    if (!values.includes(value)) values.push(value);
  }
  if (values.length > MOST_VALUES)
    return fault('too-many', words.tooManyValues(values.length, MOST_VALUES), words.tooManyFix);
  return ok(values);
}

function readRange(
  draft: Extract<ValuesDraft, { kind: 'range' }>,
  { unit = '', kind }: Setting,
): Result<readonly SweepValue[]> {
  const [from, to, count] = [number(draft.from, unit), number(draft.to, unit), number(draft.count, '')];
  for (const [value, text] of [
    [from, draft.from],
    [to, draft.to],
  ] as const) {
    if (value === undefined) return fault('not-a-number', words.notANumber(text.slice(0, 24)), words.listFix);
    const outside = checkBounds(value, text, { ...kind, isWhole: false } as SettingKind);
    if (outside !== undefined) return fail(outside);
  }
  const few = checkCount(count, draft.count, 2);
  if (few !== undefined) return fail(few);
  if (draft.isLog && !(from! > 0 && to! > 0)) return fault('log', words.log, words.logFix);
  if (from === to) return fault('empty-range', words.emptyRange, words.emptyRangeFix);
  const isWhole = kind.kind === 'number' && kind.isWhole;
  const all = Array.from({ length: count! }, (_, index) => {
    const share = index / (count! - 1);
    const value = draft.isLog ? from! * (to! / from!) ** share : from! + share * (to! - from!);
    return isWhole ? Math.round(value) : Number(value.toPrecision(6));
  });
  return ok([...new Set(all)]);
}

function number(text: string, unit: string): number | undefined {
  const reading = readQuantity(text, unit);
  return reading.kind === 'value' && Number.isFinite(reading.value) ? reading.value : undefined;
}

function checkCount(count: number | undefined, text: string, least: number): Fault | undefined {
  if (count !== undefined && Number.isInteger(count) && count >= least && count <= MOST_VALUES)
    return undefined;
  return {
    code: 'studio/sweep-count',
    message: words.count(text.slice(0, 24)),
    fix: words.countFix(least, MOST_VALUES),
  };
}

function checkBounds(value: number, text: string, kind: SettingKind): Fault | undefined {
  if (kind.kind !== 'number') return undefined;
  if (kind.isWhole && !Number.isInteger(value))
    return { code: 'studio/sweep-whole', message: words.whole(text.slice(0, 24)), fix: words.wholeFix };
  if (value >= kind.low && value <= kind.high) return undefined;
  return {
    code: 'studio/sweep-bounds',
    message: words.bounds(text.slice(0, 24)),
    fix: words.boundsFix(plainNumber(kind.low), plainNumber(kind.high)),
  };
}

function fault(code: string, message: string, fix: string): Result<never> {
  return fail({ code: `studio/sweep-${code}`, message, fix });
}
