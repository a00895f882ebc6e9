import type { Hardware } from '../../experiment/schema';
import { HARDWARE_PROFILES } from '../../photonics/hardware';
import { Choice } from '../parts/choice';
import { NumberEntry } from '../parts/number-entry';
import { Section } from '../parts/section';
import { useExperiment } from '../state/experiment-store';
import { edit, editOrTell } from './use-edit';

const OPTIONS = Object.values(HARDWARE_PROFILES).map(({ id, name }) => ({ id, name }));

/** What the chip is made of, and what went wrong making it. */
export function HardwareSection() {
  const hardware = useExperiment((state) => state.experiment.hardware);
  const set = (change: Partial<Hardware>) =>
    edit((current) => ({ ...current, hardware: { ...current.hardware, ...change } }));
  return (
    <Section title="Hardware" note={HARDWARE_PROFILES[hardware.preset].description}>
      <Choice
        label="Platform"
        value={hardware.preset}
        options={OPTIONS}
        onChange={(preset) =>
          editOrTell((current) => ({ ...current, hardware: { ...current.hardware, preset } }))
        }
      />
      <div className="field-row">
        <NumberEntry
          label="Coupler error σ"
          unit="rad"
          step={0.005}
          value={hardware.splitterError}
          onCommit={(splitterError) => set({ splitterError })}
        />
        <NumberEntry
          label="Phase error σ"
          unit="rad"
          step={0.005}
          value={hardware.phaseError}
          onCommit={(phaseError) => set({ phaseError })}
        />
      </div>
      <div className="field-row">
        <NumberEntry
          label="Loss each"
          unit="dB"
          step={0.05}
          hint="Insertion loss of one interferometer"
          value={hardware.insertionLoss}
          onCommit={(insertionLoss) => set({ insertionLoss })}
        />
        <NumberEntry
          label="Die"
          hint="Number of the die whose flaws are drawn"
          value={hardware.die}
          onCommit={(die) => set({ die })}
        />
      </div>
    </Section>
  );
}
