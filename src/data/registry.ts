import type { DatasetId } from '../experiment/schema';
import { CIFAR_ABSENT } from './cifar-absent';
import { CIFAR_RECORD } from './cifar';
import { DATASETS } from './dataset-titles';

/**
 * What the studio knows about each public data set: its files, how many bytes they decode to, the
 * SHA-256 of those bytes, and where copies can be fetched across origins.
 *
 * The hashes were computed from files whose MD5 equals the published ones (MNIST, Fashion-MNIST), whose
 * statistics reproduce the author's (Hillenbrand), or whose pixels agree between independent copies
 * (CIFAR-10). raw.githubusercontent.com, cdn.jsdelivr.net and huggingface.co answer cross-origin
 * requests. No mirror could be downloaded from where this was written: that the fgnt, zalandoresearch,
 * kleinschmidt and Hugging Face paths exist is known from public code that uses them; the jsDelivr ones
 * follow from jsDelivr's rule (it refuses repositories above its size limit, which may hit
 * Fashion-MNIST). A mirror that fails or serves other bytes is skipped, never trusted.
 */
export interface DataFile {
  /** Path under `/data/` and in the cache, decoded. */
  readonly path: string;
  readonly decodedBytes: number;
  /** Of the decoded bytes. */
  readonly sha256: string;
  readonly urls: readonly string[];
  /** Records missing from the hashed copy; a complete file is accepted too (see cifar-absent.ts). */
  readonly absent?: readonly (readonly [number, number])[];
}

/** A split as Parquet rows of (image, label), the way Hugging Face serves image sets. */
export interface ParquetImages {
  readonly urls: readonly string[];
  readonly imageColumn: string;
  readonly rows: number;
}

export interface IdxSource {
  readonly kind: 'idx';
  readonly train: { readonly images: DataFile; readonly labels: DataFile; readonly parquet: ParquetImages };
  readonly test: { readonly images: DataFile; readonly labels: DataFile; readonly parquet: ParquetImages };
}

export interface CifarSource {
  readonly kind: 'cifar';
  readonly train: { readonly batches: readonly DataFile[]; readonly parquet: ParquetImages };
  readonly test: { readonly batches: readonly DataFile[]; readonly parquet: ParquetImages };
}

export interface VowelSource {
  readonly kind: 'vowels';
  /** The author's file, and the same measurements as CSV. Either will do. */
  readonly original: DataFile;
  readonly csv: DataFile;
}

export interface DatasetEntry {
  readonly title: string;
  readonly classNames: readonly string[];
  readonly source: IdxSource | CifarSource | VowelSource;
  /** Original file names a user can drop in, for faults. */
  readonly dropNames: string;
}

function github(repository: string, branch: string, path: string): string[] {
  return [
    `https://raw.githubusercontent.com/${repository}/${branch}/${path}`,
    `https://cdn.jsdelivr.net/gh/${repository}@${branch}/${path}`,
  ];
}

function huggingFace(repository: string, path: string): string[] {
  return [`https://huggingface.co/datasets/${repository}/resolve/main/${path}`];
}

function idxFiles(
  folder: string,
  repository: string,
  path: string,
  hashes: readonly [string, string, string, string],
) {
  const file = (name: string, decodedBytes: number, sha256: string): DataFile => ({
    path: `${folder}/${name}.gz`,
    decodedBytes,
    sha256,
    urls: github(repository, 'master', `${path}${name}.gz`),
  });
  return {
    trainImages: file('train-images-idx3-ubyte', 47_040_016, hashes[0]),
    trainLabels: file('train-labels-idx1-ubyte', 60_008, hashes[1]),
    testImages: file('t10k-images-idx3-ubyte', 7_840_016, hashes[2]),
    testLabels: file('t10k-labels-idx1-ubyte', 10_008, hashes[3]),
  };
}

function idxSource(files: ReturnType<typeof idxFiles>, repository: string, config: string): IdxSource {
  const parquet = (split: string, rows: number): ParquetImages => ({
    urls: huggingFace(repository, `${config}/${split}-00000-of-00001.parquet`),
    imageColumn: 'image',
    rows,
  });
  return {
    kind: 'idx',
    train: { images: files.trainImages, labels: files.trainLabels, parquet: parquet('train', 60_000) },
    test: { images: files.testImages, labels: files.testLabels, parquet: parquet('test', 10_000) },
  };
}

