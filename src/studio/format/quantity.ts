import { evaluate } from './expression';

/** How a ratio without a unit may be given in decibels: of power (10 per decade), or of field (20). */
export type Decibels = 'power' | 'amplitude';

/** What was read, in the field's unit; or why nothing was. */
export type Reading =
  | { readonly kind: 'value'; readonly value: number; readonly isPlain: boolean }
  | { readonly kind: 'no-number' }
  | { readonly kind: 'other-unit'; readonly unit: string };

const PREFIXES: Readonly<Record<string, number>> = {
  f: 1e-15,
  p: 1e-12,
  n: 1e-9,
  µ: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
};

/** Units that take prefixes; those of a quotient, "A/W" and "J/bit", are known by what is above the line. */
const BASES = ['rad', 'm', 'W', 'Hz', 's', 'J', 'V', 'A', 'Ω', 'K', 'F'];

const ANGLES: Readonly<Record<string, number>> = {
  deg: Math.PI / 180,
  '°': Math.PI / 180,
  turn: 2 * Math.PI,
  turns: 2 * Math.PI,
};

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads a quantity as people type it into a field: a number, an expression with π, with or without a unit.
 * A prefix alone counts the unit without its prefix: "1.55u" in a field in µm is 1.55, "500M" in one in GHz is 0.5;
 * where there is no such unit it multiplies the number. Without any suffix the number is in the field's unit.
 * @param unit of the field, e.g. "µm"; undefined for a number without one
 */
export function readQuantity(text: string, unit = '', decibels?: Decibels): Reading {
  const trimmed = text.trim();
  const [number, suffix] = split(trimmed);
  const value = evaluate(number);
  if (value === undefined) return { kind: 'no-number' };
  const converted = convert(value, suffix, unit, decibels);
  if (converted === undefined) return { kind: 'other-unit', unit: suffix };
  if (!Number.isFinite(converted)) return { kind: 'no-number' };
  return { kind: 'value', value: converted, isPlain: PLAIN.test(trimmed.replace('−', '-')) };
}

/** The expression, and the letters behind it that are no part of it. */
function split(text: string): readonly [string, string] {
  const match = /^(.*?)\s*([a-zµμΩ°%Ω×][a-zµμΩ°%Ω×/√]*)?$/isu.exec(text);
  const number = match?.[1] ?? '';
  const suffix = match?.[2] ?? '';
  // "0.25pi" and "2π rad": π belongs to the number.
  const pi = /^pi/i.test(suffix) ? suffix.slice(0, 2) : '';
  return [number + pi, tidy(suffix.slice(pi.length))];
}

/** One spelling for the same unit. */
function tidy(unit: string): string {
  return unit
    .trim()
    .replace(/[uμ](?=$|[a-zA-ZΩ])/, 'µ')
    .replace(/Ω|ohms?$/i, 'Ω');
}

function convert(
  value: number,
  suffix: string,
  unit: string,
  decibels: Decibels | undefined,
): number | undefined {
  if (suffix === '' || suffix === unit) return value;
  const field = scaleOf(unit);
  if (field.base === 'rad' && Object.hasOwn(ANGLES, suffix))
    return (value * (ANGLES[suffix] ?? 1)) / field.scale;
  if (Object.hasOwn(PREFIXES, suffix)) return (value * (PREFIXES[suffix] ?? 1)) / field.scale;
  if (suffix === '%' && unit === '') return value / 100;
  if (suffix === 'dB' && decibels !== undefined) return 10 ** (value / (decibels === 'power' ? 10 : 20));
  if (suffix === 'dBm' && field.base === 'W') return (1e-3 * 10 ** (value / 10)) / field.scale;
  const typed = scaleOf(suffix);
  if (unit === 'dBm' && typed.base === 'W') return 10 * Math.log10((value * typed.scale) / 1e-3);
  return typed.base === field.base && field.base !== '' ? (value * typed.scale) / field.scale : undefined;
}

/** "GHz" is 10⁹ of "Hz"; what takes no prefix is its own base. */
function scaleOf(unit: string): { readonly base: string; readonly scale: number } {
  if (isBase(unit)) return { base: unit, scale: 1 };
  const [prefix = '', ...rest] = unit;
  const base = rest.join('');
  const scale = Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
  return scale !== undefined && isBase(base) ? { base, scale } : { base: unit, scale: 1 };
}

function isBase(unit: string): boolean {
  return BASES.includes(unit.split('/')[0] ?? '');
}
