/** What a bounded number is called, its unit, and why its bounds are where they are. */
interface FieldWords {
  readonly name: string;
  readonly unit?: string;
  readonly low?: string;
  readonly high?: string;
}

const SPREAD = 'a standard deviation is not negative';
const PASSIVE = 'a passive chip takes light away and adds none';
const DARK = 'no light would be left to detect';
const COUPLER = 'a coupler that is π/4 off splits nothing any more';
const EVERY_PHASE = 'a phase that is π off is anywhere already';
const BITS = 'a converter has at least one bit';
const FINE = 'that is finer than any converter';
const ROOM = 'shifters need room';

/** Fields by their path, with * for positions in lists. */
const WORDS: Readonly<Record<string, FieldWords>> = {
  'layers.*.gain': { name: 'The gain', low: 'a layer without light computes nothing' },
  'hardware.splitterError': { name: 'The splitter error', unit: 'rad', low: SPREAD, high: COUPLER },
  'hardware.phaseError': { name: 'The phase error', unit: 'rad', low: SPREAD, high: EVERY_PHASE },
  'hardware.insertionLoss': { name: 'The loss per interferometer', unit: 'dB', low: PASSIVE, high: DARK },
  'hardware.crossingLoss': { name: 'The loss per crossing', unit: 'dB', low: PASSIVE, high: DARK },
  'hardware.propagationLoss': { name: 'The loss of the waveguides', unit: 'dB/cm', low: PASSIVE, high: DARK },
  'hardware.quantisation.bits': { name: 'The converter of the phases', unit: 'bits', low: BITS, high: FINE },
  'hardware.crosstalk.strength': {
    name: 'The crosstalk',
    low: 'heaters do not cool',
    high: 'that is ten times the law',
  },
  'hardware.crosstalk.columnPitch': { name: 'The column pitch', unit: 'µm', low: ROOM },
  'hardware.crosstalk.rowPitch': { name: 'The row pitch', unit: 'µm', low: ROOM },
  'hardware.crosstalk.armPitch': { name: 'The arm pitch', unit: 'µm', low: ROOM },
  'hardware.drift': { name: 'The drift', unit: 'rad per √(1000 steps)', low: SPREAD, high: EVERY_PHASE },
  'hardware.phaseNoise': { name: 'The phase noise', unit: 'rad', low: SPREAD, high: EVERY_PHASE },
  'hardware.splitterNoise': { name: 'The splitter noise', unit: 'rad', low: SPREAD, high: COUPLER },
  'hardware.detection.power': {
    name: 'The optical power',
    unit: 'mW',
    low: 'without light nothing is detected',
  },
  'hardware.detection.responsivity': {
    name: 'The responsivity',
    unit: 'A/W',
    low: 'a photodiode that makes no current detects nothing',
  },
  'hardware.detection.bandwidth': {
    name: 'The bandwidth',
    unit: 'GHz',
    low: 'a detector needs some to answer',
  },
  'hardware.detection.thermal.load': {
    name: 'The load',
    unit: 'Ω',
    low: 'a resistance is not negative or zero',
  },
  'hardware.detection.thermal.temperature': {
    name: 'The temperature',
    unit: 'K',
    low: 'nothing is colder than 0 K',
  },
  'hardware.detection.rin': { name: 'The intensity noise', unit: 'dB/Hz', high: 'no laser is that noisy' },
  'hardware.detection.adc.bits': {
    name: 'The converter of the readings',
    unit: 'bits',
    low: BITS,
    high: FINE,
  },
  'hardware.detection.adc.fullScale': {
    name: 'The full scale',
    unit: 'mW',
    low: 'a converter needs a range',
  },
  'training.method.tapNoise': { name: 'The noise of a tap', low: SPREAD },
  'training.method.amplitude': { name: 'The trial step', unit: 'rad', low: 'a trial has to move something' },
  'training.range.low': { name: 'The lower limit', unit: 'rad' },
  'training.range.high': { name: 'The upper limit', unit: 'rad' },
};

/** What is wrong with one number, as far as the schema tells. */
interface NumberIssue {
  /** Valibot's name of the broken rule: `min_value`, `max_value`, `integer`, or another. */
  readonly rule: string;
  readonly input: unknown;
  readonly bound: unknown;
}

/** Message and fix in plain words for a field that has some, or undefined. */
export function explainNumber(
  where: string,
  { rule, input, bound }: NumberIssue,
): { readonly message: string; readonly fix: string } | undefined {
  const words = WORDS[where.replace(/\.\d+(?=\.|$)/g, '.*')];
  if (words === undefined) return undefined;
  const { name, unit } = words;
  const say = (value: unknown): string =>
    `${format(value)}${unit === undefined ? '' : ` ${value === 1 ? singular(unit) : unit}`}`;
  if (typeof input !== 'number' || !Number.isFinite(input))
    return { message: `${name} is not a number.`, fix: `Enter a number${unit ? ` in ${unit}` : ''}.` };
  const cannot = `${name} cannot be ${say(input)}`;
  if (rule === 'integer')
    return { message: `${cannot}: it is a whole number.`, fix: 'Enter a whole number.' };
  const because = (reason: string | undefined): string => (reason === undefined ? '.' : `: ${reason}.`);
  if (rule === 'min_value')
    return { message: cannot + because(words.low), fix: `Enter ${say(bound)} or more.` };
  if (rule === 'max_value')
    return { message: cannot + because(words.high), fix: `Enter ${say(bound)} or less.` };
  return undefined;
}

function singular(unit: string): string {
  return unit === 'bits' ? 'bit' : unit;
}

/** Up to four digits, with the sign as people write it. */
function format(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(4))).replace('-', '−') : String(value);
}
