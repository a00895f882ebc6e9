import { LIMITS } from '../../experiment/limits';
import { NumberEntry } from '../parts/number-entry';
import { Section } from '../parts/section';
import { useExperiment } from '../state/experiment-store';
import { edit } from './use-edit';

/** Size of the chip, and the seed its phases start from. */
export function ChipSection() {
  const { modes, seed } = useExperiment((state) => state.experiment);
  return (
    <Section title="Chip">
      <div className="field-row">
        <NumberEntry
          label="Modes N"
          value={modes}
          hint={`Waveguides, ${LIMITS.modes.min} to ${LIMITS.modes.max}`}
          onCommit={(value) => edit((current) => ({ ...current, modes: value }))}
        />
        <NumberEntry
          label="Seed"
          value={seed}
          hint="Initial phases, batches and generated samples follow from it"
          onCommit={(value) => edit((current) => ({ ...current, seed: value }))}
        />
      </div>
    </Section>
  );
}
