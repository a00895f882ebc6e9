import { describe, expect, it } from 'vitest';
import { PRESETS, ficonnVowels } from '../experiment/presets';
import { answerOf } from '../learning/answer';
import { compileNetwork } from '../learning/compile-network';
import { networkForward } from '../learning/network';
import { uniform } from '../lib/rng';
import { parameterTensors } from '../library/formats/network-tensors';
import { prepareModel } from './prepare-model';
import { answersOf, readOut } from './read-out';

const manifest = { step: 0, date: null, studio: null, engine: null, accuracy: null };

function prepared(experiment: typeof ficonnVowels) {
  const design = prepareModel({ experiment, tensors: [], manifest }, 'x');
  expect(design.ok).toBe(false);
  const { plan } = laidOut(experiment);
  const made = prepareModel({ experiment, tensors: parameterTensors(plan, plan.initial), manifest }, 'x');
  if (!made.ok) throw new Error(made.fault.message);
  return made.value;
}

function laidOut(experiment: typeof ficonnVowels) {
  const classes = experiment.task.classes.length || 10;
  const image = { channels: 1, height: 28, width: 28 };
  const plan = compileNetwork(experiment, { classes, trainSamples: 1, image });
  if (!plan.ok) throw new Error(plan.fault.message);
  return { plan: plan.value };
}

describe('reading out', () => {
  const detection = {
    power: 1,
    responsivity: 1,
    bandwidth: 1,
    shot: true,
    thermal: null,
    rin: null,
    adc: { bits: 4, fullScale: 1 },
  };
  const { hardware } = ficonnVowels;

  it.each([
    ['as it is', ficonnVowels],
    ['without normalisation', { ...ficonnVowels, readout: { ...ficonnVowels.readout, normalise: false } }],
    ['through a converter', { ...ficonnVowels, hardware: { ...hardware, detection } }],
  ])('says what the studio says, %s', (_, experiment) => {
    const { plan, parameters, width } = prepared(experiment);
    if (plan.kind !== 'coherent') throw new Error('Coherent layers were expected.');
    const count = 5;
    const lanes = { re: new Float64Array(width * count), im: new Float64Array(width * count) };
    lanes.re.forEach((_value, i) => (lanes.re[i] = uniform(1, 1, i) - 0.5));
    const out = networkForward(plan, parameters, lanes, count);
    const rows = {
      count,
      modes: width,
      re: new Float32Array(width * count),
      im: new Float32Array(width * count),
    };
    for (let row = 0; row < count; row++)
      for (let k = 0; k < width; k++) {
        rows.re[row * width + k] = out.re[k * count + row] ?? 0;
        rows.im[row * width + k] = out.im[k * count + row] ?? 0;
      }
    const all = readOut(plan, rows);
    const answers = answersOf(all, plan.classes);
    for (let row = 0; row < count; row++) {
      const part = (plane: Float32Array) => Float64Array.from(plane.subarray(row * width, (row + 1) * width));
      const said = answerOf(plan, { re: part(rows.re), im: part(rows.im) }, 0);
      expect(answers[row]).toBe(said.answer);
      expect(all[row * plan.classes + said.answer]).toBeCloseTo(said.confidence, 6);
    }
  });

  it('refuses light that is no number', () => {
    const { plan, width } = prepared(ficonnVowels);
    const re = new Float32Array(width).fill(Number.NaN);
    expect(() => readOut(plan, { count: 1, modes: width, re, im: re })).toThrow('not finite');
  });
});

describe('a model that is prepared', () => {
  it('has the width of its images where it is a convolution', () => {
    const convolution = PRESETS.find((each) => each.convolution !== null && each.task.dataset !== 'cifar10');
    if (convolution === undefined) throw new Error('There is no convolution among the examples.');
    expect(prepared(convolution)).toMatchObject({ width: 784 });
  });

  it('must have been trained, and its classes known', () => {
    expect(prepareModel({ experiment: ficonnVowels, tensors: undefined, manifest }, 'x')).toMatchObject({
      fault: { code: 'program/untrained' },
    });
    const own = { ...ficonnVowels, task: { ...ficonnVowels.task, dataset: 'own' as const, classes: [] } };
    expect(prepareModel({ experiment: own, tensors: [], manifest }, 'x')).toMatchObject({
      fault: { code: 'program/unknown-classes' },
    });
  });
});
