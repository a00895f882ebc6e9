import type { Experiment } from '../../experiment/schema';
import { isImageDataset } from '../state/dataset-names';

/** Where a setting of the experiment has its field: what must be unfolded, and when there is one. */
interface SettingPlace {
  readonly section: string;
  /** A disclosure within the section. */
  readonly fold?: string;
  readonly when?: (experiment: Experiment) => boolean;
}

const hasLayers = ({ convolution }: Experiment): boolean => convolution === null;
const hasStages = ({ convolution }: Experiment): boolean => convolution !== null;
const isAdam = ({ training }: Experiment): boolean => training.optimiser.kind === 'adam';
const reads = ({ hardware }: Experiment): boolean => hardware.detection !== null;

/**
 * Settings with a field of their own in the design, by their path in the experiment; those of single layers and stages
 * are found by the network's canvas.
 */
export const SETTINGS = {
  'task.dataset': { section: 'task' },
  'task.source': { section: 'task', when: ({ task }) => task.dataset !== 'own' },
  'task.classes': { section: 'task' },
  'encoder.kind': {
    section: 'encoder',
    when: ({ task, convolution }) => convolution === null && isImageDataset(task.dataset),
  },
  'encoder.columns': { section: 'encoder', when: ({ encoder }) => encoder.kind === 'columns' },
  'encoder.modulation': { section: 'encoder', when: ({ encoder }) => encoder.kind === 'columns' },
  'encoder.scale': { section: 'encoder', when: hasLayers },
  modes: { section: 'chip' },
  seed: { section: 'chip' },
  'readout.normalise': { section: 'readout', when: hasLayers },
  'readout.loss': { section: 'readout', when: hasLayers },
  'readout.scale': { section: 'readout', when: hasLayers },
  'convolution.weights': { section: 'convolution', when: hasStages },
  'convolution.mesh': { section: 'convolution', when: hasStages },
  'convolution.head': { section: 'convolution', when: hasStages },
  'convolution.hidden': { section: 'convolution', when: hasStages },
  'convolution.augmentation.shift': { section: 'convolution', fold: 'augmentation', when: hasStages },
  'convolution.augmentation.flip': { section: 'convolution', fold: 'augmentation', when: hasStages },
  'convolution.smoothing': { section: 'convolution', fold: 'augmentation', when: hasStages },
  'training.method.kind': { section: 'training' },
  'training.learningRate': { section: 'training' },
  'training.batchSize': { section: 'training' },
  'training.epochs': { section: 'training' },
  'training.optimiser.kind': { section: 'training', fold: 'optimiser' },
  'training.optimiser.momentum': {
    section: 'training',
    fold: 'optimiser',
    when: (experiment) => !isAdam(experiment),
  },
  'training.optimiser.beta1': { section: 'training', fold: 'optimiser', when: isAdam },
  'training.optimiser.beta2': { section: 'training', fold: 'optimiser', when: isAdam },
  'training.optimiser.epsilon': { section: 'training', fold: 'optimiser', when: isAdam },
  'training.schedule': { section: 'training', fold: 'optimiser' },
  'training.initial': { section: 'training', fold: 'phases' },
  'training.range.kind': { section: 'training', fold: 'phases' },
  'hardware.preset': { section: 'hardware' },
  'hardware.splitterError': { section: 'hardware', fold: 'fabrication' },
  'hardware.phaseError': { section: 'hardware', fold: 'fabrication' },
  'hardware.die': { section: 'hardware', fold: 'fabrication' },
  'hardware.insertionLoss': { section: 'hardware', fold: 'loss' },
  'hardware.crossingLoss': { section: 'hardware', fold: 'loss' },
  'hardware.propagationLoss': { section: 'hardware', fold: 'loss' },
  'hardware.quantisation.bits': { section: 'hardware', fold: 'phase-setting' },
  'hardware.crosstalk.strength': { section: 'hardware', fold: 'phase-setting' },
  'hardware.drift': { section: 'hardware', fold: 'phase-setting' },
  'hardware.phaseNoise': { section: 'hardware', fold: 'phase-setting' },
  'hardware.splitterNoise': { section: 'hardware', fold: 'phase-setting' },
  'hardware.detection': { section: 'hardware', fold: 'detection' },
  'hardware.detection.power': { section: 'hardware', fold: 'detection', when: reads },
  'hardware.detection.responsivity': { section: 'hardware', fold: 'detection', when: reads },
  'hardware.detection.bandwidth': { section: 'hardware', fold: 'detection', when: reads },
  'hardware.detection.shot': { section: 'hardware', fold: 'detection', when: reads },
  'hardware.detection.rin': { section: 'hardware', fold: 'detection', when: reads },
} as const satisfies Readonly<Record<string, SettingPlace>>;

export type SettingId = keyof typeof SETTINGS;

export const SETTING_IDS = Object.keys(SETTINGS) as readonly SettingId[];

export function placeOfSetting(id: SettingId): SettingPlace {
  return SETTINGS[id];
}

/** Whether the experiment has this setting, so that its field is there. */
export function hasSetting(experiment: Experiment, id: SettingId): boolean {
  return placeOfSetting(id).when?.(experiment) ?? true;
}
