import { significant } from '../format/si';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { chip } from '../state/chip';
import { classesOf } from '../state/dataset-names';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { useChipVersion } from '../state/use-chip';
import { meshWords } from '../words/mesh';
import { chooseSaliencyClass, hideSaliency, useSaliency } from './saliency-store';
import '../styles/saliency.css';

const words = meshWords.saliency;

/** What the rings mean, for which class they are, and how to be rid of them. */
export function SaliencyLegend() {
  useChipVersion();
  const { found, ofClass } = useSaliency();
  const experiment = useExperiment((state) => state.experiment);
  const names = useRun((state) => state.info?.classNames) ?? classesOf(experiment);
  const shown = found?.ofClass ?? ofClass ?? chip.readings()?.answer;
  const name = shown === undefined ? '' : (names[shown] ?? String(shown + 1));
  return (
    <section className="saliency" aria-label={words.region}>
      <p className="saliency-title">{words.title}</p>
      <p className="muted small">{words.note(name)}</p>
      <div className="saliency-scale tabular" aria-live="polite">
        <span>{words.least}</span>
        <span className="saliency-ramp" aria-hidden />
        <span>{found ? words.largest(significant(found.largest)) : words.waiting}</span>
      </div>
      <div className="saliency-row">
        <Choice
          label={words.ofClass}
          hideLabel
          value={ofClass === undefined ? 'answer' : String(ofClass)}
          options={[
            { id: 'answer', name: words.answer },
            ...names.map((each, c) => ({ id: String(c), name: each })),
          ]}
          onChange={(id) => chooseSaliencyClass(id === 'answer' ? undefined : Number(id))}
        />
        <Button onPress={hideSaliency}>{words.reset}</Button>
      </div>
    </section>
  );
}
