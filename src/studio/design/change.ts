import type { DatasetId, Encoder, Experiment, Layer, Nonlinearity, Task } from '../../experiment/schema';
import { PRESETS, ficonnVowels } from '../../experiment/presets';
import { withLayers } from './convolution/change-convolution';
import { allClasses, datasetTitle, isImageDataset } from '../state/dataset-names';
import { fieldWords as words } from '../words/design-fields';

/** Edits of the experiment that must change several fields together to stay possible. Pure. */

/** Another data set: its classes, an encoder that fits it, and enough ports. */
export function withDataset(before: Experiment, dataset: DatasetId): Experiment {
  if (dataset === before.task.dataset) return before;
  // Only images can be convolved; what files of one's own are is not known yet.
  const experiment = isImageDataset(dataset) ? before : withLayers(before);
  const vowels = dataset === 'hillenbrand' ? ['iy', 'ih', 'eh', 'ae', 'ah', 'uw'] : [];
  const ports = dataset === 'own' ? 0 : vowels.length || allClasses({ ...experiment.task, dataset }).length;
  const isImage = isImageDataset(dataset);
  const fits = isImage === (experiment.encoder.kind !== 'columns');
  const encoder = fits ? experiment.encoder : encoderOf(isImage ? 'fourier' : 'columns');
  const columns = encoder.kind === 'columns' ? encoder.columns.length : 0;
  // The classes of a convolution are read from a matrix of its own.
  const needed = experiment.convolution === null ? Math.max(ports, columns) : 0;
  const modes = Math.max(experiment.modes, needed);
  return {
    ...experiment,
    name: isOwnName(experiment.name) ? experiment.name : nameOf(dataset, experiment, modes),
    task: {
      ...experiment.task,
      dataset,
      source: dataset === 'own' ? 'real' : experiment.task.source,
      classes: vowels,
    },
    encoder,
    modes,
  };
}

/** Published samples or the studio's own; a choice among classes that then have other names is dropped. */
export function withSource(experiment: Experiment, source: Task['source']): Experiment {
  const { task } = experiment;
  const names = allClasses({ ...task, source });
  const classes = task.classes.every((name) => names.includes(name)) ? task.classes : [];
  return { ...experiment, task: { ...task, source, classes } };
}

/** A name that says what is learnt by what. */
function nameOf(dataset: DatasetId, { convolution }: Experiment, modes: number): string {
  const network = convolution === null ? words.change.modes(modes) : words.change.photonicConvolution;
  return `${datasetTitle(dataset)}, ${network}`;
}

/** Whether the user named the experiment: a name the studio gave must not outlive what it describes. */
function isOwnName(name: string): boolean {
  return !PRESETS.some((preset) => preset.name === name) && !words.change.given.test(name);
}

/** An encoder of a kind with its usual constants. */
export function encoderOf(kind: Encoder['kind']): Encoder {
  if (kind === 'columns') return ficonnVowels.encoder;
  return kind === 'image' ? { kind } : { kind, scale: 2 };
}

/** A nonlinearity of a kind with the constants of the work it comes from. */
export function nonlinearityOf(kind: Nonlinearity['kind']): Nonlinearity {
  switch (kind) {
    case 'electro-optic':
      // Pai et al., neurophox MNIST example.
      return { kind, alpha: 0.1, g: 0.05 * Math.PI, phiB: Math.PI };
    case 'nofu':
      return { kind, kappa: 5, r: 0.6, a: 0.97 };
    case 'mod-relu':
      return { kind, threshold: 0.1 };
    case 'kerr':
      return { kind, g: 1 };
    case 'saturable-absorber':
      return { kind, sigmaTau: 1, t0: 0.5 };
    case 'none':
    case 'modulus':
    case 'power':
    case 'modulus-softplus':
      return { kind };
  }
}

export function withLayer(experiment: Experiment, index: number, change: Partial<Layer>): Experiment {
  return {
    ...experiment,
    layers: experiment.layers.map((layer, i) => (i === index ? { ...layer, ...change } : layer)),
  };
}

/** One more layer like the last hidden one, before the last. */
export function withAddedLayer(experiment: Experiment): Experiment {
  const { layers } = experiment;
  const model = layers.at(-2) ?? layers.at(-1);
  if (model === undefined) return experiment;
  return { ...experiment, layers: [...layers.slice(0, -1), model, ...layers.slice(-1)] };
}

export function withoutLayer(experiment: Experiment, index: number): Experiment {
  return { ...experiment, layers: experiment.layers.filter((_, i) => i !== index) };
}

/** Moves a layer one place towards the light (−1) or away from it. */
export function withMovedLayer(experiment: Experiment, index: number, by: -1 | 1): Experiment {
  const layers = [...experiment.layers];
  const [layer] = layers.splice(index, 1);
  if (layer !== undefined) layers.splice(index + by, 0, layer);
  return { ...experiment, layers };
}

/** The same experiment, whatever its name and seed are. */
export function isSamePreset(a: Experiment, b: Experiment): boolean {
  const bare = (experiment: Experiment): string => JSON.stringify({ ...experiment, name: '', seed: 0 });
  return bare(a) === bare(b);
}
