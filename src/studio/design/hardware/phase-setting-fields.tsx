import { useState } from 'react';
import type { Hardware } from '../../../experiment/schema';
import { NumberEntry } from '../../parts/number-entry';
import { Segmented } from '../../parts/segmented';
import { SwitchRow } from '../../parts/switch-row';
import { FlawAmount } from './flaw-amount';
import { useHardware } from './use-hardware';
import {
  USUAL_CROSSTALK,
  USUAL_DRIFT,
  USUAL_NOISE,
  USUAL_QUANTISATION,
} from '../../../experiment/usual-flaws';
import { hardwareWords as words } from '../../words/hardware-fields';

/** What comes between the phase that is asked for and the one light meets. */
export function PhaseSettingFields() {
  const [hardware, set] = useHardware();
  return (
    <>
      <Quantisation />
      <Crosstalk />
      <FlawAmount
        setting="hardware.drift"
        label={words.phaseSetting.drift}
        unit="rad"
        step={0.005}
        hint={words.phaseSetting.slowRandomWalkOfAll}
        note={words.phaseSetting.driftNote}
        value={hardware.drift}
        usual={USUAL_DRIFT}
        onCommit={(drift) => set({ drift })}
      />
      <FlawAmount
        setting="hardware.phaseNoise"
        label={words.phaseSetting.phaseNoise}
        unit="rad"
        step={0.005}
        hint={words.phaseSetting.standardDeviationDrawnAgainEvery}
        value={hardware.phaseNoise}
        usual={USUAL_NOISE}
        onCommit={(phaseNoise) => set({ phaseNoise })}
      />
      <FlawAmount
        setting="hardware.splitterNoise"
        label={words.phaseSetting.splitterNoise}
        unit="rad"
        step={0.005}
        hint={words.phaseSetting.standardDeviationOfTheCouplers}
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
        label={words.phaseSetting.quantisation}
        hint={words.phaseSetting.theConvertersThatSetThe}
        isOn={quantisation !== null}
        onChange={(isOn) => {
          if (quantisation !== null) setKept(quantisation);
          set({ quantisation: isOn ? kept : null });
        }}
      >
        <NumberEntry
          label={words.phaseSetting.quantisationBits}
          hideLabel
          unit="bits"
          value={(quantisation ?? kept).bits}
          onCommit={(bits) => set({ quantisation: { ...(quantisation ?? kept), bits } })}
        />
      </SwitchRow>
      {quantisation !== null && (
        <div className="switch-more">
          <Segmented
            label={words.phaseSetting.evenStepsOf}
            value={quantisation.of}
            options={[
              { id: 'phase', name: words.phaseSetting.phase },
              { id: 'voltage', name: words.phaseSetting.voltage },
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
        label={words.phaseSetting.crosstalk}
        hint={words.phaseSetting.heatOfAShifterReaches}
        isOn={crosstalk !== null}
        onChange={(isOn) => {
          if (crosstalk !== null) setKept(crosstalk);
          set({ crosstalk: isOn ? kept : null });
        }}
      >
        <NumberEntry
          label={words.phaseSetting.thermalCrosstalkTimesThePublished}
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
            label={words.phaseSetting.columns}
            unit="µm"
            hint={words.phaseSetting.distanceBetweenColumns}
            value={crosstalk.columnPitch}
            onCommit={(columnPitch) => change({ columnPitch })}
          />
          <NumberEntry
            label={words.phaseSetting.rows}
            unit="µm"
            hint={words.phaseSetting.distanceBetweenRows}
            value={crosstalk.rowPitch}
            onCommit={(rowPitch) => change({ rowPitch })}
          />
          <NumberEntry
            label={words.phaseSetting.arms}
            unit="µm"
            hint={words.phaseSetting.distanceBetweenTheTwoArms}
            value={crosstalk.armPitch}
            onCommit={(armPitch) => change({ armPitch })}
          />
        </div>
      )}
    </>
  );
}
