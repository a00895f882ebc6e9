import { NumberEntry } from '../../parts/number-entry';
import { Segmented } from '../../parts/segmented';
import { useTraining } from './use-training';
import { trainingFieldWords as words } from '../../words/training-fields';

const ADAM = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
const SGD = { kind: 'sgd', momentum: 0.9 } as const;

/** What turns gradients into moves. */
export function OptimiserFields() {
  const [{ optimiser, schedule }, set] = useTraining();
  return (
    <>
      <Segmented
        setting="training.optimiser.kind"
        label={words.optimiser.optimiser}
        value={optimiser.kind}
        options={[
          { id: 'adam', name: words.optimiser.adam },
          { id: 'sgd', name: words.optimiser.sgd },
        ]}
        onChange={(kind) => void set({ optimiser: kind === 'adam' ? ADAM : SGD })}
      />
      <div className="field-row">
        {optimiser.kind === 'sgd' ? (
          <NumberEntry
            setting="training.optimiser.momentum"
            label={words.optimiser.momentum}
            value={optimiser.momentum}
            step={0.01}
            onCommit={(momentum) => set({ optimiser: { ...optimiser, momentum } })}
          />
        ) : (
          <>
            <NumberEntry
              setting="training.optimiser.beta1"
              label={words.optimiser.beta1}
              value={optimiser.beta1}
              step={0.01}
              onCommit={(beta1) => set({ optimiser: { ...optimiser, beta1 } })}
            />
            <NumberEntry
              setting="training.optimiser.beta2"
              label={words.optimiser.beta2}
              value={optimiser.beta2}
              step={0.001}
              onCommit={(beta2) => set({ optimiser: { ...optimiser, beta2 } })}
            />
            <NumberEntry
              setting="training.optimiser.epsilon"
              label={words.optimiser.epsilon}
              value={optimiser.epsilon}
              factor={10}
              onCommit={(epsilon) => set({ optimiser: { ...optimiser, epsilon } })}
            />
          </>
        )}
      </div>
      <Segmented
        setting="training.schedule"
        label={words.optimiser.rateOverTheRun}
        value={schedule}
        options={[
          { id: 'cosine', name: words.optimiser.fallsToZero },
          { id: 'constant', name: words.optimiser.constant },
        ]}
        onChange={(id) => void set({ schedule: id })}
      />
    </>
  );
}
