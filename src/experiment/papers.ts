import { FANG } from './papers/fang';
import { fengPaper } from './papers/feng';
import { ficonnPaper } from './papers/ficonn';
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
] as const;
export type PaperId = (typeof PAPER_IDS)[number];

/** What the page says of each. */
export const PAPERS: Readonly<Record<PaperId, Pick<Paper, 'title' | 'source' | 'published' | 'note'>>> = {
  ficonn: ficonnPaper,
  ...neurophoxPapers,
  fang: FANG,
  haar: {
    title: 'Haar-random meshes under splitter errors',
    source: 'Bandyopadhyay, Hamerly, Englund, Optica 8, 1247 (2021)',
    published:
      'An uncorrected mesh is off by √(2N)·σ; corrected one by one, its interferometers leave less than √(2/3)·N·σ².',
    note: 'Rectangular meshes of 8 to 64 modes, σ = 0.02 rad.',
  },
  williamson: WILLIAMSON,
  feng: fengPaper,
};
