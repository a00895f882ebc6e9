import { photonicCnnCifar, photonicCnnFashion, photonicCnnMnist } from '../../experiment/convolution-presets';
import { FANG_TABLE, fftNet, gridNet, withFangNoise } from '../../experiment/papers/fang';
import { fengPaper } from '../../experiment/papers/feng';
import { ficonnPaper } from '../../experiment/papers/ficonn';
import { williamsonElectroOptic, williamsonLinear } from '../../experiment/papers/williamson';
import { ficonnVowels, fourierFashion, fourierMnist, generatedDigits } from '../../experiment/presets';
import {
  fourierOfFour,
  oneInterferometer,
  orthogonalMesh,
  programmedWithErrors,
  threeSplitterCells,
} from '../../experiment/presets-chips';
import {
  forEveryDie,
  fourBitPhases,
  inSituVowels,
  noisyPhases,
  trainedOnTwin,
  trainedThroughFlaws,
} from '../../experiment/presets-hardware';
import type { Experiment } from '../../experiment/schema';

/** What the gallery can be narrowed to, in its order. */
export const TOPICS = ['basics', 'vowels', 'images', 'programming', 'flaws', 'training', 'papers'] as const;
export type Topic = (typeof TOPICS)[number];

/** An accuracy that was reached, and where that is written down. */
export interface Expected {
  readonly percent: number;
  /** The README's row that it stands in, or for a published one that tells which paper. */
  readonly figure: string;
  /** `published` is the authors' number, `measured` one of this studio on the test split. */
  readonly kind: 'measured' | 'published';
  /** On two cores, where it was measured; as the README writes it. */
  readonly time?: string;
}

/** One experiment of the gallery. What is to be learnt from it stands in words/gallery.ts under its id. */
export interface Card {
  readonly id: string;
  readonly experiment: Experiment;
  readonly topics: readonly Topic[];
  readonly expected: Expected | undefined;
  /** The panel it is about; see open-panel.ts. */
  readonly open: string | undefined;
}

function card(
  id: string,
  experiment: Experiment,
  topics: readonly Topic[],
  rest: Partial<Pick<Card, 'expected' | 'open'>> = {},
): Card {
  return { id, experiment, topics, expected: rest.expected, open: rest.open };
}

const measured = (percent: number, figure: string, time?: string): Expected => ({
  percent,
  figure,
  kind: 'measured',
  ...(time === undefined ? {} : { time }),
});

/** The paper's noise at which the two meshes have changed places, radians. */
const NOISE = 0.01;
const UNDER_NOISE = FANG_TABLE.find(({ sigma }) => sigma === NOISE);

const published = (percent: number | undefined): Expected | undefined =>
  percent === undefined ? undefined : { percent, figure: 'paper.fang', kind: 'published' };

const WILLIAMSON = 'paper.williamson';
const CNN = 'accuracy.cnn.mnist';

export const CARDS = [
  card('vowels', ficonnVowels, ['vowels'], { expected: measured(96.2, 'accuracy.vowels', '0.3 s') }),
  card('interferometer', oneInterferometer, ['basics']),
  card('fourier-matrix', fourierOfFour, ['basics', 'programming'], { open: 'program.dft' }),
  card('mnist', fourierMnist, ['images'], { expected: measured(97.9, 'accuracy.mnist', '52 s') }),
  card('digits', generatedDigits, ['images', 'basics']),
  card('fashion', fourierFashion, ['images']),
  card('ficonn', ficonnPaper.experiment, ['papers', 'vowels', 'flaws', 'training'], {
    expected: measured(94.7, 'paper.ficonn'),
  }),
  card('twin', trainedOnTwin, ['flaws', 'training']),
  card('through-flaws', trainedThroughFlaws, ['flaws', 'training']),
  card('noise', noisyPhases, ['flaws', 'training']),
  card('correction', programmedWithErrors, ['programming', 'flaws'], { open: 'program.haar' }),
  card('three-splitter', threeSplitterCells, ['programming', 'flaws'], { open: 'program.haar' }),
  card('every-die', forEveryDie, ['flaws', 'training', 'papers']),
  card('yield', ficonnVowels, ['flaws'], { open: 'studies.yield' }),
  card('quantised', fourBitPhases, ['flaws']),
  card('in-situ', inSituVowels, ['training']),
  card('methods', ficonnVowels, ['training'], { open: 'studies.methods' }),
  card('linear', williamsonLinear, ['images', 'papers'], { expected: measured(82.7, WILLIAMSON) }),
  card('activation', williamsonElectroOptic, ['images', 'papers'], { expected: measured(94.3, WILLIAMSON) }),
  card('orthogonal', orthogonalMesh, ['images']),
  card('butterfly', fengPaper.experiment, ['images', 'papers', 'flaws'], {
    expected: measured(98.1, 'butterfly chip, 3-bit phases'),
  }),
  card('cnn-mnist', photonicCnnMnist, ['images'], { expected: measured(99.2, CNN) }),
  card('cnn-fashion', photonicCnnFashion, ['images'], { expected: measured(91.4, CNN) }),
  card('cnn-cifar', photonicCnnCifar, ['images'], {
    expected: measured(81.8, 'accuracy.cnn.cifar', '18.6 min'),
  }),
  card('grid-net', withFangNoise(gridNet, NOISE), ['images', 'papers', 'flaws'], {
    expected: published(UNDER_NOISE?.grid),
  }),
  card('fft-net', withFangNoise(fftNet, NOISE), ['images', 'papers', 'flaws'], {
    expected: published(UNDER_NOISE?.fft),
  }),
] as const satisfies readonly Card[];

export type CardId = (typeof CARDS)[number]['id'];
