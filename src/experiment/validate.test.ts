import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDEAL_HARDWARE } from './defaults';
import { PRESETS, ficonnVowels } from './presets';
import type { Experiment } from './schema';
import { validateExperiment } from './validate';

/** The fault of an experiment with one field replaced. */
function faultWith(path: string, value: unknown, from: Experiment = flawed) {
  const experiment = structuredClone(from) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, experiment);
  parent[last] = value;
  const result = validateExperiment(experiment);
  return result.ok ? undefined : result.fault;
}

/** Everything switched on, so that every field exists. */
const flawed: Experiment = {
  ...ficonnVowels,
  hardware: {
    ...IDEAL_HARDWARE,
    quantisation: { of: 'phase', bits: 8 },
    crosstalk: { strength: 1, columnPitch: 24, rowPitch: 120, armPitch: 10 },
    detection: {
      power: 0.1,
      responsivity: 1.1,
      bandwidth: 10,
      shot: true,
      thermal: { load: 50, temperature: 300 },
      rin: -150,
      adc: { bits: 8, fullScale: 0.4 },
    },
  },
  training: {
    ...ficonnVowels.training,
    range: { kind: 'clamp', phases: ['theta'], low: 0, high: 3 },
    method: { kind: 'spsa', amplitude: 0.1 },
  },
};

describe('constants outside physics', () => {
  it.each([
    [
      'hardware.insertionLoss',
      -1,
      'The loss per interferometer cannot be −1 dB: a passive chip takes light away and adds none.',
      'Enter 0 dB or more.',
    ],
    [
      'hardware.crossingLoss',
      -0.1,
      /loss per crossing cannot be −0.1 dB: a passive chip/,
      'Enter 0 dB or more.',
    ],
    [
      'hardware.propagationLoss',
      1000,
      /cannot be 1000 dB\/cm: no light would be left/,
      'Enter 100 dB/cm or less.',
    ],
    [
      'hardware.splitterError',
      0.8,
      /splitter error cannot be 0.8 rad: a coupler that is π\/4 off/,
      'Enter 0.7854 rad or less.',
    ],
    ['hardware.splitterNoise', 1, /splitter noise cannot be 1 rad: a coupler/, 'Enter 0.7854 rad or less.'],
    [
      'hardware.phaseError',
      -0.1,
      /phase error cannot be −0.1 rad: a standard deviation is not negative/,
      'Enter 0 rad or more.',
    ],
    [
      'hardware.phaseNoise',
      4,
      /phase noise cannot be 4 rad: a phase that is π off/,
      'Enter 3.142 rad or less.',
    ],
    ['hardware.drift', -1, /drift cannot be −1 rad per/, /^Enter 0 rad per √\(1000 steps\) or more/],
    [
      'hardware.quantisation.bits',
      0,
      /cannot be 0 bits: a converter has at least one bit/,
      'Enter 1 bit or more.',
    ],
    ['hardware.quantisation.bits', 3.5, /cannot be 3.5 bits: it is a whole number/, 'Enter a whole number.'],
    ['hardware.detection.adc.bits', 0, /readings cannot be 0 bits/, 'Enter 1 bit or more.'],
    ['hardware.detection.power', 0, /optical power cannot be 0 mW: without light/, /or more\.$/],
    ['hardware.detection.thermal.temperature', -3, /temperature cannot be −3 K/, /or more\.$/],
    ['hardware.detection.rin', 3, /intensity noise cannot be 3 dB\/Hz/, 'Enter 0 dB/Hz or less.'],
    [
      'hardware.crosstalk.columnPitch',
      0,
      /column pitch cannot be 0 µm: shifters need room/,
      'Enter 1 µm or more.',
    ],
    [
      'hardware.insertionLoss',
      Number.NaN,
      'The loss per interferometer is not a number.',
      'Enter a number in dB.',
    ],
    [
      'hardware.insertionLoss',
      'much',
      'The loss per interferometer is not a number.',
      'Enter a number in dB.',
    ],
    ['hardware.splitterError', Number.POSITIVE_INFINITY, 'The splitter error is not a number.', /rad/],
    ['layers.1.gain', -1, /^The gain cannot be −1: /, 'Enter 0.01 or more.'],
    ['training.method.amplitude', 0, /trial step cannot be 0 rad/, 'Enter 0.0001 rad or more.'],
    [
      'hardware.components',
      { columnLength: -1 },
      /Waveguide through one column cannot be -1 mm/,
      /from 0.001 to 1000 mm/,
    ],
  ])('%s = %s', (path, value, message, fix) => {
    const fault = faultWith(path, value);
    expect(fault?.message).toMatch(message);
    expect(fault?.fix).toMatch(fix);
    expect(fault?.where?.startsWith(path)).toBe(true);
  });

  it('never throw and always name a field', () => {
    const paths = [
      'hardware.insertionLoss',
      'hardware.quantisation',
      'hardware.detection',
      'hardware.crosstalk',
      'training.range',
      'training.method',
      'layers.0.mesh',
      'layers.0.weights',
      'training.frozen',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.anything(), (path, value) => {
        const fault = faultWith(path, value);
        if (fault === undefined) return;
        expect(fault.where?.startsWith(path)).toBe(true);
        expect(fault.fix).not.toBe('');
      }),
    );
  });
});

