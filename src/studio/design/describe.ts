import type { Experiment, Layer, Nonlinearity } from '../../experiment/schema';
import { fieldWords as words } from '../words/design-fields';

export const NONLINEARITY_NAMES: Readonly<Record<Nonlinearity['kind'], string>> = {
  none: 'None',
  'electro-optic': 'Electro-optic',
  nofu: words.describe.nofuRing,
  'mod-relu': 'modReLU',
  kerr: 'Kerr',
  modulus: words.describe.modulusZ,
  power: words.describe.powerZ,
  'modulus-softplus': words.describe.modulusSoftplus,
  'saturable-absorber': words.describe.saturableAbsorber,
};

export const FORM_NAMES: Readonly<Record<Layer['form'], string>> = {
  u: 'U',
  'u-diag': words.describe.uDiag,
  usv: 'U · Σ · V†',
};

/** e.g. "6 modes · 3 layers · NOFU ring", or "tiles of 16 modes · 2 stages, complex". */
export function describeChip(experiment: Experiment): string {
  const { convolution } = experiment;
  if (convolution !== null) {
    const count = convolution.stages.length;
    return `tiles of ${experiment.modes} modes · ${count} ${count === 1 ? 'stage' : 'stages'}, ${convolution.weights}`;
  }
  const kinds = [
    ...new Set(experiment.layers.map((layer) => layer.nonlinearity.kind).filter((kind) => kind !== 'none')),
  ];
  const layers = experiment.layers.length;
  return [
    `${experiment.modes} modes`,
    `${layers} ${layers === 1 ? 'layer' : 'layers'}`,
    ...kinds.map((kind) => NONLINEARITY_NAMES[kind]),
  ].join(' · ');
}
