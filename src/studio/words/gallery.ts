import type { CardId, Topic } from '../gallery/cards';

const learn: Readonly<Record<CardId, string>> = {
  vowels: 'A chip of six waveguides learns in seconds which vowel was spoken, from pitch and formants.',
  interferometer: 'Turn θ and light moves from one output to the other; turn φ and only its phase does.',
  'fourier-matrix': 'Six interferometers set to the 4-point Fourier matrix: programming, without training.',
  mnist: 'The 64 lowest spatial frequencies of a digit, and two meshes of 2,016 interferometers each.',
  digits: 'Digits the studio draws itself: works at once, without any download.',
  fashion: 'The same chip on clothes: what 64 frequencies still tell, and which classes they mix up.',
  ficonn: 'A published result, trained forward-only on a die with every flaw the paper names.',
  twin: 'Phases learnt on a perfect model meet a die that is not: see how much accuracy is lost.',
  'through-flaws': 'The same bad die, but training knows its flaws and finds phases that live with them.',
  noise: 'Phases tremble at every step, so the chip learns answers that do not hang on any one of them.',
  correction: 'Set a random unitary on a die with bad couplers, with and without knowing its errors.',
  'three-splitter': 'A third splitter in each cell reaches matrices that two bad ones cannot.',
  'every-die': 'Kept inside the range that every die can reach, one set of phases fits them all.',
  yield: 'How bad may couplers be? Train, then count the dies that still work.',
  quantised: 'Sixteen levels per heater: training through the converter finds phases among them.',
  'in-situ': 'Gradients out of interference on the chip itself, read by noisy taps.',
  methods: 'Backpropagation against forward-only ways, by light sent through the chip.',
  linear: 'Three meshes without an activation are one mesh: this is as far as linear optics gets.',
  activation: 'The same three meshes with an electro-optic activation between them: depth pays.',
  orthogonal: 'Push-pull shifters make real, orthogonal matrices: half the phases, and what it costs.',
  butterfly: 'A convolution on butterfly meshes of four waveguides, three bits a phase.',
  'cnn-mnist': 'Photonic convolutions: patches of an image through tiled meshes of 16 waveguides.',
  'cnn-fashion': 'A wider network of convolutions, on clothes.',
  'cnn-cifar': 'Colour photographs through tiled meshes; long, even on a fast computer.',
  'grid-net': 'A deep rectangular mesh under fabrication noise: it falls off steeply. Large: 256 waveguides.',
  'fft-net': 'A shallow FFT mesh under the same noise keeps its accuracy. Large: 256 waveguides.',
};

/** Names of cards that are about a panel; the others are called as their experiments. */
const names: Readonly<Partial<Record<CardId, string>>> = {
  yield: 'Yield of a trained chip',
  methods: 'Training methods side by side',
};

const topics: Readonly<Record<Topic, string>> = {
  basics: 'Basics',
  vowels: 'Vowels',
  images: 'Images',
  programming: 'Programming',
  flaws: 'Flaws',
  training: 'Ways to train',
  papers: 'Papers',
};

/** Words of the gallery. */
export const galleryWords = {
  note: 'Every card is a link: it opens beside your own work, and can be bookmarked or passed on.',
  lessons: 'Lessons',
  experiments: 'Experiments',
  topic: 'Topic',
  everything: 'All',
  search: 'Find an experiment',
  topics,
  learn,
  nameOf: (id: CardId, experiment: string): string => names[id] ?? experiment,
  count: (shown: number, all: number): string =>
    shown === all ? `${all} experiments` : `${shown} of ${all} experiments`,
  none: 'No experiment is about that.',
  showAll: 'Show all',
  accuracy: (percent: number): string => `${percent} %`,
  kinds: { measured: 'measured', published: 'published' },
  time: (time: string): string => `${time} on two cores`,
  opens: { program: 'Opens programming', studies: 'Opens studies' },
} as const;
