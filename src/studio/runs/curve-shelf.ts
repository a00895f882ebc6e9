import type { StoredCurve } from '../../library/store/records';
import { loadCurves } from '../../library/store/runs';
import { runOf } from './runs-store';

/** Curves kept in memory, the last used ones: a chart asks for the same ones again and again. */
const LIMIT = 400;

interface Shelved {
  readonly curve: StoredCurve | undefined;
  /** The run's own stamp when it was read. */
  readonly updatedAt: number;
}

const shelf = new Map<string, Shelved>();

/** A curve that this page has just measured, so that it need not be read back. */
export function shelveCurve(curve: StoredCurve, updatedAt: number): void {
  put(curve.id, { curve, updatedAt });
}

/** Curves in the order asked; undefined where a run has none. Only those that have changed are read. */
export async function curvesOf(ids: readonly string[]): Promise<readonly (StoredCurve | undefined)[]> {
  const stale = ids.filter((id) => shelf.get(id)?.updatedAt !== (runOf(id)?.updatedAt ?? 0));
  if (stale.length > 0) {
    const read = await loadCurves(stale).catch(() => stale.map((id) => shelf.get(id)?.curve));
    stale.forEach((id, index) => {
      // What the page has measured itself stays where the database has nothing.
      const curve = read[index] ?? shelf.get(id)?.curve;
      put(id, { curve, updatedAt: runOf(id)?.updatedAt ?? 0 });
    });
  }
  return ids.map((id) => shelf.get(id)?.curve);
}

function put(id: string, shelved: Shelved): void {
  shelf.delete(id);
  shelf.set(id, shelved);
  for (const oldest of shelf.keys()) {
    if (shelf.size <= LIMIT) break;
    shelf.delete(oldest);
  }
}
