import { formatCount } from '../../format/si';
import { useRun } from '../../state/run-store';
import { WholeEntry } from './whole-entry';
import { studiesWords } from '../../words/studies';

const words = studiesWords.samplesEntry;

const MOST = 60_000;

/** The first so many test samples. */
export function SamplesEntry(props: {
  readonly value: number;
  readonly onChange: (samples: number) => void;
}) {
  const all = useRun((state) => state.info?.testSamples);
  return (
    <WholeEntry
      label={words.testSamples}
      value={props.value}
      low={1}
      high={all ?? MOST}
      hint={all === undefined ? words.theFirstOfTheTest : words.theFirstOfTestSamples(formatCount(all))}
      onChange={props.onChange}
    />
  );
}
