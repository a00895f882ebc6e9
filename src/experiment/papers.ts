/** Published results that the studio reproduces. */
export const PAPER_IDS = [
  'ficonn',
  'neurophox-n36',
  'neurophox-n64',
  'neurophox-n144',
  'fang',
  'haar',
  'williamson',
  'feng',
  'cnn-mnist',
  'cnn-fashion',
  'cnn-cifar',
] as const;
export type PaperId = (typeof PAPER_IDS)[number];
