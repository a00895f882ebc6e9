import * as v from 'valibot';
import { parseJson } from './safe-json';

/** What is shown of a manifest from outside, each only where it can be read. */
const schema = v.object({
  date: v.fallback(v.nullable(v.pipe(v.string(), v.isoTimestamp())), null),
  step: v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
  studio: v.fallback(v.nullable(v.object({ version: v.pipe(v.string(), v.maxLength(40)) })), null),
  engine: v.fallback(
    v.nullable(v.object({ backend: v.nullable(v.pipe(v.string(), v.maxLength(40))) })),
    null,
  ),
  accuracy: v.fallback(
    v.nullable(
      v.object({
        value: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
        kind: v.pipe(v.string(), v.maxLength(200)),
      }),
    ),
    null,
  ),
});

export type ManifestFacts = v.InferOutput<typeof schema>;

const NONE: ManifestFacts = { date: null, step: 0, studio: null, engine: null, accuracy: null };

/** Facts of a manifest; it carries no weights, so that a damaged one is no reason to refuse the archive. */
export function readManifest(bytes: Uint8Array | undefined, name: string): ManifestFacts {
  if (bytes === undefined) return NONE;
  try {
    const read = v.safeParse(schema, parseJson(new TextDecoder().decode(bytes), name));
    return read.success ? read.output : NONE;
  } catch {
    return NONE;
  }
}
