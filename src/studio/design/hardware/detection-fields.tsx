import { useState } from 'react';
import type { Detection } from '../../../experiment/schema';
import { NumberEntry } from '../../parts/number-entry';
import { SwitchRow } from '../../parts/switch-row';
import { useHardware } from './use-hardware';
import { USUAL_ADC, USUAL_DETECTION, USUAL_RIN, USUAL_THERMAL } from '../../../experiment/usual-flaws';
import { hardwareWords as words } from '../../words/hardware-fields';

/** Noise and steps of the photodiodes and converters that read the answer. */
export function DetectionFields() {
  const [{ detection }, set] = useHardware();
  const [kept, setKept] = useState<Detection>(USUAL_DETECTION);
  return (
    <>
      <SwitchRow
        setting="hardware.detection"
        label={words.detection.realPhotodiodes}
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
          label={words.detection.power}
          unit="mW"
          factor={1.25}
          hint={words.detection.opticalPowerThatASquared}
          value={detection.power}
          onCommit={(power) => change({ power })}
        />
        <NumberEntry
          setting="hardware.detection.responsivity"
          label={words.detection.response}
          unit="A/W"
          step={0.05}
          hint={words.detection.responsivityOfThePhotodiodes}
          value={detection.responsivity}
          onCommit={(responsivity) => change({ responsivity })}
        />
        <NumberEntry
          setting="hardware.detection.bandwidth"
          label={words.detection.bandwidth}
          unit="GHz"
          factor={1.25}
          hint={words.detection.ofTheReceiverAllNoise}
          value={detection.bandwidth}
          onCommit={(bandwidth) => change({ bandwidth })}
        />
      </div>
      <SwitchRow
        setting="hardware.detection.shot"
        label={words.detection.shotNoise}
        hint={words.detection.electronsArriveOneByOne}
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
        label={words.detection.thermalNoise}
        hint={words.detection.thermalNoiseHint}
        isOn={thermal !== null}
        onChange={(isOn) => {
          if (thermal !== null) setKept(thermal);
          change({ thermal: isOn ? kept : null });
        }}
      />
      {thermal !== null && (
        <div className="switch-more field-row">
          <NumberEntry
            label={words.detection.load}
            unit="Ω"
            factor={1.25}
            value={thermal.load}
            onCommit={(load) => change({ thermal: { ...thermal, load } })}
          />
          <NumberEntry
            label={words.detection.temperature}
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
      label={words.detection.laserRIN}
      hint={words.detection.relativeIntensityNoiseOfThe}
      isOn={rin !== null}
      onChange={(isOn) => {
        if (rin !== null) setKept(rin);
        change({ rin: isOn ? kept : null });
      }}
    >
      <NumberEntry
        label={words.detection.laserRINDBHz}
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
        label={words.detection.converterADC}
        hint={words.detection.readingsComeInStepsFrom}
        isOn={adc !== null}
        onChange={(isOn) => {
          if (adc !== null) setKept(adc);
          change({ adc: isOn ? kept : null });
        }}
      />
      {adc !== null && (
        <div className="switch-more field-row">
          <NumberEntry
            label={words.detection.converterBits}
            value={adc.bits}
            onCommit={(bits) => change({ adc: { ...adc, bits } })}
          />
          <NumberEntry
            label={words.detection.fullScale}
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
