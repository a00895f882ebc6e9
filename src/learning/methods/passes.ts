import type { Method } from '../../experiment/schema';
import type { PlanBase } from '../plan';
import { ROLE } from '../plan';

/**
 * Times the chip's light carries each sample of a batch in one step of training (docs/physics.md). A model's own
 * passes are none; but that a batch's loss on the chip is known at all costs one.
 *
 * @param trainable number of parameters that training may change
 */
export function passesPerSample(method: Method, trainable: number): number {
  switch (method.kind) {
    case 'backprop':
      return 1;
    case 'in-situ':
      // Forward light, adjoint light backward, and their sum forward: each once through every mesh.
      return 3;
    case 'spsa':
      return 2;
    case 'zeroth-order':
      return 2 * method.directions;
    case 'coordinate':
      return 2 * Math.min(method.coordinates, trainable);
  }
}

/** Chip forward passes of one step. */
export function passesPerStep(plan: Pick<PlanBase, 'batchSize' | 'method' | 'roles'>): number {
  return plan.batchSize * passesPerSample(plan.method, trainableOffsets(plan.roles).length);
}

/** Offsets of the parameters that training may change, ascending. */
export function trainableOffsets(roles: Uint8Array): Int32Array {
  const found: number[] = [];
  roles.forEach((role, i) => {
    if ((role & ROLE.trainable) !== 0) found.push(i);
  });
  return Int32Array.from(found);
}
