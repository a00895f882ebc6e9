/** Fewest characters that are taken. */
export const PASSPHRASE_CHARACTERS = 12;

/**
 * How hard a passphrase is to guess, estimated: `weak` is refused, `fair` resists somebody who tries for days, `strong`
 * somebody who tries for years.
 */
export type Strength = 'weak' | 'fair' | 'strong';

/** Bits from which an estimate counts as fair and as strong, given what one guess costs (see passphrase-key.ts). */
const FAIR = 44;
const STRONG = 65;

/** Whoever attacks begins with these. */
const COMMON =
  /password|passwort|passphrase|qwert|azerty|letmein|welcome|iloveyou|abc|123|photonic|classified|secret|admin/gi;

export function strengthOf(passphrase: string): Strength {
  if (passphrase.length < PASSPHRASE_CHARACTERS) return 'weak';
  const bits = bitsOf(passphrase);
  if (bits < FAIR) return 'weak';
  return bits < STRONG ? 'fair' : 'strong';
}

/**
 * An estimate from above is of no use, so it is a careful one: words of a phrase count 11 bits each (of 2,048 common
 * ones), other runs by their kinds of characters, and what is repeated, counted on or common counts next to nothing.
 */
function bitsOf(passphrase: string): number {
  const text = passphrase.replaceAll(COMMON, '·');
  const words = new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length >= 3),
  );
  const isPhrase = words.size >= 3 && /^[\p{L}\p{P}\p{Z}]+$/u.test(text);
  if (isPhrase) return 11 * words.size;
  let effective = 0;
  for (let index = 0; index < text.length; index++) {
    const step = index === 0 ? Infinity : text.charCodeAt(index) - text.charCodeAt(index - 1);
    effective += Math.abs(step) <= 1 ? 0.2 : 1;
  }
  const repeated = new Set(text).size / text.length;
  return effective * Math.min(1, 1.6 * repeated) * Math.log2(alphabetOf(text));
}

function alphabetOf(text: string): number {
  const kinds = [
    [/[a-z]/, 18],
    [/[A-Z]/, 10],
    [/[0-9]/, 10],
    [/[^A-Za-z0-9]/, 16],
  ] as const;
  return kinds.reduce((sum, [pattern, size]) => sum + (pattern.test(text) ? size : 0), 2);
}
