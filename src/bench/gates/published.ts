import * as v from 'valibot';
import type { GateResult } from './gates';
import { GATES } from './gates';

const texts = v.pipe(v.array(v.pipe(v.string(), v.maxLength(1000))), v.maxLength(50));
const published = v.object({
  schema: v.literal(1),
  date: v.nullable(v.string()),
  commit: v.string(),
  gates: v.array(
    v.object({
      id: v.picklist(GATES.map(({ id }) => id)),
      state: v.picklist(['pass', 'fail', 'unmeasured']),
      figures: texts,
      missing: texts,
      commits: texts,
    }),
  ),
});

/** The gates as they were judged when the page was built: `gates.json`, and what npm run gates writes. */
export interface PublishedGates {
  readonly schema: 1;
  /** ISO 8601; null where nothing was judged. */
  readonly date: string | null;
  readonly commit: string;
  readonly gates: readonly GateResult[];
}

/** Undefined for anything else. */
export function readPublishedGates(candidate: unknown): PublishedGates | undefined {
  const checked = v.safeParse(published, candidate);
  return checked.success ? checked.output : undefined;
}
