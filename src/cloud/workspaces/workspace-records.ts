import { Timestamp } from 'firebase/firestore/lite';
import * as v from 'valibot';
import type { Role } from '../policy';
import { ROLES } from '../policy';

/** Workspaces as the page shows them; times are ms. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** Of the account that asks. */
  readonly role: Role;
}

export interface Member {
  readonly uid: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly since: number;
}

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: number;
}

const time = v.pipe(
  v.instance(Timestamp),
  v.transform((at) => at.toMillis()),
);
const line = (most: number) => v.pipe(v.string(), v.maxLength(most));
const role = v.picklist(ROLES);

const workspaceSchema = v.object({ name: line(80) });
const memberSchema = v.object({ email: line(254), name: line(200), role, since: time });
const invitationSchema = v.object({ email: line(254), role, expiresAt: time });

/** Each undefined where the document is malformed. */
export function readWorkspace(id: string, own: Role, value: unknown): Workspace | undefined {
  const read = v.safeParse(workspaceSchema, value);
  return read.success ? { id, role: own, ...read.output } : undefined;
}

export function readMember(uid: string, value: unknown): Member | undefined {
  const read = v.safeParse(memberSchema, value);
  return read.success ? { uid, ...read.output } : undefined;
}

export function readInvitation(id: string, value: unknown): Invitation | undefined {
  const read = v.safeParse(invitationSchema, value);
  return read.success ? { id, ...read.output } : undefined;
}
