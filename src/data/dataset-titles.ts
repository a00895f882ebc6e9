import type { DatasetId } from '../experiment/schema';

/** The Hillenbrand vowels in order, with the words they were spoken in. */
export const VOWEL_WORDS = {
  ae: 'had',
  ah: 'hod',
  aw: 'hawed',
  eh: 'head',
  er: 'heard',
  ei: 'haid',
  ih: 'hid',
  iy: 'heed',
  oa: 'boat',
  oo: 'hood',
  uh: 'hud',
  uw: "who'd",
} as const;

/** What people call each public data set and its classes; where its files are is in registry.ts. */
export const DATASETS: Readonly<
  Record<Exclude<DatasetId, 'own'>, { readonly title: string; readonly classNames: readonly string[] }>
> = {
  hillenbrand: {
    title: 'Hillenbrand et al. 1995 vowels',
    classNames: Object.keys(VOWEL_WORDS),
  },
  mnist: {
    title: 'MNIST',
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  },
  'fashion-mnist': {
    title: 'Fashion-MNIST',
    classNames: [
      'T-shirt/top',
      'Trouser',
      'Pullover',
      'Dress',
      'Coat',
      'Sandal',
      'Shirt',
      'Sneaker',
      'Bag',
      'Ankle boot',
    ],
  },
  cifar10: {
    title: 'CIFAR-10',
    classNames: ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck'],
  },
};