describe('what does not go together', () => {
  it.each([
    ['butterfly', 6, /power of two/],
    ['tree', 6, /power of two/],
    ['diamond', 7, /even number/],
  ])('a %s mesh of %i modes', (mesh, modes, message) => {
    const layers = ficonnVowels.layers.map((layer, index) => (index === 2 ? { ...layer, mesh } : layer));
    const result = validateExperiment({ ...ficonnVowels, modes, layers });
    expect(result).toMatchObject({ ok: false, fault: { where: 'layers.2.mesh' } });
    if (!result.ok) expect(result.fault.message).toMatch(message);
  });

  it('a three-splitter mesh and real weights', () => {
    const layers = ficonnVowels.layers.map((layer) => ({
      ...layer,
      mesh: 'three-splitter',
      weights: 'real',
    }));
    expect(validateExperiment({ ...ficonnVowels, layers })).toMatchObject({
      fault: { where: 'layers.0.weights' },
    });
  });

  it('a lower limit above the upper one', () => {
    const fault = faultWith('training.range.low', 3.5);
    expect(fault).toMatchObject({ where: 'training.range.low', fix: 'Exchange the two limits.' });
    expect(faultWith('training.range.low', 3)).toBeUndefined();
  });
});

describe('documents of version 1', () => {
  it('open with everything new at its default', () => {
    const {
      crossingLoss: _a,
      propagationLoss: _b,
      quantisation: _c,
      crosstalk: _d,
      drift: _e,
      ...rest
    } = ficonnVowels.hardware;
    const { phaseNoise: _f, splitterNoise: _g, detection: _h, components: _i, ...hardware } = rest;
    const { method: _j, initial: _k, range: _l, frozen: _m, ...training } = ficonnVowels.training;
    const { convolution: _n, ...whole } = ficonnVowels;
    const layers = ficonnVowels.layers.map(({ weights: _w, frozen: _z, ...layer }) => layer);
    const result = validateExperiment({ ...whole, version: 1, hardware, training, layers });
    expect(result).toEqual({ ok: true, value: ficonnVowels });
  });

  it.each([3, 99])('and ones of version %i do not', (version) => {
    expect(validateExperiment({ ...ficonnVowels, version })).toMatchObject({
      fault: { code: 'experiment/newer-version' },
    });
  });
});

it.each(PRESETS)('$name is valid', (preset) => {
  expect(validateExperiment(preset)).toEqual({ ok: true, value: preset });
});
