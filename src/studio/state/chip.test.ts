import { describe, expect, it, vi } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { compilePlan } from '../../learning/compile-plan';
import { convPlan, draws } from '../../learning/convolution/convolution.fixture';
import { ConvTracer } from '../conv/conv-trace';
import type { LightRequest } from '../desk/desk';
import { chipLayout } from '../mesh/layout';
import { traceLight } from '../mesh/light';
import { Chip } from './chip';

const compiled = compilePlan(ficonnVowels, { trainSamples: 540, classes: 6 });
if (!compiled.ok) throw new Error(compiled.fault.message);
const plan = compiled.value;
const fields = { re: Float32Array.of(1, 0.5, -0.2, 0, 0.3, 0.8), im: new Float32Array(6) };

const notAsked = () => Promise.reject(new Error('nobody is asked'));

function litChip(): Chip {
  const chip = new Chip({ image: notAsked, light: notAsked });
  chip.setPlan(plan);
  chip.setFields(fields);
  return chip;
}

describe('a large chip', () => {
  const wide = compilePlan(
    { ...ficonnVowels, modes: 128, layers: ficonnVowels.layers.slice(1) },
    { trainSamples: 540, classes: 6 },
  );
  if (!wide.ok) throw new Error(wide.fault.message);
  const { value: large } = wide;
  const light = Float32Array.from({ length: 128 }, (_, p) => 1 / (1 + p));

  it('is lit by another thread, and says that its picture is an old one meanwhile', async () => {
    const asked: LightRequest[] = [];
    const chip = new Chip({
      image: notAsked,
      light: (request) => {
        asked.push(request);
        const { plan: its, parameters, fields: lit } = request;
        return Promise.resolve(traceLight(its, chipLayout(its), parameters, lit));
      },
    });
    chip.setPlan(large);
    chip.setFields({ re: light, im: new Float32Array(128) });
    expect(chip.light()).toBeUndefined();
    expect(chip.isStale).toBe(true);
    await vi.waitFor(() => expect(chip.readings()).toBeDefined());
    expect(chip.isStale).toBe(false);
    expect(chip.takeChangedAt()).toBeTypeOf('number');

    const before = chip.light();
    chip.edit([{ offset: 0, value: 1 }]);
    expect(chip.light()).toBe(before);
    expect(chip.isStale).toBe(true);
    expect(chip.takeChangedAt()).toBeUndefined();
    await vi.waitFor(() => expect(chip.isStale).toBe(false));
    expect(chip.light()).not.toBe(before);
    // Training moves on by itself: nothing on screen is called old for that.
    chip.setParameters(large.initial, 3);
    chip.light();
    expect(chip.isStale).toBe(false);
    await vi.waitFor(() => expect(asked.at(-1)?.step).toBe(3));
  });
});

describe('Chip', () => {
  it('reads other powers as soon as a phase is turned, without touching the plan', () => {
    const chip = litChip();
    const before = chip.readings()?.share.slice();
    const offset = plan.layers[0]?.mesh.thetaOffset ?? 0;
    chip.edit([{ offset: offset, value: (plan.initial[offset] ?? 0) + 1 }]);
    expect(chip.readings()?.share).not.toEqual(before);
    expect(chip.parameters).not.toBe(plan.initial);
    chip.setParameters(plan.initial);
    expect(chip.readings()?.share).toEqual(before);
  });

  it('ignores parameters and fields of another architecture', () => {
    const chip = litChip();
    chip.setParameters(new Float64Array(3));
    expect(chip.parameters).toBe(plan.initial);
    chip.setFields({ re: new Float32Array(4), im: new Float32Array(4) });
    expect(chip.light()).toBeUndefined();
  });

  it('tells its listeners about every change', () => {
    const chip = litChip();
    const version = chip.version();
    let calls = 0;
    const stop = chip.subscribe(() => calls++);
    chip.edit([{ offset: 0, value: 1 }]);
    stop();
    chip.edit([{ offset: 0, value: 2 }]);
    expect(calls).toBe(1);
    expect(chip.version()).toBe(version + 2);
  });
});

describe('Chip with a convolution', () => {
  const network = convPlan();
  const pixels = { re: draws(36, 40), im: new Float64Array(36) };
  const tracer = new ConvTracer(network);

  function convChip(): Chip {
    const chip = new Chip({
      image: ({ parameters, pixels: image, choice }) =>
        Promise.resolve(tracer.trace(parameters, image, choice, undefined)),
      light: notAsked,
    });
    chip.setPlan(network);
    chip.setFields(pixels);
    return chip;
  }

  it('draws one tile, lights it with its part of the image, and answers for the whole network', async () => {
    const chip = convChip();
    expect(chip.plan?.modes).toBe(4);
    expect(chip.readings()).toBeUndefined();
    await vi.waitFor(() => expect(chip.readings()).toBeDefined());
    expect(chip.readings()?.probability.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    const light = chip.light();
    chip.chooseTile({ stage: 0, block: 1 });
    expect(chip.light()).toBeUndefined();
    await vi.waitFor(() => expect(chip.light()).toBeDefined());
    expect(chip.light()?.out).not.toEqual(light?.out);
    expect(chip.layout?.names).toEqual(['Stage 1, tile 2']);
  });

  it('keeps the tile of a network that is like the one before, and goes back to the first of another', () => {
    const chip = convChip();
    chip.chooseTile({ stage: 0, block: 1 });
    chip.setPlan(convPlan({ smoothing: 0.1 }));
    expect(chip.tile).toEqual({ stage: 0, block: 1 });
    chip.setPlan(plan);
    chip.setPlan(network);
    expect(chip.tile).toEqual({ stage: 0, block: 0 });
  });

  it('keeps parameters that come before their plan', () => {
    const chip = convChip();
    const trained = network.initial.map((value) => value + 0.1);
    chip.clear();
    expect(chip.plan).toBeUndefined();
    chip.setParameters(trained, 7);
    chip.setPlan(network);
    expect(chip.parameters).toBe(trained);
    chip.setPlan(network);
    expect(chip.parameters).toBe(network.initial);
  });
});
