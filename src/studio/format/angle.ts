/** Angles as people type them. */

const NUMBER = String.raw`(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?`;
const OF_PI = new RegExp(String.raw`^([+-]?)(${NUMBER})?\s*[*·]?\s*(?:π|pi)(?:\s*/\s*(${NUMBER}))?$`, 'i');
const WITH_UNIT = new RegExp(
  String.raw`^([+-]?)(${NUMBER})(?:\s*/\s*(${NUMBER}))?\s*(rad|deg|°|turns?|)$`,
  'i',
);

const RADIANS: Readonly<Record<string, number>> = {
  '': 1,
  rad: 1,
  deg: Math.PI / 180,
  '°': Math.PI / 180,
  turn: 2 * Math.PI,
  turns: 2 * Math.PI,
};

/**
 * Radians of "0.25π", "pi/4", "3π/4", "45deg", "45°", "0.125 turns", "0.785" or "1/3"; undefined for anything else that is no
 * finite angle.
 */
export function parseAngle(text: string): number | undefined {
  const tidy = text.trim().replace(/−/g, '-');
  const ofPi = OF_PI.exec(tidy);
  if (ofPi) return finite(sign(ofPi[1]) * number(ofPi[2] ?? '1') * Math.PI, ofPi[3]);
  const plain = WITH_UNIT.exec(tidy);
  if (!plain) return undefined;
  const unit = RADIANS[(plain[4] ?? '').toLowerCase()] ?? Number.NaN;
  return finite(sign(plain[1]) * number(plain[2] ?? '') * unit, plain[3]);
}

function finite(value: number, divisor: string | undefined): number | undefined {
  const angle = divisor === undefined ? value : value / number(divisor);
  return Number.isFinite(angle) ? angle : undefined;
}

function number(text: string): number {
  return Number(text.replace(',', '.'));
}

function sign(text: string | undefined): 1 | -1 {
  return text === '-' ? -1 : 1;
}

/** The same angle in 0 … 2π. */
export function wrapAngle(angle: number): number {
  const turn = 2 * Math.PI;
  const within = angle - turn * Math.floor(angle / turn);
  return within < turn ? within : 0;
}

/** An angle for a field, as a multiple of π with up to four decimals: "0.25π", "0", "1.3333π". */
export function angleText(angle: number): string {
  const share = Number((wrapAngle(angle) / Math.PI).toFixed(4));
  return share === 0 ? '0' : `${share}π`;
}
