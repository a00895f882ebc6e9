import type { ModelHead } from '../../library/models/sync-records';

/** A three-way merge of what two devices made of a model, field by field. */
export interface MergedHead {
  readonly head: ModelHead;
  /** Fields that both changed to different values; `head` has this device's. */
  readonly conflicts: readonly (keyof ModelHead)[];
}

/** Fields in which two devices can contradict each other; tags are merged one by one, the owner never changes. */
const EXCLUSIVE = ['name', 'note', 'live', 'policy', 'people', 'workspace', 'seal'] as const;

/**
 * @param base what both began with; undefined: nothing is known of it, so all that differs contradicts
 * @param hasWork this device has more to send than its head, which must not end in a deleted model
 */
export function mergeHeads(
  base: ModelHead | undefined,
  mine: ModelHead,
  theirs: ModelHead,
  hasWork: boolean,
): MergedHead {
  const conflicts: (keyof ModelHead)[] = [];
  let head = mine;
  for (const field of EXCLUSIVE) {
    if (isSame(mine[field], theirs[field])) continue;
    if (base !== undefined && isSame(base[field], mine[field])) head = { ...head, [field]: theirs[field] };
    else if (base === undefined || !isSame(base[field], theirs[field])) conflicts.push(field);
  }
  const tags = mergeTags(base?.tags ?? [], mine.tags, theirs.tags);
  const isEdited = hasWork || (base !== undefined && hasContentChanged(base, mine));
  const deletedAt = mergeDeleted(base, mine, theirs, isEdited);
  return { head: { ...head, tags, owner: theirs.owner, deletedAt }, conflicts };
}

/** Whether two heads say the same; when one was deleted does not count. */
export function areEqual(a: ModelHead, b: ModelHead): boolean {
  return !hasContentChanged(a, b) && isDeleted(a) === isDeleted(b);
}

export function hasContentChanged(before: ModelHead, after: ModelHead): boolean {
  return [...EXCLUSIVE, 'tags' as const].some((field) => !isSame(before[field], after[field]));
}

/** Added and removed on either side; their order first. */
function mergeTags(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const removed = new Set(base.filter((tag) => !mine.includes(tag)));
  const added = mine.filter((tag) => !base.includes(tag));
  return [...new Set([...theirs.filter((tag) => !removed.has(tag)), ...added])];
}

/** Whoever deletes a model while another works on it has not seen that work: work brings it back. */
function mergeDeleted(
  base: ModelHead | undefined,
  mine: ModelHead,
  theirs: ModelHead,
  isEdited: boolean,
): number | undefined {
  if (isDeleted(mine) === isDeleted(theirs)) return theirs.deletedAt;
  if (isDeleted(theirs))
    return isEdited || base === undefined || isDeleted(base) ? undefined : theirs.deletedAt;
  // Deleted here only: by this device, unless the other has brought it back or worked on it since.
  if (base === undefined || isDeleted(base) || hasContentChanged(base, theirs)) return undefined;
  return mine.deletedAt;
}

function isDeleted(head: ModelHead): boolean {
  return head.deletedAt !== undefined;
}

/** Equality of values as the database clones them; fields of people in any order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value ?? null;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
