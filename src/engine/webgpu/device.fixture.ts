import type { EncodedData, EncodedSplit } from '../../data/fields';
import { PLAIN_LAYER } from '../../experiment/defaults';
import { ficonnVowels } from '../../experiment/presets';
import type { Experiment, Nonlinearity } from '../../experiment/schema';
import { PhotonicError } from '../../lib/fault';
import { normal, randomWord } from '../../lib/rng';
import { compilePlan } from '../../learning/compile-plan';
import type { FORMS } from '../../learning/nonlinearities.fixture';
import { NONLINEARITIES } from '../../learning/nonlinearities.fixture';
import type { Plan } from '../../learning/plan';
import { openDevice } from './adapter';
import type { WebGpuBackend } from './backend';
import { createWebGpuBackend } from './backend';
import { Buffers } from './buffers';
import { Gpu, encode } from './gpu';
import type { KernelSpec } from './kernel-spec';
import { readBack } from './readback';

/** With a gentler ring: at the tolerance of single gradients a steep one would show f32's rounding. */
export const GENTLE_NONLINEARITIES: readonly Nonlinearity[] = NONLINEARITIES.map((nonlinearity) =>
  nonlinearity.kind === 'nofu' ? { ...nonlinearity, kappa: 1.5, r: 0.7 } : nonlinearity,
);

/** Random fields whose class is the brightest of the first ports: something every network can learn. */
export function syntheticSplit(modes: number, classes: number, count: number, seed: number): EncodedSplit {
  const labels = Uint8Array.from({ length: count }, (_, i) => randomWord(seed, 1, i) % classes);
  const re = new Float32Array(count * modes);
  const im = new Float32Array(count * modes);
  for (let i = 0; i < re.length; i++) {
    const bright = i % modes === labels[Math.floor(i / modes)] ? 0.6 : 0.25;
    re[i] = bright * normal(seed, 2, i);
    im[i] = bright * normal(seed, 3, i);
  }
  return { count, modes, re, im, labels };
}

export function syntheticData(modes: number, classes: number, train: number, test: number): EncodedData {
  return {
    kind: 'fields',
    modes,
    classNames: Array.from({ length: classes }, (_, c) => `class ${c}`),
    train: syntheticSplit(modes, classes, train, 11),
    test: syntheticSplit(modes, classes, test, 12),
  };
}

/** A plan whose initial parameters are f32 numbers, so that backends of any precision start alike. */
export function planOf(change: Partial<Experiment>, trainSamples = 50, classes = 3): Plan {
  const training = {
    ...ficonnVowels.training,
    batchSize: 20,
    schedule: 'constant',
    ...change.training,
  } as const;
  const result = compilePlan({ ...ficonnVowels, ...change, training }, { trainSamples, classes });
  if (!result.ok) throw new PhotonicError(result.fault);
  return { ...result.value, initial: result.value.initial.map(Math.fround) };
}

export function layersOf(
  count: number,
  form: (typeof FORMS)[number],
  nonlinearity: Nonlinearity,
): Experiment['layers'] {
  return Array.from({ length: count }, () => ({ ...PLAIN_LAYER, form, gain: 1.3, nonlinearity }));
}

export async function openBackend(): Promise<WebGpuBackend> {
  const result = await createWebGpuBackend();
  if (!result.ok) throw new PhotonicError(result.fault);
  return result.value;
}

/** ‖a − b‖ / ‖b‖. */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = 0;
  let size = 0;
  for (let i = 0; i < b.length; i++) {
    difference += ((a[i] ?? NaN) - (b[i] ?? NaN)) ** 2;
    size += (b[i] ?? NaN) ** 2;
  }
  return Math.sqrt(difference / size);
}

/** Runs one kernel once: input bytes per read or uniform binding, a byte count per written one. */
export async function runKernel(
  spec: KernelSpec,
  bindings: readonly (ArrayBuffer | number)[],
  workgroups: readonly [number, number, number],
): Promise<ArrayBuffer[]> {
  const gpu = new Gpu(await openDevice());
  try {
    const owned = new Buffers(gpu);
    const kernel = await gpu.kernel(spec);
    const dispatch = await gpu.guarded(() => {
      const buffers = bindings.map((binding, index) => {
        if (typeof binding === 'number') return owned.storage(`out ${index}`, binding);
        if (spec.bindings[index] === 'uniform') return owned.uniform(`uniform ${index}`, binding);
        return owned.filled(`in ${index}`, binding.byteLength, (target) =>
          new Uint8Array(target).set(new Uint8Array(binding)),
        );
      });
      const encoder = gpu.device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      encode(pass, [gpu.dispatch(kernel, buffers, ...workgroups)]);
      pass.end();
      gpu.device.queue.submit([encoder.finish()]);
      return buffers;
    });
    const results: ArrayBuffer[] = [];
    for (const [index, binding] of bindings.entries()) {
      const buffer = dispatch[index];
      if (typeof binding === 'number' && buffer)
        results.push(await readBack(gpu, 'result', [{ buffer, offset: 0, bytes: binding }]));
    }
    return results;
  } finally {
    gpu.dispose();
  }
}

/** Bytes of all buffers that `body` has the device allocate. */
export async function allocatedBytes(gpu: Gpu, body: () => Promise<void>): Promise<number> {
  const { device } = gpu;
  const create = device.createBuffer.bind(device);
  let bytes = 0;
  device.createBuffer = (descriptor) => {
    bytes += descriptor.size;
    return create(descriptor);
  };
  try {
    await body();
  } finally {
    device.createBuffer = create;
  }
  return bytes;
}
