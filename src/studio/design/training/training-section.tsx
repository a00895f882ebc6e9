import type { Training } from '../../../experiment/schema';
import { Disclosure } from '../../parts/disclosure';
import { NumberEntry } from '../../parts/number-entry';
import { FoldingSection } from '../../parts/section';
import { MethodFields } from './method-fields';
import { OptimiserFields } from './optimiser-fields';
import { RangeFields } from './range-fields';
import { useTraining } from './use-training';
import { trainingFieldWords as words } from '../../words/training-fields';

/** How the phases are learnt. */
export function TrainingSection() {
  const [training, set] = useTraining();
  return (
    <FoldingSection fold="training" title={words.training.training}>
      <MethodFields />
      <div className="field-row">
        <NumberEntry
          setting="training.learningRate"
          label={words.training.learningRate}
          value={training.learningRate}
          factor={1.25}
          onCommit={(learningRate) => set({ learningRate })}
        />
        <NumberEntry
          setting="training.batchSize"
          label={words.training.batch}
          value={training.batchSize}
          onCommit={(batchSize) => set({ batchSize })}
        />
        <NumberEntry
          setting="training.epochs"
          label={words.training.epochs}
          value={training.epochs}
          onCommit={(epochs) => set({ epochs })}
        />
      </div>
      <div className="disclosures">
        <Disclosure fold="optimiser" title={words.training.optimiser} summary={optimiserSummary(training)}>
          <OptimiserFields />
        </Disclosure>
        <Disclosure fold="phases" title={words.training.phases} summary={rangeSummary(training)}>
          <RangeFields />
        </Disclosure>
      </div>
    </FoldingSection>
  );
}

function optimiserSummary({ optimiser, schedule }: Training): string {
  const name = optimiser.kind === 'adam' ? words.training.adam : words.training.sgd(optimiser.momentum);
  return `${name}, ${schedule === 'cosine' ? words.training.fallingRate : words.training.constantRate}`;
}

function rangeSummary({ initial, range }: Training): string {
  const start = initial === 'haar' ? words.training.haar : words.training.uniform;
  return `${start}, ${words.training.ranges[range.kind]}`;
}
