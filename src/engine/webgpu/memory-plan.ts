import type { EncodedData } from '../../data/fields';
import type { Plan } from '../../learning/plan';
import type { PhotonicError } from '../../lib/fault';
import { engineError } from '../engine-fault';
import { candidateMemory } from './candidates';
import { chipMemory } from './chip-buffers';
import type { Geometry } from './geometry';
import type { NetworkLayout } from './network-layout';

/** Bytes of every large buffer of a session, by name. */
export type MemoryPlan = Readonly<Record<string, number>>;

/**
 * Largest total a session may take, so that a page never starves the machine's display: twice what the deepest network
 * on offer needs.
 */
export const MEMORY_CAP = 2 * 2 ** 30;

/** Rows evaluated at a time: fields of 8 MB, at least a workgroup's worth. */
export function chunkRows(modes: number, largestSplit: number): number {
  const rows = Math.min(4096, Math.max(64, Math.floor(2 ** 20 / modes)), Math.max(64, largestSplit));
  return 64 * Math.ceil(rows / 64);
}

export function memoryPlan(
  plan: Plan,
  geometry: Geometry,
  layout: NetworkLayout,
  data: EncodedData,
): MemoryPlan {
  const { modes, batchSize, layers } = plan;
  const fields = 8 * modes * batchSize;
  const chunk = 8 * modes * chunkRows(modes, Math.max(data.train.count, data.test.count));
  const sizes: Record<string, number> = {
    ...chipMemory(plan, layout, geometry),
    ...candidateMemory(plan),
    'training samples': 8 * modes * data.train.count,
    'test samples': 8 * modes * data.test.count,
    inputs: fields,
    verdicts: 8 * Math.max(data.train.count, data.test.count),
  };
  layers.forEach((_, index) => {
    sizes[`linear fields ${index}`] = fields;
    sizes[`fields ${index}`] = fields;
    sizes[`cotangents ${index}`] = fields;
  });
  for (const name of ['chunk in', 'chunk linear', 'chunk out', 'chunk samples']) sizes[name] = chunk;
  return sizes;
}

/** Why the plan does not fit the device, or undefined. */
export function memoryFault(sizes: MemoryPlan, limits: GPUSupportedLimits): PhotonicError | undefined {
  const entries = Object.entries(sizes);
  const total = entries.reduce((sum, [, bytes]) => sum + bytes, 0);
  const largest = entries.reduce((most, entry) => (entry[1] > most[1] ? entry : most), ['nothing', 0]);
  const bindable = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  const fix = 'Use fewer modes, layers or a smaller batch, or choose the WASM backend.';
  if (largest[1] > bindable) {
    const message = `The ${largest[0]} need ${megabytes(largest[1])} in one piece; this graphics device allows ${megabytes(bindable)}.`;
    return engineError('out-of-memory', message, fix);
  }
  if (total > MEMORY_CAP) {
    const message = `This experiment needs ${megabytes(total)} on the graphics device; the studio takes at most ${megabytes(MEMORY_CAP)}.`;
    return engineError('out-of-memory', message, fix);
  }
  return undefined;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20).toLocaleString('en')} MB`;
}
