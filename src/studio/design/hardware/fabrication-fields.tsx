import { Button } from '../../parts/button';
import { NumberEntry } from '../../parts/number-entry';
import { FlawAmount } from './flaw-amount';
import { useHardware } from './use-hardware';
import { usualFlaws } from '../../../experiment/usual-flaws';
import { hardwareWords as words } from '../../words/hardware-fields';

/** Dies there are: their numbers are 32-bit. */
const DIES = 2 ** 32;

/** What making the chip got wrong, fixed for each die. */
export function FabricationFields() {
  const [hardware, set] = useHardware();
  const usual = usualFlaws(hardware.preset);
  return (
    <>
      <FlawAmount
        setting="hardware.splitterError"
        label={words.fabrication.splitterError}
        unit="rad"
        step={0.005}
        hint={words.fabrication.standardDeviationOfTheCouplers}
        value={hardware.splitterError}
        usual={usual.splitterError}
        onCommit={(splitterError) => set({ splitterError })}
      />
      <FlawAmount
        setting="hardware.phaseError"
        label={words.fabrication.phaseError}
        unit="rad"
        step={0.005}
        hint={words.fabrication.standardDeviationOfTheFixed}
        value={hardware.phaseError}
        usual={usual.phaseError}
        onCommit={(phaseError) => set({ phaseError })}
      />
      <div className="field-row field-row-end">
        <NumberEntry
          setting="hardware.die"
          label={words.fabrication.die}
          hint={words.fabrication.numberOfTheDieWhose}
          value={hardware.die}
          onCommit={(die) => set({ die })}
        />
        <Button onPress={() => void set({ die: (hardware.die + 1) % DIES })}>
          {words.fabrication.nextDie}
        </Button>
      </div>
    </>
  );
}
