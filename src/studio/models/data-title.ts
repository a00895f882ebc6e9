import { DATASETS } from '../../data/dataset-titles';
import { dataWords } from '../words/data';
import { trainingWords } from '../words/training';

/** What people call a data set by its id; models from newer studios may name others. */
export function dataTitle(id: string): string {
  if (id === 'own') return dataWords.ownFiles;
  const known: Readonly<Record<string, { readonly title: string }>> = DATASETS;
  return Object.hasOwn(known, id) ? known[id]!.title : id;
}

/** What people call a backend by its id. */
export function backendTitle(id: string): string {
  const known: Readonly<Record<string, string>> = trainingWords.figures.places;
  return Object.hasOwn(known, id) ? known[id]! : id;
}
