import { Button } from '../../parts/button';
import { NumberEntry } from '../../parts/number-entry';
import { FlawAmount } from './flaw-amount';
import { useHardware } from './use-hardware';
import { usualFlaws } from './usual-flaws';

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
        label="Splitter error"
        unit="rad"
        step={0.005}
        hint="Standard deviation of the couplers’ angles"
        value={hardware.splitterError}
        usual={usual.splitterError}
        onCommit={(splitterError) => set({ splitterError })}
      />
      <FlawAmount
        setting="hardware.phaseError"
        label="Phase error"
        unit="rad"
        step={0.005}
        hint="Standard deviation of the fixed offset of every phase"
        value={hardware.phaseError}
        usual={usual.phaseError}
        onCommit={(phaseError) => set({ phaseError })}
      />
      <div className="field-row field-row-end">
        <NumberEntry
          setting="hardware.die"
          label="Die"
          hint="Number of the die whose flaws are drawn; the same in every experiment"
          value={hardware.die}
          onCommit={(die) => set({ die })}
        />
        <Button onPress={() => void set({ die: (hardware.die + 1) % DIES })}>Next die</Button>
      </div>
    </>
  );
}
