/**
 * Cyclic colour map for phases. Eight equally spaced samples of "twilight" (B. Bechtold, in matplotlib
 * since 3.0, CC0): light and dark ends with equal lightness on the blue and on the red way between them,
 * so it reads in grey and with colour-blind eyes.
 */
const STOPS = [
  '#e2d9e2',
  '#95b5c7',
  '#6276ba',
  '#592a8f',
  '#2f1436',
  '#741e4f',
  '#b25652',
  '#cca389',
] as const;

const TABLE_SIZE = 256;

export type Rgb = readonly [red: number, green: number, blue: number];

const TABLE: readonly Rgb[] = Array.from({ length: TABLE_SIZE }, (_, index) =>
  blend((index * STOPS.length) / TABLE_SIZE),
);
const CSS_TABLE: readonly string[] = TABLE.map(([r, g, b]) => `rgb(${r} ${g} ${b})`);
const INK_TABLE: readonly string[] = TABLE.map((rgb) => (luminance(rgb) > 0.2 ? '#141922' : '#ffffff'));

/** Colour of an angle in radians; every full turn is the same colour. */
export function phaseRgb(radians: number): Rgb {
  return TABLE[indexOf(radians)] ?? [0, 0, 0];
}

export function phaseCss(radians: number): string {
  return CSS_TABLE[indexOf(radians)] ?? '#000';
}

/** Colour of the hand drawn on a disc of this phase: the one of dark and light that contrasts more. */
export function phaseInk(radians: number): string {
  return INK_TABLE[indexOf(radians)] ?? '#fff';
}

/** Relative luminance, WCAG 2.2. */
export function luminance([r, g, b]: Rgb): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio of two colours, WCAG 2.2. */
export function contrast(first: Rgb, second: Rgb): number {
  const high = Math.max(luminance(first), luminance(second));
  const low = Math.min(luminance(first), luminance(second));
  return (high + 0.05) / (low + 0.05);
}

function indexOf(radians: number): number {
  const turn = radians / (2 * Math.PI);
  const index = Math.floor((turn - Math.floor(turn)) * TABLE_SIZE);
  return Number.isFinite(index) ? index % TABLE_SIZE : 0;
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function blend(position: number): Rgb {
  const from = Math.floor(position) % STOPS.length;
  const share = position - Math.floor(position);
  const a = parse(STOPS[from] ?? STOPS[0]);
  const b = parse(STOPS[(from + 1) % STOPS.length] ?? STOPS[0]);
  return [0, 1, 2].map((i) => Math.round((a[i] ?? 0) * (1 - share) + (b[i] ?? 0) * share)) as unknown as Rgb;
}

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
