import type { PlanLayer } from '../../learning/plan';
import { activationConstants } from './shader-library';

/**
 * `struct Shape` of shaders/lib/shape.wgsl.
 * @param index layer whose matrix is applied
 * @param layer layer whose nonlinearity is applied
 */
export function shapeBlock(batch: number, index: number, layer: PlanLayer): ArrayBuffer {
  const block = new ArrayBuffer(32);
  new Uint32Array(block).set([batch, batch, index, layer.nonlinearityOffset ?? 0]);
  new Float32Array(block).set(activationConstants(layer.nonlinearity), 4);
  return block;
}
