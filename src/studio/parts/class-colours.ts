/**
 * Colours of classes in scatter plots, never the only sign (names stand beside them): the eight of Okabe
 * and Ito, "Color Universal Design" (2008), without black, and four mixes of them.
 */
const COLOURS = [
  '#56b4e9',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#d55e00',
  '#0072b2',
  '#b8a814',
  '#8a7bd8',
  '#5fbf9f',
  '#a0743c',
  '#e08fb0',
  '#7a8fa6',
] as const;

export function classColour(label: number): string {
  return COLOURS[label % COLOURS.length] ?? COLOURS[0];
}
