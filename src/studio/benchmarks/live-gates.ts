import type { GateResult, PublishedGates, ResultRow } from '../../bench/page';
import { GATES, judgeGate, readPublishedGates } from '../../bench/page';
import { benchmarksWords as words } from '../words/benchmarks';
import type { Kept } from './store';

/** A gate as the page shows it: of what was measured here, else of what the build brought along. */
export interface ShownGate extends GateResult {
  readonly origin: 'live' | 'published' | 'none';
}

/** First load that the repository allows, kB compressed. */
const MOST_KB = 250;
/** Where the page's timeline says that the first run was open. */
const READY_MARK = 'run-ready';

/** The gates that were judged before this version was built; none where that is not known or cannot be fetched. */
export async function publishedGates(): Promise<PublishedGates | undefined> {
  try {
    const response = await fetch('/gates.json');
    return response.ok ? readPublishedGates(await response.json()) : undefined;
  } catch {
    // Without a network, or where something else answers in its place: the gates are unmeasured then.
    return undefined;
  }
}

/**
 * @param kept results of this device count, the newest of each row; only of the version on screen
 * @param commit of the page
 */
export function gatesOf(
  kept: readonly Kept[],
  commit: string,
  published: PublishedGates | undefined,
): readonly ShownGate[] {
  const rows = new Map<string, ResultRow & { readonly commit: string }>();
  for (const { isOwn, results } of kept)
    if (isOwn && results.commit === commit)
      for (const row of results.rows) if (!rows.has(row.id)) rows.set(row.id, { ...row, commit });
  const load = firstLoad();
  if (load !== undefined) rows.set(load.id, { ...load, commit });
  return GATES.map((gate) => {
    const live = judgeGate(gate, { rows: [...rows.values()], stages: {} });
    const before = published?.gates.find(({ id }) => id === gate.id);
    if (live.state === 'unmeasured' && before !== undefined && before.state !== 'unmeasured')
      return { ...before, origin: 'published' };
    return { ...live, origin: live.figures.length > 0 ? 'live' : 'none' };
  });
}

/** What this page loaded until its first run was ready, as it came over the network; fonts are not counted. */
function firstLoad(): ResultRow | undefined {
  // A visit that begins on another screen loads that first.
  const [visit] = performance.getEntriesByType('navigation');
  if (visit === undefined || /[?&]screen=/.test(visit.name)) return undefined;
  const ready = performance.getEntriesByName(READY_MARK)[0]?.startTime;
  const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const own = loaded.filter(
    ({ name, startTime }) =>
      ready !== undefined &&
      startTime < ready &&
      name.startsWith(location.origin) &&
      /\.(js|css|wasm)$/.test(name),
  );
  const bytes = own.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  if (bytes === 0) return undefined;
  const value = Math.round(bytes / 100) / 10;
  return {
    id: 'studio.first-load',
    value,
    unit: words.seenUnit,
    quartiles: null,
    repetitions: 1,
    goal: { kind: 'at-most', value: MOST_KB },
    pass: value <= MOST_KB,
    calibration: null,
    relative: null,
    detail: words.seenDetail,
  };
}
