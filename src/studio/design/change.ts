import type { DatasetId, Experiment, Layer } from '../../experiment/schema';
import { PRESETS } from '../../experiment/presets';
import { encoderOf } from '../../experiment/usual-layers';
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

/** A name that says what is learnt by what. */
function nameOf(dataset: DatasetId, { convolution }: Experiment, modes: number): string {
  const network = convolution === null ? words.change.modes(modes) : words.change.photonicConvolution;
  return `${datasetTitle(dataset)}, ${network}`;
}

/** Whether the user named the experiment: a name the studio gave must not outlive what it describes. */
function isOwnName(name: string): boolean {
  return !PRESETS.some((preset) => preset.name === name) && !words.change.given.test(name);
}

export function withLayer(experiment: Experiment, index: number, change: Partial<Layer>): Experiment {
  return {
    ...experiment,
    layers: experiment.layers.map((layer, i) => (i === index ? { ...layer, ...change } : layer)),
  };
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
