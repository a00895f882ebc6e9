import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { componentsOf } from '../../photonics/budget/components';
import { HARDWARE_PROFILES } from '../../photonics/hardware';
import type { Experiment } from '../../experiment/schema';
import type { ShifterDrive } from '../../library/formats/phase-table';
import { readQuantity } from '../format/quantity';
import { exportWords } from '../words/export';

/** Vπ·L ≈ 2.5 V·cm (see the column's length in photonics/hardware.ts) over shifters of 5 mm, volts. */
const HALF_WAVE = 5;

/** How the platform's shifters are driven, as far as its constants tell. */
export function platformDrive({ hardware }: Pick<Experiment, 'hardware'>): ShifterDrive {
  const { heaterPower } = componentsOf(HARDWARE_PROFILES[hardware.preset], hardware.components);
  const isElectroOptic = hardware.preset === 'thin-film-lithium-niobate';
  return {
    powerAtPi: heaterPower.value,
    resistance: undefined,
    halfWave: isElectroOptic ? HALF_WAVE : undefined,
  };
}

/** What the platform's constants do not say: what turns a heater's power, or a phase, into volts. */
export function DriveFields(props: {
  readonly experiment: Experiment;
  readonly drive: ShifterDrive;
  readonly onChange: (drive: ShifterDrive) => void;
}) {
  const { experiment, drive, onChange } = props;
  const isElectroOptic = experiment.hardware.preset === 'thin-film-lithium-niobate';
  const { heaterPower } = componentsOf(
    HARDWARE_PROFILES[experiment.hardware.preset],
    experiment.hardware.components,
  );
  return (
    <>
      <div className="export-options">
        {isElectroOptic ? (
          <OptionalNumber
            label={exportWords.halfWave}
            hint={exportWords.halfWaveHint}
            unit={exportWords.volt}
            value={drive.halfWave}
            onChange={(halfWave) => onChange({ ...drive, halfWave })}
          />
        ) : (
          <OptionalNumber
            label={exportWords.resistance}
            hint={exportWords.resistanceHint}
            unit={exportWords.ohm}
            value={drive.resistance}
            onChange={(resistance) => onChange({ ...drive, resistance })}
          />
        )}
      </div>
      <p className="muted small">
        {isElectroOptic
          ? exportWords.driveNote.electroOptic
          : exportWords.driveNote.heater(String(heaterPower.value), heaterPower.source)}
      </p>
    </>
  );
}

/** A positive number, or nothing. */
function OptionalNumber(props: {
  readonly label: string;
  readonly hint: string;
  readonly unit: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}) {
  const [text, setText] = useState(props.value === undefined ? '' : String(props.value));
  const isWrong = text.trim() !== '' && positive(text, props.unit) === undefined;
  return (
    <TextField
      className="field"
      value={text}
      isInvalid={isWrong}
      onChange={(next) => {
        setText(next);
        const number = positive(next, props.unit);
        if (next.trim() === '' || number !== undefined) props.onChange(number);
      }}
    >
      <Label className="field-label">{props.label}</Label>
      <div className="number-box">
        <Input className="number-input tabular" inputMode="decimal" autoComplete="off" title={props.hint} />
        <span className="unit" aria-hidden>
          {props.unit}
        </span>
      </div>
      <FieldError className="field-error">{exportWords.notPositive.message}</FieldError>
    </TextField>
  );
}

function positive(text: string, unit: string): number | undefined {
  const reading = readQuantity(text, unit);
  return reading.kind === 'value' && reading.value > 0 ? reading.value : undefined;
}
