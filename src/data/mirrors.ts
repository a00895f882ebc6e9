import type { DatasetId } from '../experiment/schema';
import { REGISTRY } from './registry';

type PublicId = Exclude<DatasetId, 'own'>;

/** What the first mirror sends for all of it, MB, rounded up: the gzip files; of CIFAR-10 the Parquet copies. */
export const DOWNLOAD_MEGABYTES: Readonly<Record<PublicId, number>> = {
  hillenbrand: 0.2,
  mnist: 12,
  'fashion-mnist': 31,
  cifar10: 144,
};

/** Where a data set's files may be fetched from, each host once, in the order in which they are asked. */
export function mirrorHosts(id: PublicId): readonly string[] {
  const { source } = REGISTRY[id];
  const urls =
    source.kind === 'vowels'
      ? source.original.urls
      : [source.train, source.test].flatMap((split) => [
          ...('images' in split ? [...split.images.urls, ...split.labels.urls] : []),
          ...split.parquet.urls,
        ]);
  return [...new Set(urls.map((url) => new URL(url).host))];
}
