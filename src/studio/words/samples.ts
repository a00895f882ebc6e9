import { formatCount, formatPercent } from '../format/si';

/** Words of choosing samples: the browser in the dock, and the picker under the mesh. */
export const sampleWords = {
  commands: {
    browse: 'Browse the samples',
    measureAnswers: 'Measure all answers',
    clearFilters: 'Show all samples',
  },
  filters: 'Filters',
  list: 'Samples',
  split: 'Split',
  splits: { test: 'Test', train: 'Training' },
  verdict: 'Answered',
  verdicts: { all: 'Either', right: 'Right', wrong: 'Wrong' },
  truth: 'Class',
  answer: 'Answered as',
  anyClass: 'All classes',
  anyAnswer: 'Any answer',
  from: 'Sure from, %',
  to: 'Sure to, %',
  number: 'Number',
  sort: 'Sort by',
  sorts: {
    index: 'Number',
    unsure: 'Least confident',
    sure: 'Most confident',
    loss: 'Largest loss',
  },
  badNumber: (most: number) => `There are samples 1 to ${formatCount(most)}.`,
  badNumberFix: 'Enter one of these numbers.',
  badShare: 'A confidence is between 0 and 100 %.',
  badShareFix: 'Enter a percentage.',
  crossed: 'No sample is more and less confident at once.',
  crossedFix: 'Enter a least confidence below the most.',
  found: (count: number, all: number) =>
    count === all ? `${formatCount(all)} samples` : `${formatCount(count)} of ${formatCount(all)} samples`,
  asOf: (step: number) => `answers of step ${formatCount(step)}`,
  stale: (step: number) => `answers of step ${formatCount(step)}; the chip has changed since`,
  measuring: 'measuring the answers…',
  unmeasured:
    'Filters and order by answers need them measured, which takes a while for a network of this size.',
  none: 'No sample is like this.',
  closed: 'The samples appear here once the run is open.',
  option: (number: number, truth: string, answer: string | undefined, confidence: number | undefined) =>
    answer === undefined
      ? `Sample ${formatCount(number)}: ${truth}`
      : `Sample ${formatCount(number)}: ${truth}, answered ${answer} with ${formatPercent(confidence, 0)} confidence`,
  hint: 'Arrow keys move, Enter shows the sample on the chip.',
  columns: { number: 'No.', truth: 'Class', answer: 'Answer', confidence: 'Sure', loss: 'Loss' },
  chosenLater: 'The chosen sample appears here.',
  own: 'Your own sample',
  answered: (answer: string) => `answered ${answer}`,
  answeredRight: 'answered right',
  back: 'Back to the data set',
  picker: 'Sample',
  imageOf: (truth: string) => `Sample of class ${truth}`,
  place: (split: 'train' | 'test', number: number, all: number, source: string) =>
    `${split === 'test' ? 'Test' : 'Training'} sample ${formatCount(number)} of ${formatCount(all)}, ${source}`,
  unknown: '–',
  hertz: 'Hz',
} as const;
