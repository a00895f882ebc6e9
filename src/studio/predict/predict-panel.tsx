import { ClassBars } from '../parts/class-bars';
import { Section } from '../parts/section';
import { chip } from '../state/chip';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { useSample } from '../state/sample-store';
import { useChipVersion } from '../state/use-chip';
import { DrawingPad } from './drawing-pad';
import { VowelPicker } from './vowel-picker';

/** Try the network on a sample of one's own. */
export function PredictPanel() {
  const { dataset } = useExperiment((state) => state.experiment.task);
  const run = useRun((state) => state.run);
  return (
    <>
      {dataset === 'mnist' && (
        <Section title="Draw a digit" note="Centred and scaled as MNIST’s own digits were.">
          <DrawingPad key={run?.info.runId} />
        </Section>
      )}
      {dataset === 'hillenbrand' ? <VowelPicker key={run?.info.runId} answer={<Answer />} /> : <Answer />}
    </>
  );
}

function Answer() {
  useChipVersion();
  const names = useRun((state) => state.info?.classNames);
  const { own, view } = useSample();
  const readings = chip.readings();
  if (names === undefined)
    return <p className="section muted">The answer appears here once the run is open.</p>;
  const answer = readings === undefined ? undefined : names[readings.answer];
  const note = own
    ? `Your own sample: answered ${answer ?? '–'}.`
    : view === undefined
      ? undefined
      : `${names[view.label] ?? ''} from the data set: answered ${answer ?? '–'}.`;
  return (
    <Section title="Answer" note={note}>
      <ClassBars names={names} readings={readings} label="Probability of each class" />
    </Section>
  );
}
