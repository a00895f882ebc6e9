import { useState } from 'react';
import type { Detection } from '../../../experiment/schema';
import { NumberEntry } from '../../parts/number-entry';
import { SwitchRow } from '../../parts/switch-row';
import { useHardware } from './use-hardware';
import { USUAL_ADC, USUAL_DETECTION, USUAL_RIN, USUAL_THERMAL } from './usual-flaws';

/** Noise and steps of the photodiodes and converters that read the answer. */
export function DetectionFields() {
  const [{ detection }, set] = useHardware();
  const [kept, setKept] = useState<Detection>(USUAL_DETECTION);
  return (
    <>
      <SwitchRow
        setting="hardware.detection"
        label="Real photodiodes"
        isOn={detection !== null}
        onChange={(isOn) => {
          if (detection !== null) setKept(detection);
          set({ detection: isOn ? kept : null });
        }}
      />
      {detection !== null && <Detectors detection={detection} />}
    </>
  );
}

function Detectors({ detection }: { readonly detection: Detection }) {
  const [, set] = useHardware();
  const change = (part: Partial<Detection>) => set({ detection: { ...detection, ...part } });
  return (
    <>
      <div className="field-row field-row-3">
        <NumberEntry
          setting="hardware.detection.power"
          label="Power"
          unit="mW"
          factor={1.25}
          hint="Optical power that a squared field of 1 stands for"
          value={detection.power}
          onCommit={(power) => change({ power })}
        />
        <NumberEntry
          setting="hardware.detection.responsivity"
          label="Response"
          unit="A/W"
          step={0.05}
          hint="Responsivity of the photodiodes"
          value={detection.responsivity}
          onCommit={(responsivity) => change({ responsivity })}
        />
        <NumberEntry
          setting="hardware.detection.bandwidth"
          label="Bandwidth"
          unit="GHz"
          factor={1.25}
          hint="Of the receiver; all noise grows with it"
          value={detection.bandwidth}
          onCommit={(bandwidth) => change({ bandwidth })}
        />
      </div>
      <SwitchRow
        setting="hardware.detection.shot"
        label="Shot noise"
        hint="Electrons arrive one by one: 2qIB"
        isOn={detection.shot}
        onChange={(shot) => change({ shot })}
      />
      <Thermal detection={detection} change={change} />
      <Rin detection={detection} change={change} />
      <Adc detection={detection} change={change} />
    </>
  );
}

interface Part {
  readonly detection: Detection;
  readonly change: (part: Partial<Detection>) => ReturnType<ReturnType<typeof useHardware>[1]>;
}

function Thermal({ detection: { thermal }, change }: Part) {
  const [kept, setKept] = useState<NonNullable<Detection['thermal']>>(USUAL_THERMAL);
  return (
    <>
      <SwitchRow
        label="Thermal noise"
        hint="Of the load resistor: 4kTB/R"
        isOn={thermal !== null}
        onChange={(isOn) => {
          if (thermal !== null) setKept(thermal);
          change({ thermal: isOn ? kept : null });
        }}
      />
      {thermal !== null && (
        <div className="switch-more field-row">
          <NumberEntry
            label="Load"
            unit="Ω"
            factor={1.25}
            value={thermal.load}
            onCommit={(load) => change({ thermal: { ...thermal, load } })}
          />
          <NumberEntry
            label="Temperature"
            unit="K"
            step={10}
            value={thermal.temperature}
            onCommit={(temperature) => change({ thermal: { ...thermal, temperature } })}
          />
        </div>
      )}
    </>
  );
}

function Rin({ detection: { rin }, change }: Part) {
  const [kept, setKept] = useState(USUAL_RIN);
  return (
    <SwitchRow
      setting="hardware.detection.rin"
      label="Laser RIN"
      hint="Relative intensity noise of the laser"
      isOn={rin !== null}
      onChange={(isOn) => {
        if (rin !== null) setKept(rin);
        change({ rin: isOn ? kept : null });
      }}
    >
      <NumberEntry
        label="Laser RIN, dB/Hz"
        hideLabel
        unit="dB/Hz"
        value={rin ?? kept}
        onCommit={(value) => change({ rin: value })}
      />
    </SwitchRow>
  );
}

function Adc({ detection: { adc }, change }: Part) {
  const [kept, setKept] = useState<NonNullable<Detection['adc']>>(USUAL_ADC);
  return (
    <>
      <SwitchRow
        label="Converter (ADC)"
        hint="Readings come in steps from 0 to its largest number"
        isOn={adc !== null}
        onChange={(isOn) => {
          if (adc !== null) setKept(adc);
          change({ adc: isOn ? kept : null });
        }}
      />
      {adc !== null && (
        <div className="switch-more field-row">
          <NumberEntry
            label="Converter bits"
            value={adc.bits}
            onCommit={(bits) => change({ adc: { ...adc, bits } })}
          />
          <NumberEntry
            label="Full scale"
            unit="mW"
            factor={1.25}
            value={adc.fullScale}
            onCommit={(fullScale) => change({ adc: { ...adc, fullScale } })}
          />
        </div>
      )}
    </>
  );
}
