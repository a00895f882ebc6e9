import type { HaarSettings } from '../../photonics/experiments/haar-statistics';
import type { Paper } from './paper';

/** How random matrices suffer from coupler errors, and what local correction leaves. */
export const HAAR: Pick<Paper, 'title' | 'source' | 'published' | 'note'> = {
  title: 'Haar-random meshes under splitter errors',
  source: 'Bandyopadhyay, Hamerly, Englund, Optica 8, 1247 (2021)',
  published:
    'An uncorrected mesh is off by √(2N)·σ; corrected one by one, its interferometers leave less than √(2/3)·N·σ².',
  note: 'Rectangular meshes of 8 to 64 modes, σ = 0.02 rad; the mean of 200 matrices, each on a die of its own.',
};

export const HAAR_SETTINGS: HaarSettings = { modes: [8, 16, 32, 64], sigma: 0.02, draws: 200, seed: 1 };

/** Percent by which the uncorrected error may miss its law. */
export const HAAR_TOLERANCE = 10;
