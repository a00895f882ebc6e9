import type { Nonlinearity } from '../../experiment/schema';
import type { Decibels } from '../format/quantity';
import type { Result } from '../../lib/result';
import { NumberEntry } from '../parts/number-entry';
import { fieldWords as words } from '../words/design-fields';

interface Constant {
  readonly key: string;
  readonly label: string;
  readonly unit?: string;
  readonly hint: string;
  /** How decibels of it are meant. */
  readonly decibels?: Decibels;
}

/** The constants of each nonlinearity, as in experiment/schema.ts. */
const CONSTANTS: Readonly<Record<Nonlinearity['kind'], readonly Constant[]>> = {
  none: [],
  'electro-optic': [
    {
      key: 'alpha',
      label: words.nonlinearity.tap,
      decibels: 'power',
      hint: words.nonlinearity.fractionOfPowerToThe,
    },
    { key: 'g', label: words.nonlinearity.gainG, unit: 'rad', hint: words.nonlinearity.phasePerTappedPower },
    { key: 'phiB', label: words.nonlinearity.bias, unit: 'rad', hint: words.nonlinearity.biasPhase },
  ],
  nofu: [
    {
      key: 'kappa',
      label: words.nonlinearity.gain,
      unit: 'rad',
      hint: words.nonlinearity.ringPhasePerTappedPower,
    },
    {
      key: 'r',
      label: words.nonlinearity.couplingR,
      decibels: 'amplitude',
      hint: words.nonlinearity.selfCouplingAmplitudeOfThe,
    },
    {
      key: 'a',
      label: words.nonlinearity.roundTripA,
      decibels: 'amplitude',
      hint: words.nonlinearity.roundTripAmplitudeOfThe,
    },
  ],
  'mod-relu': [
    {
      key: 'threshold',
      label: words.nonlinearity.threshold,
      hint: words.nonlinearity.fieldBelowWhichNothingPasses,
    },
  ],
  kerr: [{ key: 'g', label: words.nonlinearity.gainG, unit: 'rad', hint: words.nonlinearity.phasePerPower }],
  modulus: [],
  power: [],
  'modulus-softplus': [],
  'saturable-absorber': [
    {
      key: 'sigmaTau',
      label: words.nonlinearity.sigmatau,
      hint: words.nonlinearity.inverseSaturationIntensity,
    },
    {
      key: 't0',
      label: words.nonlinearity.smallSignal,
      decibels: 'power',
      hint: words.nonlinearity.smallSignalTransmission,
    },
  ],
};

export function NonlinearityFields(props: {
  readonly nonlinearity: Nonlinearity;
  readonly onCommit: (nonlinearity: Nonlinearity) => Result<unknown>;
}) {
  const { nonlinearity } = props;
  const constants = CONSTANTS[nonlinearity.kind];
  if (constants.length === 0) return null;
  const values = nonlinearity as unknown as Readonly<Record<string, number>>;
  return (
    <div className="field-row">
      {constants.map((constant) => (
        <NumberEntry
          key={`${nonlinearity.kind}-${constant.key}`}
          label={constant.label}
          value={values[constant.key] ?? 0}
          step={0.05}
          hint={constant.hint}
          {...(constant.unit === undefined ? {} : { unit: constant.unit })}
          {...(constant.decibels === undefined ? {} : { decibels: constant.decibels })}

          onCommit={(value) => props.onCommit({ ...nonlinearity, [constant.key]: value })}
        />
      ))}
    </div>
  );
}
