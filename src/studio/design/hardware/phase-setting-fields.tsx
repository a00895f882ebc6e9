import { useState } from 'react';
import type { Hardware } from '../../../experiment/schema';
import { NumberEntry } from '../../parts/number-entry';
import { Segmented } from '../../parts/segmented';
import { SwitchRow } from '../../parts/switch-row';
import { FlawAmount } from './flaw-amount';
import { useHardware } from './use-hardware';
import { USUAL_CROSSTALK, USUAL_DRIFT, USUAL_NOISE, USUAL_QUANTISATION } from './usual-flaws';

/** What comes between the phase that is asked for and the one light meets. */
export function PhaseSettingFields() {
  const [hardware, set] = useHardware();
  return (
    <>
      <Quantisation />
      <Crosstalk />
      <FlawAmount
        setting="hardware.drift"
        label="Drift"
        unit="rad"
        step={0.005}
        hint="Slow random walk of all phases"
        note="Per √(1000 steps) of training."
        value={hardware.drift}
        usual={USUAL_DRIFT}
        onCommit={(drift) => set({ drift })}
      />
      <FlawAmount
        setting="hardware.phaseNoise"
        label="Phase noise"
        unit="rad"
        step={0.005}
        hint="Standard deviation, drawn again every step"
        value={hardware.phaseNoise}
        usual={USUAL_NOISE}
        onCommit={(phaseNoise) => set({ phaseNoise })}
      />
      <FlawAmount
        setting="hardware.splitterNoise"
        label="Splitter noise"
        unit="rad"
        step={0.005}
        hint="Standard deviation of the couplers’ angles, drawn again every step"
        value={hardware.splitterNoise}
        usual={USUAL_NOISE}
        onCommit={(splitterNoise) => set({ splitterNoise })}
      />
    </>
  );
}

function Quantisation() {
  const [{ quantisation }, set] = useHardware();
  const [kept, setKept] = useState<NonNullable<Hardware['quantisation']>>(USUAL_QUANTISATION);
  return (
    <>
      <SwitchRow
        setting="hardware.quantisation.bits"
        label="Quantisation"
        hint="The converters that set the phases have few bits"
        isOn={quantisation !== null}
        onChange={(isOn) => {
          if (quantisation !== null) setKept(quantisation);
          set({ quantisation: isOn ? kept : null });
        }}
      >
        <NumberEntry
          label="Quantisation, bits"
          hideLabel
          unit="bits"
          value={(quantisation ?? kept).bits}
          onCommit={(bits) => set({ quantisation: { ...(quantisation ?? kept), bits } })}
        />
      </SwitchRow>
      {quantisation !== null && (
        <div className="switch-more">
          <Segmented
            label="Even steps of"
            value={quantisation.of}
            options={[
              { id: 'phase', name: 'Phase' },
              { id: 'voltage', name: 'Voltage' },
            ]}
            onChange={(of) => void set({ quantisation: { ...quantisation, of } })}
          />
        </div>
      )}
    </>
  );
}

function Crosstalk() {
  const [{ crosstalk }, set] = useHardware();
  const [kept, setKept] = useState<NonNullable<Hardware['crosstalk']>>(USUAL_CROSSTALK);
  const change = (part: Partial<NonNullable<Hardware['crosstalk']>>) =>
    set({ crosstalk: { ...(crosstalk ?? kept), ...part } });
  return (
    <>
      <SwitchRow
        setting="hardware.crosstalk.strength"
        label="Crosstalk"
        hint="Heat of a shifter reaches others; 1 is the published law"
        isOn={crosstalk !== null}
        onChange={(isOn) => {
          if (crosstalk !== null) setKept(crosstalk);
          set({ crosstalk: isOn ? kept : null });
        }}
      >
        <NumberEntry
          label="Thermal crosstalk, times the published law"
          hideLabel
          unit="×"
          step={0.1}
          value={(crosstalk ?? kept).strength}
          onCommit={(strength) => change({ strength })}
        />
      </SwitchRow>
      {crosstalk !== null && (
        <div className="field-row field-row-3">
          <NumberEntry
            label="Columns"
            unit="µm"
            hint="Distance between columns"
            value={crosstalk.columnPitch}
            onCommit={(columnPitch) => change({ columnPitch })}
          />
          <NumberEntry
            label="Rows"
            unit="µm"
            hint="Distance between rows"
            value={crosstalk.rowPitch}
            onCommit={(rowPitch) => change({ rowPitch })}
          />
          <NumberEntry
            label="Arms"
            unit="µm"
            hint="Distance between the two arms of a shifter"
            value={crosstalk.armPitch}
            onCommit={(armPitch) => change({ armPitch })}
          />
        </div>
      )}
    </>
  );
}
