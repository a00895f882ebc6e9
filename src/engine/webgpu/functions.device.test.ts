import { expect, it } from 'vitest';
import { sampleAt } from '../../lib/permutation';
import { normal, randomWord } from '../../lib/rng';
import { LIBRARY, NOISE } from './shader-library';
import { runKernel } from './device.fixture';

/** Runs `expression` of x over all inputs on the device. */
async function onDevice(
  library: string,
  expression: string,
  inputs: Float32Array<ArrayBuffer>,
): Promise<Float32Array> {
  const source = `${library}
@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read_write> y: array<vec2f>;
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x < arrayLength(&x)) {
    y[id.x] = ${expression};
  }
}`;
  const spec = { name: expression, source, bindings: ['read', 'write'] as const };
  const [out] = await runKernel(
    spec,
    [inputs.buffer, 8 * inputs.length],
    [Math.ceil(inputs.length / 64), 1, 1],
  );
  return new Float32Array(out ?? new ArrayBuffer(0));
}

function spread(count: number, low: number, high: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

function worst(
  values: Float32Array,
  inputs: Float32Array,
  component: 0 | 1,
  exact: (x: number) => number,
  relative = false,
): number {
  return inputs.reduce((most, x, i) => {
    const truth = exact(x);
    const error = Math.abs((values[2 * i + component] ?? NaN) - truth);
    return Math.max(most, relative ? error / Math.abs(truth) : error);
  }, 0);
}

it('sine and cosine are within 1.2e-7 over ±40 rad', async () => {
  const x = spread(4096, -40, 40);
  const y = await onDevice(LIBRARY.sincos, 'sincos(x[id.x])', x);
  expect(worst(y, x, 0, Math.sin)).toBeLessThan(1.2e-7);
  expect(worst(y, x, 1, Math.cos)).toBeLessThan(1.2e-7);
});

it('exponential and logarithm are within 3e-7 of their value', async () => {
  const x = spread(4096, -80, 80);
  const powers = await onDevice(LIBRARY.expLog, 'vec2f(exponential(x[id.x]), 0.0)', x);
  expect(worst(powers, x, 0, Math.exp, true)).toBeLessThan(3e-7);
  const positive = spread(4096, 1e-6, 60);
  const logs = await onDevice(LIBRARY.expLog, 'vec2f(logarithm(x[id.x]), 0.0)', positive);
  const scaled = (value: number): number => Math.log(value);
  expect(worst(logs, positive, 0, scaled)).toBeLessThan(5e-7);
});

it.each([
  { count: 1, seed: 0 },
  { count: 7, seed: 5 },
  { count: 540, seed: 123456789 },
  { count: 60_000, seed: 4294967295 },
])('visits the same samples as the reference: $count samples, seed $seed', async ({ count, seed }) => {
  const source = `${LIBRARY.rng}
${LIBRARY.permutation}
@group(0) @binding(0) var<storage, read_write> visited: array<u32>;
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  visited[id.x] = sample_at(id.x * 997u, ${count}u, ${seed}u);
}`;
  const positions = 2048;
  const [out] = await runKernel(
    { name: 'sample_at', source, bindings: ['write'] },
    [4 * positions],
    [positions / 64, 1, 1],
  );
  const visited = Array.from(new Uint32Array(out ?? new ArrayBuffer(0)));
  expect(visited).toEqual(Array.from({ length: positions }, (_, i) => sampleAt(i * 997, count, seed)));
});

/** Runs `expression` of the counter for 2048 counters of a seed and a stream. */
async function drawn(type: 'u32' | 'f32', expression: string): Promise<ArrayBuffer> {
  const source = `${NOISE}
@group(0) @binding(0) var<storage, read_write> out: array<${type}>;
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let counter = id.x * 0x9e3779b9u;
  out[id.x] = ${expression};
}`;
  const [out] = await runKernel(
    { name: expression, source, bindings: ['write'] },
    [4 * DRAWS],
    [DRAWS / 64, 1, 1],
  );
  return out ?? new ArrayBuffer(0);
}

const DRAWS = 65536;
const counters = Array.from({ length: DRAWS }, (_, i) => Math.imul(i, 0x9e3779b9) >>> 0);

it('draws the same words as the reference, bit for bit', async () => {
  const words = new Uint32Array(await drawn('u32', 'random_word(4294967295u, 8u, counter)'));
  expect(Array.from(words)).toEqual(counters.map((counter) => randomWord(4294967295, 8, counter)));
});

it('draws normals within 1e-6 of the reference', async () => {
  const normals = new Float32Array(await drawn('f32', 'normal(7u, 3u, counter & 0x7fffffffu)'));
  const errors = counters.map((counter, i) =>
    Math.abs((normals[i] ?? NaN) - normal(7, 3, (counter & 0x7fffffff) >>> 0)),
  );
  expect(errors.reduce((most, error) => Math.max(most, error), 0)).toBeLessThan(1e-6);
});

it('keeps its precision where a logarithm is next to nothing', async () => {
  // Words from 1 − 2^-11 on, where ½ of a word in 2^32 no longer fits into f32 beside 1.
  const logs = new Float32Array(await drawn('f32', 'log_uniform(4294967295u - id.x * 32u)'));
  const worstLog = counters.reduce((most, _, i) => {
    const truth = Math.log1p(-(32 * i + 0.5) / 2 ** 32);
    return Math.max(most, Math.abs((logs[i] ?? NaN) / truth - 1));
  }, 0);
  expect(worstLog).toBeLessThan(3e-7);
});
