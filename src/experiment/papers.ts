import { cnnPapers } from './papers/cnn';
import { FANG } from './papers/fang';
import { fengPaper } from './papers/feng';
import { ficonnPaper } from './papers/ficonn';
import { HAAR } from './papers/haar';
import { neurophoxPapers } from './papers/neurophox';
import type { Paper } from './papers/paper';
import { WILLIAMSON } from './papers/williamson';

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

/** What the page says of each. */
export const PAPERS: Readonly<Record<PaperId, Pick<Paper, 'title' | 'source' | 'published' | 'note'>>> = {
  ficonn: ficonnPaper,
  ...neurophoxPapers,
  fang: FANG,
  haar: HAAR,
  williamson: WILLIAMSON,
  feng: fengPaper,
  ...cnnPapers,
};
