import type { Experiment, Layer, Nonlinearity } from '../../experiment/schema';
import { fieldWords as words } from '../words/design-fields';

export const NONLINEARITY_NAMES: Readonly<Record<Nonlinearity['kind'], string>> = {
  none: words.describe.none,
  'electro-optic': words.describe.electroOptic,
  nofu: words.describe.nofuRing,
  'mod-relu': words.describe.modRelu,
  kerr: words.describe.kerr,
  modulus: words.describe.modulusZ,
  power: words.describe.powerZ,
  'modulus-softplus': words.describe.modulusSoftplus,
  'saturable-absorber': words.describe.saturableAbsorber,
};

export const FORM_NAMES: Readonly<Record<Layer['form'], string>> = {
  u: words.describe.u,
  'u-diag': words.describe.uDiag,
  usv: words.describe.usv,
};

/** e.g. "6 modes · 3 layers · NOFU ring", or "tiles of 16 modes · 2 stages, complex". */
export function describeChip(experiment: Experiment): string {
  const { convolution } = experiment;
  if (convolution !== null) {
    return words.describe.tiles(experiment.modes, convolution.stages.length, convolution.weights);
  }
  const kinds = [
    ...new Set(experiment.layers.map((layer) => layer.nonlinearity.kind).filter((kind) => kind !== 'none')),
  ];
  return [
    words.describe.modes(experiment.modes),
    words.describe.layers(experiment.layers.length),
    ...kinds.map((kind) => NONLINEARITY_NAMES[kind]),
  ].join(' · ');
}
