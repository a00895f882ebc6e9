import { FlawAmount } from './flaw-amount';
import { useHardware } from './use-hardware';
import { USUAL_CROSSING_LOSS, USUAL_PROPAGATION_LOSS, usualFlaws } from '../../../experiment/usual-flaws';
import { hardwareWords as words } from '../../words/hardware-fields';

/** Where light is lost on its way. */
export function LossFields() {
  const [hardware, set] = useHardware();
  return (
    <>
      <FlawAmount
        setting="hardware.insertionLoss"
        label={words.loss.interferometer}
        unit="dB"
        step={0.05}
        hint={words.loss.insertionLossOfOneInterferometer}
        value={hardware.insertionLoss}
        usual={usualFlaws(hardware.preset).insertionLoss}
        onCommit={(insertionLoss) => set({ insertionLoss })}
      />
      <FlawAmount
        setting="hardware.crossingLoss"
        label={words.loss.crossing}
        unit="dB"
        step={0.05}
        hint={words.loss.perCrossingOfTwoWaveguides}
        value={hardware.crossingLoss}
        usual={USUAL_CROSSING_LOSS}
        onCommit={(crossingLoss) => set({ crossingLoss })}
      />
      <FlawAmount
        setting="hardware.propagationLoss"
        label={words.loss.waveguide}
        unit="dB/cm"
        step={0.5}
        hint={words.loss.perLengthWithThePlatforms}
        value={hardware.propagationLoss}
        usual={USUAL_PROPAGATION_LOSS}
        onCommit={(propagationLoss) => set({ propagationLoss })}
      />
    </>
  );
}
