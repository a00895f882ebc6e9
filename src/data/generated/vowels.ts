import { VOWEL_COLUMNS } from '../hillenbrand';
import type { VOWEL_WORDS } from '../dataset-titles';
import type { TableSplit } from '../samples';
import { drawsOf, type Draws } from './random';

type Row = readonly number[];
type VowelFacts = { readonly means: readonly [Row, Row, Row]; readonly motion: Row };

/**
 * Averages of Hillenbrand et al. 1995 (the author's vowdata.ds, rounded): duration in ms, f0 and F1 to F4
 * in Hz, for men, women and children; and, computed from vowdata.dat, the mean ratio of F1 to F3 at 20, 50
 * and 80 % of the vowel to their steady state.
 */
const FACTS: Readonly<Record<keyof typeof VOWEL_WORDS, VowelFacts>> = {
  ae: {
    means: [
      [272, 126, 591, 1930, 2595, 3642],
      [334, 214, 676, 2335, 2973, 4315],
      [322, 229, 718, 2497, 3289, 4429],
    ],
    motion: [1.0, 0.998, 0.999, 1.084, 0.939, 0.978, 1.153, 0.852, 0.975],
  },
  ah: {
    means: [
      [261, 127, 756, 1309, 2535, 3684],
      [324, 212, 921, 1526, 2832, 4291],
      [309, 231, 992, 1689, 2937, 4279],
    ],
    motion: [1.004, 0.996, 1.001, 1.002, 1.016, 0.999, 0.926, 1.126, 1.009],
  },
  aw: {
    means: [
      [275, 125, 656, 1023, 2521, 3520],
      [351, 214, 804, 1188, 2824, 3946],
      [321, 232, 836, 1303, 2951, 4017],
    ],
    motion: [0.999, 0.994, 0.998, 1.018, 1.038, 0.999, 1.005, 1.287, 0.998],
  },
  eh: {
    means: [
      [196, 127, 588, 1803, 2604, 3699],
      [252, 213, 727, 2063, 2953, 4312],
      [242, 230, 740, 2279, 3297, 4651],
    ],
    motion: [0.994, 1.007, 1.001, 1.007, 0.987, 0.999, 0.942, 0.986, 1.014],
  },
  er: {
    means: [
      [263, 131, 475, 1379, 1711, 3335],
      [322, 218, 524, 1588, 1930, 3914],
      [309, 237, 586, 1721, 2154, 3794],
    ],
    motion: [1.016, 0.996, 1.011, 0.976, 1.01, 0.994, 0.934, 1.065, 1.027],
  },
  ei: {
    means: [
      [267, 129, 476, 2090, 2692, 3649],
      [321, 220, 535, 2526, 3050, 4308],
      [314, 238, 565, 2649, 3323, 4420],
    ],
    motion: [1.003, 0.999, 1.001, 0.907, 1.039, 1.003, 0.846, 1.066, 1.012],
  },
  ih: {
    means: [
      [193, 136, 429, 2034, 2687, 3628],
      [241, 225, 484, 2369, 3057, 4333],
      [247, 240, 513, 2556, 3409, 4569],
    ],
    motion: [0.999, 1.001, 0.997, 1.07, 0.96, 0.987, 1.093, 0.921, 0.994],
  },
  iy: {
    means: [
      [244, 139, 343, 2323, 3001, 3658],
      [307, 227, 437, 2761, 3373, 4353],
      [298, 246, 452, 3082, 3702, 4572],
    ],
    motion: [1.009, 0.996, 1.002, 0.999, 1.004, 0.996, 0.994, 0.997, 0.985],
  },
  oa: {
    means: [
      [266, 130, 498, 910, 2459, 3384],
      [327, 218, 555, 1036, 2828, 3928],
      [311, 238, 599, 1140, 3006, 4187],
    ],
    motion: [1.058, 1.035, 0.998, 0.951, 0.961, 1.007, 0.868, 0.974, 0.999],
  },
  oo: {
    means: [
      [193, 133, 469, 1123, 2435, 3401],
      [249, 230, 519, 1229, 2829, 4061],
      [247, 242, 571, 1506, 3076, 4305],
    ],
    motion: [0.997, 0.998, 1.001, 1.054, 1.095, 0.999, 1.057, 1.354, 1.003],
  },
  uh: {
    means: [
      [194, 129, 621, 1181, 2548, 3564],
      [237, 218, 760, 1416, 2901, 4133],
      [239, 234, 738, 1538, 3126, 4301],
    ],
    motion: [1.003, 0.997, 0.999, 0.992, 1.064, 1.0, 0.901, 1.279, 1.007],
  },
  uw: {
    means: [
      [237, 144, 380, 992, 2355, 3378],
      [304, 236, 460, 1106, 2735, 4116],
      [281, 247, 493, 1404, 2992, 4268],
    ],
    motion: [1.01, 1.026, 1.0, 0.988, 0.983, 1.001, 0.975, 1.017, 0.999],
  },
};

