import { classNamesOf } from '../../data/class-names';
import { DATASETS, VOWEL_WORDS } from '../../data/dataset-titles';
import type { DatasetId, Experiment, Task } from '../../experiment/schema';
import type { ImageShape } from '../../learning/convolution/plan';
import { dataWords } from '../words/data';

/** All class names of a task's samples; unknown for the user's own until they are loaded. */
export function allClasses({ dataset, source }: Pick<Task, 'dataset' | 'source'>): readonly string[] {
  return classNamesOf(dataset, source) ?? [];
}

/** The experiment's classes in readout order. */
export function classesOf(experiment: Experiment): readonly string[] {
  return experiment.task.classes.length > 0 ? experiment.task.classes : allClasses(experiment.task);
}

export function datasetTitle(dataset: DatasetId): string {
  return dataset === 'own' ? dataWords.ownFiles : DATASETS[dataset].title;
}

/** Nominal number of training samples, to lay out a plan before the data is here. */
export function nominalTrainSamples(dataset: DatasetId): number {
  return { hillenbrand: 540, mnist: 60_000, 'fashion-mnist': 60_000, cifar10: 50_000, own: 1000 }[dataset];
}

/** Nominal shape of its images, to lay out a network before the data is here. */
export function imageShapeOf(dataset: DatasetId): ImageShape {
  return dataset === 'cifar10'
    ? { channels: 3, height: 32, width: 32 }
    : { channels: 1, height: 28, width: 28 };
}

export function isImageDataset(dataset: DatasetId): boolean {
  return dataset === 'mnist' || dataset === 'fashion-mnist' || dataset === 'cifar10';
}

/** A class name with what helps to say it: "iy, as in heed". */
export function spokenClass(name: string): string {
  const words: Readonly<Record<string, string>> = VOWEL_WORDS;
  // A link may name a class after something every object has, like "constructor".
  return Object.hasOwn(words, name) ? dataWords.spoken(name, words[name] ?? '') : name;
}
