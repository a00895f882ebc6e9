import fc from 'fast-check';
import { expect, it } from 'vitest';
import { convolve, convolveBackward } from '../../learning/convolution/convolve';
import type { ImageShape } from '../../learning/convolution/plan';
import { normal } from '../../lib/rng';
import type { Arena } from './arena';
import type { DenseConvolve } from './conv-dense-plan';
import type { PanelLayout } from './conv-layout';
import { LANES, floatOf, imageLayout, panelLayout } from './conv-layout';
import { ConvLinear } from './conv-linear';
import { kernelsInNode } from './kernels.fixture';

const open = await kernelsInNode();

const setting = fc.record({
  channels: fc.integer({ min: 1, max: 18 }),
  height: fc.integer({ min: 1, max: 11 }),
  width: fc.integer({ min: 1, max: 11 }),
  outputs: fc.integer({ min: 1, max: 18 }),
  kernel: fc.constantFrom(1, 3, 5, 7),
  stride: fc.constantFrom(1, 2),
  complex: fc.boolean(),
  samples: fc.integer({ min: 1, max: 6 }),
  from: fc.constantFrom('image', 'panels', 'flattened'),
});
type Setting = typeof setting extends fc.Arbitrary<infer T> ? T : never;

function stageOf({
  channels,
  height,
  width,
  outputs,
  kernel,
  stride,
  complex,
  from,
}: Setting): DenseConvolve {
  const isFlat = from === 'flattened';
  const input = isFlat
    ? { channels: channels * height * width, height: 1, width: 1 }
    : { channels, height, width };
  const rows = complex ? 2 * outputs : outputs;
  const size = isFlat ? 1 : kernel;
  const step = isFlat ? 1 : stride;
  const columns = input.channels * size * size;
  return {
    kind: 'convolve',
    input,
    output: { channels: rows, height: Math.ceil(input.height / step), width: Math.ceil(input.width / step) },
    kernel: size,
    stride: step,
    padding: (size - 1) / 2,
    rows,
    columns,
    complex,
    matrixOffset: 0,
    biasOffset: 4 * Math.ceil((rows * columns) / 4),
  };
}

const sizeOf = ({ channels, height, width }: ImageShape): number => channels * height * width;
const randoms = (length: number, stream: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => Math.fround(normal(3, stream, i)));

/** Writes [sample][channel][row][column] where a layout has it, or reads it from there. */
function move(
  arena: Arena,
  layout: PanelLayout,
  address: number,
  values: Float64Array,
  direction: 'in' | 'out',
): void {
  const { shape } = layout;
  const size = sizeOf(shape);
  const memory = arena.f32(address, (values.length / size) * layout.sample);
  values.forEach((value, i) => {
    const [sample, rest] = [Math.floor(i / size), i % size];
    const [channel, pixel] = [
      Math.floor(rest / (shape.height * shape.width)),
      rest % (shape.height * shape.width),
    ];
    const at =
      sample * layout.sample + floatOf(layout, channel, Math.floor(pixel / shape.width), pixel % shape.width);
    if (direction === 'in') memory[at] = value;
    else values[i] = memory[at] ?? Number.NaN;
  });
}

/** No product of two drawn numbers is likely to be larger. */
const LARGE_PRODUCT = 4;

/**
 * Root-mean-square error of sums of so many products of normal numbers, over what rounding each of the f32 additions
 * by half a unit in the last place adds up to: 2⁻²⁴·terms, the sums themselves growing as √terms. The product of two
 * large numbers is rounded too.
 */
function sumError(got: ArrayLike<number>, wanted: ArrayLike<number>, terms: number): number {
  let squares = 0;
  for (let i = 0; i < wanted.length; i++) squares += ((got[i] ?? Number.NaN) - (wanted[i] ?? 0)) ** 2;
  return Math.sqrt(squares / wanted.length) / (2 ** -24 * (terms + LARGE_PRODUCT));
}

/** Usual errors are about 0.4; leaving out one term of a sum, or taking another's, is off by thousands and more. */
const LARGEST = 4;

