import type { Model, ModelVersion } from '../../library/models/model-records';
import type { Account } from '../account/account-store';
import type { ModelSort } from './list-store';
import { titleOfModel } from './models-store';
import { isVisible } from './rights';

type Versions = ReadonlyMap<string, readonly ModelVersion[]>;

/** What a person sees of the library. */
export interface Listing {
  /** That pass search and tag, in order. */
  readonly shown: readonly Model[];
  /** That are not deleted and belong to whoever is there. */
  readonly kept: readonly Model[];
  readonly deleted: readonly Model[];
  /** Models of other accounts. */
  readonly hidden: number;
  /** All tags in use, sorted. */
  readonly tags: readonly string[];
}

export function listingOf(
  models: readonly Model[],
  versions: Versions,
  account: Account,
  { text, tag, sort }: { readonly text: string; readonly tag: string | undefined; readonly sort: ModelSort },
): Listing {
  const visible = models.filter((model) => isVisible(account, model));
  const kept = visible.filter(({ deletedAt }) => deletedAt === undefined);
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const passes = (model: Model): boolean =>
    (tag === undefined || model.tags.includes(tag)) && matches(model, versions.get(model.id), words);
  return {
    shown: sorted(kept.filter(passes), versions, sort),
    kept,
    deleted: visible
      .filter(({ deletedAt }) => deletedAt !== undefined)
      .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0)),
    hidden: models.length - visible.length,
    tags: [...new Set(kept.flatMap(({ tags }) => tags))].sort(),
  };
}

function matches(
  model: Model,
  versions: readonly ModelVersion[] | undefined,
  words: readonly string[],
): boolean {
  if (words.length === 0) return true;
  const latest = versions?.[0]?.summary;
  const whole = [titleOfModel(model), model.note, ...model.tags, latest?.experiment, latest?.dataset]
    .join(' ')
    .toLowerCase();
  return words.every((word) => whole.includes(word));
}

function sorted(models: readonly Model[], versions: Versions, sort: ModelSort): readonly Model[] {
  // What was not measured comes last.
  const accuracy = ({ id }: Model): number => versions.get(id)?.[0]?.summary.accuracy ?? -1;
  return models.toSorted((a, b) => {
    switch (sort) {
      case 'changed':
        return b.updatedAt - a.updatedAt;
      case 'created':
        return b.createdAt - a.createdAt;
      case 'accuracy':
        return accuracy(b) - accuracy(a) || b.updatedAt - a.updatedAt;
      case 'name':
        return titleOfModel(a).localeCompare(titleOfModel(b), 'en', { numeric: true });
    }
  });
}
