import { PLAIN_LAYER } from './defaults';
import { ficonnVowels, fourierMnist } from './presets';
import type { Experiment, Layer } from './schema';

/** Small chips on which one thing about light can be seen, and meshes of other kinds. */

/** One mesh and nothing else: what it does is a matrix. */
function oneMesh(name: string, modes: number, classes: readonly string[], layer: Layer): Experiment {
  return {
    ...ficonnVowels,
    name,
    modes,
    task: { ...ficonnVowels.task, classes },
    encoder: {
      kind: 'columns',
      columns: ['f1', 'f2', 'f0', 'f1_80', 'f2_80'].slice(0, Math.min(5, modes)),
      modulation: 'amplitude',
      scale: 0.5,
    },
    layers: [layer],
  };
}

/** Two waveguides and one interferometer: the smallest chip there is. */
export const oneInterferometer = oneMesh('One interferometer', 2, ['iy', 'uw'], PLAIN_LAYER);

/** Four waveguides, six interferometers: every unitary of that size. */
export const fourierOfFour = oneMesh(
  'Fourier matrix on 4 waveguides',
  4,
  ['iy', 'ae', 'ah', 'uw'],
  PLAIN_LAYER,
);

/** Eight waveguides, every coupler wrong: what programming with known errors brings back. */
export const programmedWithErrors: Experiment = {
  ...oneMesh('Programming with splitter errors', 8, ficonnVowels.task.classes, PLAIN_LAYER),
  hardware: { ...ficonnVowels.hardware, preset: 'silicon-thermo-optic', splitterError: 0.1, die: 3 },
};

/** Cells of three splitters reach what two bad ones cannot (Hamerly et al., Nature Communications 13, 6831 (2022)). */
export const threeSplitterCells: Experiment = {
  ...oneMesh('Three splitters a cell', 8, ficonnVowels.task.classes, {
    ...PLAIN_LAYER,
    mesh: 'three-splitter',
  }),
  hardware: { ...ficonnVowels.hardware, preset: 'silicon-thermo-optic', splitterError: 0.25, die: 3 },
};

/** Push-pull shifters: meshes that are orthogonal matrices, on digits the studio draws itself. */
export const orthogonalMesh: Experiment = {
  ...fourierMnist,
  name: 'Orthogonal mesh, push-pull',
  task: { dataset: 'mnist', source: 'generated', classes: [] },
  modes: 16,
  layers: fourierMnist.layers.map((layer) => ({ ...layer, weights: 'real' as const })),
  training: { ...fourierMnist.training, epochs: 40, batchSize: 256 },
};