function cifarBatch(name: string, records: number, sha256: string): DataFile {
  return {
    path: `cifar10/${name}.bin`,
    decodedBytes: records * CIFAR_RECORD,
    sha256,
    // The author's site sends no cross-origin headers, so the batches come from Parquet or by hand.
    urls: [],
    absent: CIFAR_ABSENT[name] ?? [],
  };
}

const IDX_NAMES =
  'train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz';

export const REGISTRY: Readonly<Record<Exclude<DatasetId, 'own'>, DatasetEntry>> = {
  hillenbrand: {
    ...DATASETS.hillenbrand,
    dropNames: 'vowdata.dat',
    source: {
      kind: 'vowels',
      original: {
        path: 'vowels/hillenbrand1995_vowdata.dat',
        decodedBytes: 136_111,
        sha256: '05a4a69e2c6b0f444077245b1427d12bc86f8d7a32ae7a4b63f7e06e5712e4b1',
        urls: github('kleinschmidt/hdp-bayes-vowels', 'master', 'hillenbrand-data/vowdata.dat'),
      },
      csv: {
        path: 'vowels/hillenbrand1995.csv',
        decodedBytes: 142_725,
        sha256: '2cba046a400ed42d2f8b3a96dc0a84f3daa8b4e3fcb0e8bf562ef7dccf402529',
        urls: [],
      },
    },
  },
  mnist: {
    ...DATASETS.mnist,
    dropNames: IDX_NAMES,
    source: idxSource(
      idxFiles('mnist', 'fgnt/mnist', '', [
        'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
        '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
        '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
        'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
      ]),
      'ylecun/mnist',
      'mnist',
    ),
  },
  'fashion-mnist': {
    ...DATASETS['fashion-mnist'],
    dropNames: IDX_NAMES,
    source: idxSource(
      idxFiles('fashion-mnist', 'zalandoresearch/fashion-mnist', 'data/fashion/', [
        'c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888',
        'bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9',
        '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b',
        '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34',
      ]),
      'zalando-datasets/fashion_mnist',
      'fashion_mnist',
    ),
  },
  cifar10: {
    ...DATASETS.cifar10,
    dropNames: 'cifar-10-binary.tar.gz',
    source: {
      kind: 'cifar',
      train: {
        batches: [
          cifarBatch(
            'data_batch_1',
            9_990,
            '2f92f3b32699653cf61a113e8aa9a5380108b7094ac83e812df0ad7c84e6e2e5',
          ),
          cifarBatch(
            'data_batch_2',
            9_995,
            'fcaa46ec9d37667961c1708763e9b61ddd27f3bb58783b413ca998a3bbcb8739',
          ),
          cifarBatch(
            'data_batch_3',
            9_991,
            '48ae98d5609282433a3a6da32f59de67291b97fd7f101ebb3da3229452f4efea',
          ),
          cifarBatch(
            'data_batch_4',
            9_973,
            '98422cb1bfa67133f9aeb961c5735373b3ee6743228c64bc17acd5f7f58bf93f',
          ),
          cifarBatch(
            'data_batch_5',
            9_974,
            '83393c109740c6f6f29c3af96ac013d9885b0e669d595bce9a1ddd3d206f8382',
          ),
        ],
        parquet: {
          urls: huggingFace('uoft-cs/cifar10', 'plain_text/train-00000-of-00001.parquet'),
          imageColumn: 'img',
          rows: 50_000,
        },
      },
      test: {
        batches: [
          cifarBatch('test_batch', 9_979, '56dad6589b4e54a0e5c6ef435868850318ec3c16540c63041790bcadc915f5e3'),
        ],
        parquet: {
          urls: huggingFace('uoft-cs/cifar10', 'plain_text/test-00000-of-00001.parquet'),
          imageColumn: 'img',
          rows: 10_000,
        },
      },
    },
  },
};
