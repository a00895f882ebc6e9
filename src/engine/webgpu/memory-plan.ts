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

/** What a session may take of the device. */
export interface DeviceLimits {
  /** Bytes of all its buffers together, so that a page never starves the machine's display. */
  readonly gpuMemory: number;
  /** Most rows evaluated in one go. */
  readonly evaluationRows: number;
}

/** Twice the memory that the deepest network on offer needs. */
export const USUAL_LIMITS: DeviceLimits = { gpuMemory: 2 * 2 ** 30, evaluationRows: 4096 };

/** A workgroup's worth: fewer rows at a time would leave threads idle. */
const LEAST_ROWS = 64;

/** Rows evaluated at a time: with the usual limit fields of 8 MB. */
export function chunkRows(modes: number, largestSplit: number, most = USUAL_LIMITS.evaluationRows): number {
  const whole = LEAST_ROWS * Math.max(1, Math.floor(most / LEAST_ROWS));
  const rows = Math.min(Math.max(LEAST_ROWS, Math.floor((whole * 2 ** 8) / modes)), largestSplit);
  return Math.min(whole, LEAST_ROWS * Math.max(1, Math.ceil(rows / LEAST_ROWS)));
}

/**
 * The most rows, at most those of the limits, with which a session stays within its memory: half as many again and
 * again. Where not even the fewest fit, the total of the plan is the fault's to tell.
 */
export function fittingRows(
  planFor: (rows: number) => MemoryPlan,
  modes: number,
  split: number,
  limits: DeviceLimits,
): number {
  let rows = chunkRows(modes, split, limits.evaluationRows);
  while (rows > LEAST_ROWS && totalOf(planFor(rows)) > limits.gpuMemory)
    rows = LEAST_ROWS * Math.ceil(rows / 2 / LEAST_ROWS);
  return rows;
}

export function totalOf(sizes: MemoryPlan): number {
  return Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);
}

export function memoryPlan(
  plan: Plan,
  geometry: Geometry,
  layout: NetworkLayout,
  data: EncodedData,
  rows = chunkRows(plan.modes, Math.max(data.train.count, data.test.count)),
): MemoryPlan {
  const { modes, batchSize, layers } = plan;
  const fields = 8 * modes * batchSize;
  const chunk = 8 * modes * rows;
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

/**
 * Why the plan does not fit the device, or undefined.
 * @param cap bytes that one session may take
 */
export function memoryFault(
  sizes: MemoryPlan,
  limits: GPUSupportedLimits,
  cap = USUAL_LIMITS.gpuMemory,
): PhotonicError | undefined {
  const entries = Object.entries(sizes);
  const total = totalOf(sizes);
  const largest = entries.reduce((most, entry) => (entry[1] > most[1] ? entry : most), ['nothing', 0]);
  const bindable = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  const fix = 'Use fewer modes, layers or a smaller batch, or choose the WASM backend.';
  if (largest[1] > bindable) {
    const message = `The ${largest[0]} need ${megabytes(largest[1])} in one piece; this graphics device allows ${megabytes(bindable)}.`;
    return engineError('out-of-memory', message, fix);
  }
  if (total > cap) {
    const message = `This experiment needs ${megabytes(total)} on the graphics device; the studio takes at most ${megabytes(cap)}.`;
    return engineError('out-of-memory', message, fix);
  }
  return undefined;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20).toLocaleString('en')} MB`;
}
