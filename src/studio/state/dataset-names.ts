import { REGISTRY, VOWEL_WORDS } from '../../data/registry';
import type { DatasetId, Experiment } from '../../experiment/schema';

/** All class names of a data set; unknown for the user's own until it is loaded. */
export function allClasses(dataset: DatasetId): readonly string[] {
  return dataset === 'own' ? [] : REGISTRY[dataset].classNames;
}

/** The experiment's classes in readout order. */
export function classesOf(experiment: Experiment): readonly string[] {
  return experiment.task.classes.length > 0 ? experiment.task.classes : allClasses(experiment.task.dataset);
}

export function datasetTitle(dataset: DatasetId): string {
  return dataset === 'own' ? 'Your own files' : REGISTRY[dataset].title;
}

/** Nominal number of training samples, to lay out a plan before the data is here. */
export function nominalTrainSamples(dataset: DatasetId): number {
  return { hillenbrand: 540, mnist: 60_000, 'fashion-mnist': 60_000, cifar10: 50_000, own: 1000 }[dataset];
}

/** Training and test images as published, or a sentence for the vowels. */
export function isImageDataset(dataset: DatasetId): boolean {
  return dataset === 'mnist' || dataset === 'fashion-mnist' || dataset === 'cifar10';
}

/** A class name with what helps to say it: "iy, as in heed". */
export function spokenClass(name: string): string {
  const word: string | undefined = (VOWEL_WORDS as Readonly<Record<string, string>>)[name];
  return word === undefined ? name : `${name}, as in ${word}`;
}
