import type { Experiment, Hardware } from '../../experiment/schema';
import { validateExperiment } from '../../experiment/validate';
import type { SweptFlaw } from '../../engine/study';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { plainNumber } from '../format/si';
import type { YieldSettings } from './settings';
import { studiesWords } from '../words/studies';

const words = studiesWords.flaws;

/** A flaw whose size a yield study changes. */
export interface FlawInfo {
  readonly name: string;
  readonly unit: string;
  /** Sizes that a study starts with. */
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
}

/** Sizes from none to where chips of usual size fail. */
export const FLAWS: Readonly<Record<SweptFlaw, FlawInfo>> = {
  splitterError: { name: words.splitterError, unit: 'rad', from: 0, to: 0.1, isWhole: false },
  phaseError: { name: words.phaseError, unit: 'rad', from: 0, to: 0.2, isWhole: false },
  insertionLoss: { name: words.interferometerLoss, unit: 'dB', from: 0, to: 1, isWhole: false },
  phaseBits: { name: words.bitsOfAPhase, unit: 'bits', from: 2, to: 8, isWhole: true },
  crosstalk: { name: words.thermalCrosstalk, unit: '×', from: 0, to: 2, isWhole: false },
  phaseNoise: { name: words.phaseNoise, unit: 'rad', from: 0, to: 0.2, isWhole: false },
};

/** Sizes that are measured, in equal steps, or every whole number. */
export function sweptValues({
  flaw,
  from,
  to,
  count,
}: Pick<YieldSettings, 'flaw' | 'from' | 'to' | 'count'>) {
  if (FLAWS[flaw].isWhole) return Array.from({ length: Math.max(1, to - from + 1) }, (_, i) => from + i);
  if (count === 1) return [from];
  const step = (to - from) / (count - 1);
  // 0.1 + 0.2 is to be 0.3 on an axis.
  return Array.from({ length: count }, (_, i) => Number((from + i * step).toPrecision(9)));
}

/** A size as it must be, or why it cannot be: the experiment's own rules decide. */
export function flawSize(experiment: Experiment, flaw: SweptFlaw, value: number): Result<number> {
  const checked = validateExperiment({
    ...experiment,
    hardware: { ...experiment.hardware, ...hardwareWith(experiment.hardware, flaw, value) },
  });
  return checked.ok ? ok(value) : fail(checked.fault);
}

/** Distances for a chip that does not say its own: those a chip has when crosstalk is switched on. */
const PITCHES = { columnPitch: 24, rowPitch: 120, armPitch: 10 } as const;

function hardwareWith(hardware: Hardware, flaw: SweptFlaw, value: number): Partial<Hardware> {
  if (flaw === 'phaseBits') return { quantisation: { of: 'phase', bits: value } };
  if (flaw === 'crosstalk') return { crosstalk: { ...(hardware.crosstalk ?? PITCHES), strength: value } };
  return { [flaw]: value };
}

/** "0.02 rad" */
export function flawText(flaw: SweptFlaw, value: number): string {
  const { unit } = FLAWS[flaw];
  return unit === '' ? plainNumber(value) : `${plainNumber(value)} ${unit}`;
}
