import type { Training } from '../../experiment/schema';
import { NumberEntry } from '../parts/number-entry';
import { Section } from '../parts/section';
import { Segmented } from '../parts/segmented';
import { useExperiment } from '../state/experiment-store';
import { edit, editOrTell } from './use-edit';

const ADAM = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
const SGD = { kind: 'sgd', momentum: 0.9 } as const;

/** How the phases are learnt. */
export function TrainingSection() {
  const training = useExperiment((state) => state.experiment.training);
  const { optimiser } = training;
  const set = (change: Partial<Training>) =>
    edit((current) => ({ ...current, training: { ...current.training, ...change } }));
  return (
    <Section title="Training">
      <Segmented
        label="Optimiser"
        value={optimiser.kind}
        options={[
          { id: 'adam', name: 'Adam' },
          { id: 'sgd', name: 'SGD' },
        ]}
        onChange={(kind) =>
          editOrTell((current) => ({
            ...current,
            training: { ...current.training, optimiser: kind === 'adam' ? ADAM : SGD },
          }))
        }
      />
      <div className="field-row">
        <NumberEntry
          label="Learning rate"
          value={training.learningRate}
          factor={1.25}
          onCommit={(learningRate) => set({ learningRate })}
        />
        <NumberEntry label="Batch" value={training.batchSize} onCommit={(batchSize) => set({ batchSize })} />
        <NumberEntry label="Epochs" value={training.epochs} onCommit={(epochs) => set({ epochs })} />
      </div>
      <div className="field-row">
        {optimiser.kind === 'sgd' ? (
          <NumberEntry
            label="Momentum"
            value={optimiser.momentum}
            step={0.01}
            onCommit={(momentum) => set({ optimiser: { ...optimiser, momentum } })}
          />
        ) : (
          <>
            <NumberEntry
              label="β₁"
              value={optimiser.beta1}
              step={0.01}
              onCommit={(beta1) => set({ optimiser: { ...optimiser, beta1 } })}
            />
            <NumberEntry
              label="β₂"
              value={optimiser.beta2}
              step={0.001}
              onCommit={(beta2) => set({ optimiser: { ...optimiser, beta2 } })}
            />
            <NumberEntry
              label="ε"
              value={optimiser.epsilon}
              factor={10}
              onCommit={(epsilon) => set({ optimiser: { ...optimiser, epsilon } })}
            />
          </>
        )}
      </div>
      <Segmented
        label="Rate over the run"
        value={training.schedule}
        options={[
          { id: 'cosine', name: 'Falls to zero' },
          { id: 'constant', name: 'Constant' },
        ]}
        onChange={(schedule) =>
          editOrTell((current) => ({ ...current, training: { ...current.training, schedule } }))
        }
      />
    </Section>
  );
}
