import { BookmarkPlus } from 'lucide-react';
import { CommandIcon } from '../parts/button';
import { ClassBars } from '../parts/class-bars';
import { Section } from '../parts/section';
import { chip } from '../state/chip';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { useSample } from '../state/sample-store';
import { useChipVersion } from '../state/use-chip';
import '../styles/predict.css';
import { predictWords } from '../words/predict';
import { DrawingPad } from './drawing-pad';
import { InputSection } from './input-section';
import { KeptSection } from './kept-section';
import { PictureSection } from './picture-section';
import { VowelPicker } from './vowel-picker';

/** Try the network on a sample of one's own. */
export function PredictPanel() {
  const { dataset } = useExperiment((state) => state.experiment.task);
  const runId = useRun((state) => state.run?.info.runId);
  return (
    <>
      {dataset === 'mnist' && (
        <Section title={predictWords.draw} note={predictWords.drawNote}>
          <DrawingPad key={runId} />
        </Section>
      )}
      {dataset === 'hillenbrand' ? <VowelPicker key={runId} answer={<Answer />} /> : <Answer />}
      <PictureSection key={`${runId ?? ''} picture`} centres={dataset === 'mnist'} />
      <InputSection />
      <KeptSection />
    </>
  );
}

function Answer() {
  useChipVersion();
  const names = useRun((state) => state.info?.classNames);
  const { own, view } = useSample();
  const readings = chip.readings();
  if (names === undefined) return <p className="section muted">{predictWords.answerLater}</p>;
  const answer = (readings && names[readings.answer]) ?? predictWords.unknown;
  const note = own
    ? predictWords.ownAnswered(answer)
    : view && predictWords.answered(names[view.label] ?? '', answer);
  return (
    <Section
      title={predictWords.answer}
      note={note}
      action={<CommandIcon id="keepOwn" icon={<BookmarkPlus />} />}
    >
      <ClassBars names={names} readings={readings} label={predictWords.probabilities} />
    </Section>
  );
}
