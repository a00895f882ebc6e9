import type { DatasetId } from '../../experiment/schema';
import { dataFault, grouped } from '../bytes';
import { TEXTURE_NAMES } from '../class-names';
import { REGISTRY } from '../registry';
import type { Dataset, RawSplit } from '../samples';
import { pickRows, splitByGroup } from '../split';
import { generateDigits } from './digits';
import { generateTextures } from './textures';
import { generateVowels } from './vowels';

/** Sizes of the generated image sets: enough to learn from, made in about a second. */
const DIGITS = { train: 10_000, test: 2_000 };
const TEXTURES = { train: 5_000, test: 1_000 };

/**
 * The studio's own stand-in of a data set's shape, deterministic by seed: vowels, digits (MNIST), grey
 * textures (Fashion-MNIST) or colour textures (CIFAR-10). Throws `data/nothing-generated` for `own`.
 */
export function generateDataset(id: DatasetId, seed: number): Dataset {
  switch (id) {
    case 'hillenbrand': {
      const all = generateVowels(seed);
      const { train, test } = splitByGroup(all.groups, seed);
      return dataset(
        id,
        REGISTRY.hillenbrand.classNames,
        pickRows(all, train),
        pickRows(all, test),
        'vowels drawn from published formant averages',
      );
    }
    case 'mnist': {
      const train = generateDigits(seed, 0, DIGITS.train);
      const test = generateDigits(seed, DIGITS.train, DIGITS.test);
      return dataset(id, REGISTRY.mnist.classNames, train, test, 'digits drawn from strokes');
    }
    case 'fashion-mnist':
      return textures(id, 28, 1, seed);
    case 'cifar10':
      return textures(id, 32, 3, seed);
    case 'own':
      throw dataFault(
        'nothing-generated',
        'There is no generated version of your own data.',
        'Choose the real source and drop your files in, or another data set.',
        'task.source',
      );
  }
}

function textures(id: DatasetId, side: number, channels: 1 | 3, seed: number): Dataset {
  const train = generateTextures(seed, 0, TEXTURES.train, side, channels);
  const test = generateTextures(seed, TEXTURES.train, TEXTURES.test, side, channels);
  return dataset(id, TEXTURE_NAMES, train, test, channels === 3 ? 'colour textures' : 'grey textures');
}

function dataset(
  id: DatasetId,
  classNames: readonly string[],
  train: RawSplit,
  test: RawSplit,
  what: string,
): Dataset {
  const text = `Generated ${what}: ${grouped(train.count)} training and ${grouped(test.count)} test samples, not real measurements`;
  return { id, classNames, train, test, provenance: { source: 'generated', text, via: 'generated' } };
}
