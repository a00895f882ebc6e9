/** Titles of the commands of the Benchmarks page, apart from its other words, which come with the page. */
export const benchmarkCommandWords = {
  screen: 'Go to the benchmarks and quality gates',
  measure: (isMeasuring: boolean) => (isMeasuring ? 'Stop' : 'Measure'),
  save: 'Save results as JSON',
  copy: 'Copy results as Markdown',
  share: 'Copy a link to the results',
  open: 'Open results…',
} as const;
