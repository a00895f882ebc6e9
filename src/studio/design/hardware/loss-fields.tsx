import { FlawAmount } from './flaw-amount';
import { useHardware } from './use-hardware';
import { USUAL_CROSSING_LOSS, USUAL_PROPAGATION_LOSS, usualFlaws } from './usual-flaws';

/** Where light is lost on its way. */
export function LossFields() {
  const [hardware, set] = useHardware();
  return (
    <>
      <FlawAmount
        setting="hardware.insertionLoss"
        label="Interferometer"
        unit="dB"
        step={0.05}
        hint="Insertion loss of one interferometer"
        value={hardware.insertionLoss}
        usual={usualFlaws(hardware.preset).insertionLoss}
        onCommit={(insertionLoss) => set({ insertionLoss })}
      />
      <FlawAmount
        setting="hardware.crossingLoss"
        label="Crossing"
        unit="dB"
        step={0.05}
        hint="Per crossing of two waveguides; only meshes with permutations have any"
        value={hardware.crossingLoss}
        usual={USUAL_CROSSING_LOSS}
        onCommit={(crossingLoss) => set({ crossingLoss })}
      />
      <FlawAmount
        setting="hardware.propagationLoss"
        label="Waveguide"
        unit="dB/cm"
        step={0.5}
        hint="Per length, with the platform’s length of a column"
        value={hardware.propagationLoss}
        usual={USUAL_PROPAGATION_LOSS}
        onCommit={(propagationLoss) => set({ propagationLoss })}
      />
    </>
  );
}
