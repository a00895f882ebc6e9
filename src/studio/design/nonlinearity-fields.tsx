import type { Nonlinearity } from '../../experiment/schema';
import type { Decibels } from '../format/quantity';
import type { Result } from '../../lib/result';
import { NumberEntry } from '../parts/number-entry';

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
    { key: 'alpha', label: 'Tap α', decibels: 'power', hint: 'Fraction of power to the photodiode' },
    { key: 'g', label: 'Gain g', unit: 'rad', hint: 'Phase per tapped power' },
    { key: 'phiB', label: 'Bias φ', unit: 'rad', hint: 'Bias phase' },
  ],
  nofu: [
    { key: 'kappa', label: 'Gain κ', unit: 'rad', hint: 'Ring phase per tapped power' },
    { key: 'r', label: 'Coupling r', decibels: 'amplitude', hint: 'Self-coupling amplitude of the ring' },
    { key: 'a', label: 'Round trip a', decibels: 'amplitude', hint: 'Round-trip amplitude of the ring' },
  ],
  'mod-relu': [{ key: 'threshold', label: 'Threshold', hint: 'Field below which nothing passes' }],
  kerr: [{ key: 'g', label: 'Gain g', unit: 'rad', hint: 'Phase per power' }],
  modulus: [],
  power: [],
  'modulus-softplus': [],
  'saturable-absorber': [
    { key: 'sigmaTau', label: 'στ', hint: 'Inverse saturation intensity' },
    { key: 't0', label: 'T₀', decibels: 'power', hint: 'Small-signal transmission' },
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
