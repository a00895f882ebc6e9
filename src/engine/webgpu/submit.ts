import type { Dispatch, Gpu } from './gpu';
import { encode } from './gpu';

/** Records lists of dispatches into one compute pass and submits it. */
export function submit(
  gpu: Gpu,
  label: string,
  lists: readonly (readonly Dispatch[])[],
  timestampWrites?: GPUComputePassTimestampWrites,
  after?: (encoder: GPUCommandEncoder) => void,
): void {
  const encoder = gpu.device.createCommandEncoder({ label });
  const pass = encoder.beginComputePass({ label, ...(timestampWrites ? { timestampWrites } : {}) });
  for (const dispatches of lists) encode(pass, dispatches);
  pass.end();
  after?.(encoder);
  gpu.device.queue.submit([encoder.finish()]);
}
