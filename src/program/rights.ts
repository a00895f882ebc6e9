import type { Caller, Role } from './program-port';
import { ROLES } from './program-port';
import { programFault } from './program-fault';

/** The least role for each thing that is done with models, as in the cloud: reading, making, changing, taking away. */
export const LEAST_ROLE = {
  read: 'viewer',
  train: 'member',
  deploy: 'editor',
  delete: 'admin',
} as const satisfies Readonly<Record<string, Role>>;

export type Right = keyof typeof LEAST_ROLE;

/** @throws PhotonicError `program/not-allowed` */
export function requireRight({ role }: Caller, right: Right): void {
  const least = LEAST_ROLE[right];
  if (ROLES.indexOf(role) >= ROLES.indexOf(least)) return;
  throw programFault('not-allowed', {
    message: `Your role (${role}) does not allow this.`,
    fix: `Ask an administrator of the workspace for the role “${least}”.`,
  });
}
