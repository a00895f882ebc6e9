import { formatCount } from '../../format/si';
import { useRun } from '../../state/run-store';
import { WholeEntry } from './whole-entry';

const MOST = 60_000;

/** The first so many test samples. */
export function SamplesEntry(props: {
  readonly value: number;
  readonly onChange: (samples: number) => void;
}) {
  const all = useRun((state) => state.info?.testSamples);
  return (
    <WholeEntry
      label="Test samples"
      value={props.value}
      low={1}
      high={all ?? MOST}
      hint={all === undefined ? 'The first of the test set' : `The first of ${formatCount(all)} test samples`}
      onChange={props.onChange}
    />
  );
}