it('multiplies patches, and carries cotangents back to inputs and matrix, like the oracle', () => {
  fc.assert(
    fc.property(setting, (chosen) => {
      const { channels, height, width, samples, from, complex } = chosen;
      const stage = stageOf(chosen);
      const { arena, kernels } = open();
      const before = { channels, height, width };
      const x = from === 'image' ? imageLayout(before, stage.padding) : panelLayout(before, stage.padding);
      const z = panelLayout(stage.output, 0, complex ? 2 : 1);
      const isFirst = from === 'image';
      const linear = new ConvLinear(kernels, arena, stage, x, z, from === 'flattened', samples, isFirst);
      const capacity = samples + 4;
      const [xAt, zAt] = [arena.floats(capacity * x.sample), arena.floats(capacity * z.sample)];
      const dx = panelLayout(before, 0);
      const dxAt = arena.floats(capacity * dx.sample);
      const bias = stage.biasOffset ?? 0;
      const vector = randoms(bias + stage.rows, 1);
      const vectorAt = arena.putFloats(vector, 16);
      const gradientAt = arena.floats(vector.length + 16);
      const input = randoms(samples * sizeOf(before), 2);
      const cotangent = randoms(samples * sizeOf(stage.output), 3);
      move(arena, x, xAt, input, 'in');
      linear.load(vectorAt);
      linear.clear();
      const cotangentAt = arena.floats(capacity * z.sample);
      move(arena, z, cotangentAt, cotangent, 'in');
      const parts = linear.perSample
        ? Array.from({ length: samples }, (_, sample) => [sample, 1] as const)
        : [[0, samples] as const];
      for (const [first, count] of parts) {
        linear.forward(xAt + 4 * first * x.sample, zAt + 4 * first * z.sample, count);
        for (let sample = first; sample < first + count; sample++) {
          for (let panel = 0; panel < z.panels; panel++)
            linear.place(cotangentAt + 4 * (sample * z.sample + panel * z.panel), sample, panel);
        }
        linear.backward(xAt + 4 * first * x.sample, dxAt + 4 * first * dx.sample, count);
      }
      linear.store(gradientAt);

      const matrix = { rows: stage.rows, columns: stage.columns, tile: 1, complex, blocks: [] };
      const reference = { ...stage, matrix };
      const dense = vector.slice(0, stage.rows * stage.columns);
      const slopes = new Float64Array(dense.length);
      const unused = new Float64Array(vector.length);
      const wanted = convolve(reference, dense, vector, input, samples);
      const wantedDx = convolveBackward(reference, dense, input, cotangent, samples, slopes, unused);
      const got = new Float64Array(wanted.length);
      move(arena, z, zAt, got, 'out');
      const positions = samples * stage.output.height * stage.output.width;
      expect(sumError(got, wanted, stage.columns)).toBeLessThan(LARGEST);
      expect(sumError(arena.f32(gradientAt, dense.length), slopes, positions)).toBeLessThan(LARGEST);
      if (isFirst) return;
      const gotDx = new Float64Array(wantedDx.length);
      move(arena, dx, dxAt, gotDx, 'out');
      expect(sumError(gotDx, wantedDx, stage.rows * stage.kernel ** 2)).toBeLessThan(LARGEST);
    }),
    { numRuns: 150 },
  );
});

it('keeps every lane of a panel in one place', () => {
  expect(LANES).toBe(8);
  const layout = panelLayout({ channels: 22, height: 2, width: 3 }, 1, 2);
  const places = new Set<number>();
  for (let channel = 0; channel < 22; channel++) {
    for (let y = 0; y < 2; y++) {
      for (let x = 0; x < 3; x++) places.add(floatOf(layout, channel, y, x));
    }
  }
  expect(places.size).toBe(22 * 6);
  expect(Math.max(...places)).toBeLessThan(layout.sample);
  // Imaginary parts start at a panel of their own.
  expect(floatOf(layout, 11, 0, 0)).toBe(floatOf(layout, 0, 0, 0) + 2 * layout.panel);
});
