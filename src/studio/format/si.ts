/** Numbers for people: SI prefixes and three significant figures, so that nothing jitters. */

const PREFIXES = ['f', 'p', 'n', 'µ', 'm', '', 'k', 'M', 'G', 'T'] as const;
const FIRST_EXPONENT = -15;

/** Thin space between a number and its unit (ISO 80000-1 asks for a space). */
export const THIN = '\u202f';
/** What stands where a number is not known yet. */
export const UNKNOWN = '–';

/** A value split into its number and prefixed unit, e.g. ["410", "ps"]. */
export function siParts(value: number, unit: string, digits = 3): readonly [string, string] {
  if (!Number.isFinite(value)) return [UNKNOWN, unit];
  if (value === 0) return ['0', unit];
  const magnitude = Number(Math.abs(value).toPrecision(digits));
  const step = Math.floor(Math.log10(magnitude) / 3 + 1e-12);
  const index = Math.min(PREFIXES.length - 1, Math.max(0, step - FIRST_EXPONENT / 3));
  const scaled = value / 10 ** (3 * index + FIRST_EXPONENT);
  return [significant(scaled, digits), `${PREFIXES[index] ?? ''}${unit}`];
}

/** e.g. formatSi(4.1e-10, 's') = "410 ps". */
export function formatSi(value: number | undefined, unit: string, digits = 3): string {
  if (value === undefined) return UNKNOWN;
  const [number, prefixed] = siParts(value, unit, digits);
  return prefixed === '' ? number : `${number}${THIN}${prefixed}`;
}

/** Fixed number of significant figures without exponents, e.g. 0.05 with 3 is "0.0500". */
export function significant(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  if (value === 0) return (0).toFixed(digits - 1);
  const rounded = Number(value.toPrecision(digits));
  const whole = Math.floor(Math.log10(Math.abs(rounded))) + 1;
  return rounded.toFixed(Math.min(20, Math.max(0, digits - whole)));
}

/** A fraction 0…1 as a percentage with one decimal; exactly "100" and "0" at the ends. */
export function formatPercent(fraction: number | undefined, decimals = 1): string {
  if (fraction === undefined || !Number.isFinite(fraction)) return UNKNOWN;
  if (fraction === 1 || fraction === 0) return `${100 * fraction}${THIN}%`;
  return `${(100 * fraction).toFixed(decimals)}${THIN}%`;
}

/** Seconds as m:ss, or h:mm:ss from an hour on. */
export function formatClock(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return UNKNOWN;
  const total = Math.round(seconds);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(total % 60)}` : `${minutes}:${pad(total % 60)}`;
}

const INTEGER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A count with thousands separated, e.g. "60,000". */
export function formatCount(value: number): string {
  return INTEGER.format(value);
}

/** A radian angle as a multiple of π, e.g. "0.500 π". */
export function formatAngle(radians: number, digits = 3): string {
  return `${(radians / Math.PI).toFixed(digits)}${THIN}π`;
}

/** The shortest text that reads back as this number to twelve figures. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** What a field shows of a number: whole ones exactly, others with six figures. */
export function fieldNumber(value: number): string {
  return Number.isInteger(value) ? plainNumber(value) : String(Number(value.toPrecision(6)));
}
