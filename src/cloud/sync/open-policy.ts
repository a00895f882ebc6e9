import type { Policy } from '../../library/models/model-records';

/** Whether the policy names no people: such models are held by their owner or workspace, others by a list. */
export function isOpenPolicy(policy: Policy): boolean {
  return policy === 'PUBLIC' || policy === 'INTERNAL';
}
