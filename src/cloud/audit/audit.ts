import type { QueryConstraint } from 'firebase/firestore/lite';
import { collection, getDocs, limit, orderBy, query, Timestamp, where } from 'firebase/firestore/lite';
import * as v from 'valibot';
import { POLICIES } from '../../library/models/model-records';
import { toCloudFault } from '../cloud-fault';
import type { CloudDoor } from '../commit';
import type { CloudAction, CloudKind } from '../records';
import { signedInUid } from '../signed-in';

export const AUDIT_KINDS = [
  'model',
  'share',
  'invitation',
  'member',
  'account',
] as const satisfies CloudKind[];
export const AUDIT_ACTIONS = [
  'create',
  'update',
  'upload',
  'publish',
  'deploy',
  'policy',
  'delete',
  'restore',
  'erase',
  'read',
  'share',
  'revoke',
  'invite',
  'uninvite',
  'grant',
  'withdraw',
  'erase-account',
] as const satisfies CloudAction[];

/** Entries fetched at a time; the rules' own bound of a query is beyond. */
const PAGE = 250;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const schema = v.object({
  at: v.pipe(
    v.instance(Timestamp),
    v.transform((at) => at.toMillis()),
  ),
  by: text(128),
  kind: v.picklist(AUDIT_KINDS),
  id: text(128),
  action: v.picklist(AUDIT_ACTIONS),
  workspace: v.nullable(text(128)),
  owner: text(128),
  policy: v.picklist(POLICIES),
  detail: text(500),
});

/** One thing that happened; `at` in ms, by the server's clock. */
export interface AuditEntry extends v.InferOutput<typeof schema> {
  readonly entry: string;
}

/** Whose entries: those of a workspace, for its administrators, or all that the account made or that concern it. */
export type AuditScope = { readonly workspace: string } | 'own';

export interface AuditPage {
  /** The newest first. */
  readonly entries: readonly AuditEntry[];
  /** Documents that are no entries; they are counted, not shown. */
  readonly malformed: number;
  /** Up to where, ms, there may be more; undefined: there are none. */
  readonly before: number | undefined;
}

/**
 * The newest entries before a moment and since another, ms. Rejects with a fault: `cloud/denied` where the account is no
 * administrator.
 */
export async function readAudit(
  cloud: CloudDoor,
  scope: AuditScope,
  period: { readonly since?: number | undefined; readonly before?: number | undefined },
): Promise<AuditPage> {
  try {
    if (scope !== 'own') return await page(cloud, where('workspace', '==', scope.workspace), period);
    const uid = signedInUid(cloud);
    return merged(
      await Promise.all([
        page(cloud, where('by', '==', uid), period),
        page(cloud, where('owner', '==', uid), period),
      ]),
    );
  } catch (thrown) {
    throw toCloudFault(thrown);
  }
}

async function page(
  { firestore }: CloudDoor,
  whose: QueryConstraint,
  { since, before }: { readonly since?: number | undefined; readonly before?: number | undefined },
): Promise<AuditPage> {
  const bounds = [
    ...(since === undefined ? [] : [where('at', '>=', Timestamp.fromMillis(since))]),
    ...(before === undefined ? [] : [where('at', '<', Timestamp.fromMillis(before))]),
  ];
  const { docs } = await getDocs(
    query(collection(firestore, 'audit'), whose, ...bounds, orderBy('at', 'desc'), limit(PAGE)),
  );
  const entries = docs.flatMap((each) => {
    const read = v.safeParse(schema, each.data());
    return read.success ? [{ ...read.output, entry: each.id }] : [];
  });
  // Server times are finer than ms: the last entry comes once more, so that none beside it is missed.
  const last = docs.length < PAGE ? undefined : entries.at(-1);
  return { entries, malformed: docs.length - entries.length, before: last && last.at + 1 };
}

/** Two pages as one, without what both hold; it ends where the first of them does. */
export function merged(pages: readonly AuditPage[]): AuditPage {
  const ends = pages.flatMap(({ before }) => (before === undefined ? [] : [before]));
  const before = ends.length === 0 ? undefined : Math.max(...ends);
  const all = new Map(pages.flatMap(({ entries }) => entries).map((each) => [each.entry, each]));
  return {
    entries: [...all.values()]
      .filter(({ at }) => before === undefined || at >= before - 1)
      .sort((a, b) => b.at - a.at || (a.entry < b.entry ? 1 : -1)),
    malformed: pages.reduce((sum, each) => sum + each.malformed, 0),
    before,
  };
}
