import type { Experiment, Layer, Nonlinearity } from '../../experiment/schema';

export const NONLINEARITY_NAMES: Readonly<Record<Nonlinearity['kind'], string>> = {
  none: 'None',
  'electro-optic': 'Electro-optic',
  nofu: 'NOFU ring',
  'mod-relu': 'modReLU',
  kerr: 'Kerr',
  modulus: 'Modulus |z|',
  power: 'Power |z|²',
  'modulus-softplus': 'Modulus softplus',
  'saturable-absorber': 'Saturable absorber',
};

export const FORM_NAMES: Readonly<Record<Layer['form'], string>> = {
  u: 'U',
  'u-diag': 'U · diag',
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
