import { create } from 'zustand';

export const MODEL_SORTS = ['changed', 'name', 'accuracy', 'created'] as const;
export type ModelSort = (typeof MODEL_SORTS)[number];

/** How the models are looked at right now; forgotten with the page. */
interface ModelList {
  readonly text: string;
  /** Undefined: all of them. */
  readonly tag: string | undefined;
  readonly sort: ModelSort;
  /** The model whose versions are shown. */
  readonly at: string | undefined;
  /** The version of it that is shown; undefined: the newest. */
  readonly version: string | undefined;
  /** The version it is compared with; undefined: the one it was made from. */
  readonly against: string | undefined;
  /** On a phone one part of the screen at a time. */
  readonly tab: 'list' | 'model';
  /** What is being saved as a model: the chip, or a run by its id. */
  readonly saving: { readonly run: string | undefined };
}

export const useModelList = create<ModelList>()(() => ({
  text: '',
  tag: undefined,
  sort: 'changed',
  at: undefined,
  version: undefined,
  against: undefined,
  tab: 'list',
  saving: { run: undefined },
}));

export function goToModel(at: string | undefined): void {
  useModelList.setState({ at, version: undefined, against: undefined });
}

export function goToVersion(version: string): void {
  useModelList.setState({ version, against: undefined });
}