/** Talkers per group letter as in the real set, and the column of `means` each group uses. */
const TALKERS = [
  { letter: 'm', count: 45, means: 0 },
  { letter: 'w', count: 48, means: 1 },
  { letter: 'b', count: 27, means: 2 },
  { letter: 'g', count: 19, means: 2 },
] as const;

/**
 * Spreads of the logarithms, chosen so that a group's SD/mean resembles the published 0.05 to 0.09 of
 * formants, 0.15 of f0 and 0.18 of durations: one vocal-tract length, pitch and tempo a talker, the rest
 * per token.
 */
const SPREAD = {
  tract: 0.045,
  pitch: 0.13,
  tempo: 0.13,
  duration: 0.12,
  tokenPitch: 0.05,
  formant: [0.065, 0.05, 0.04, 0.05],
  motion: 0.03,
} as const;

/** Share of tokens whose F2, F3, F4 could not be measured: 10, 41 and 243 of 1,668. */
const UNMEASURED = [0, 0.006, 0.025, 0.146] as const;

/** Kind number of this generator's draws. */
const KIND = 1;

/** 1,668 made-up vowels by 139 made-up talkers, shaped exactly like the real table. */
export function generateVowels(seed: number): TableSplit {
  const vowels = Object.values(FACTS);
  const talkers = TALKERS.flatMap(({ letter, count, means }) =>
    Array.from({ length: count }, (_, index) => ({
      name: letter + String(index + 1).padStart(2, '0'),
      means,
    })),
  );
  const count = talkers.length * vowels.length;
  const width = VOWEL_COLUMNS.length;
  const values = new Float64Array(count * width);
  const labels = new Uint8Array(count);
  const groups: string[] = [];
  talkers.forEach((talker, person) => {
    const draws = drawsOf(seed, KIND, person);
    const tract = Math.exp(draws.gaussian(SPREAD.tract));
    const pitch = Math.exp(draws.gaussian(SPREAD.pitch));
    const tempo = Math.exp(draws.gaussian(SPREAD.tempo));
    vowels.forEach((facts, vowel) => {
      const row = person * vowels.length + vowel;
      labels[row] = vowel;
      groups.push(talker.name);
      values.set(token(facts.means[talker.means], facts.motion, { tract, pitch, tempo }, draws), row * width);
    });
  });
  return { kind: 'table', count, columns: VOWEL_COLUMNS, values, labels, groups };
}

function token(
  means: Row,
  motion: Row,
  talker: { tract: number; pitch: number; tempo: number },
  draws: Draws,
): number[] {
  const [duration = 0, f0 = 0, ...formants] = means;
  const steady = formants.map(
    (mean, k) => mean * talker.tract * Math.exp(draws.gaussian(SPREAD.formant[k] ?? 0)),
  );
  const moved = motion.map(
    (ratio, k) => (steady[k % 3] ?? 0) * ratio * Math.exp(draws.gaussian(SPREAD.motion)),
  );
  const measured = steady.map((value, k) =>
    draws.between(0, 1) < (UNMEASURED[k] ?? 0) ? Number.NaN : Math.round(value),
  );
  return [
    Math.round(duration * talker.tempo * Math.exp(draws.gaussian(SPREAD.duration))),
    Math.round(f0 * talker.pitch * Math.exp(draws.gaussian(SPREAD.tokenPitch))),
    ...measured,
    ...moved.map(Math.round),
  ];
}
