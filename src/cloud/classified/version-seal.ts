import * as v from 'valibot';
import type { Bytes } from '../../data/bytes';
import type { ModelSummary } from '../../library/models/model-records';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { joined, seal, unseal } from './box';
import { classifiedFault } from './classified-fault';

/** What a version says, all of which is sealed. */
export interface OpenVersion {
  readonly title: string;
  readonly summary: ModelSummary;
  /** A studio archive. */
  readonly bytes: Bytes;
}

const FORMAT = 1;
const LENGTH = 4;
const MOST_FACTS = 64_000;

const factsSchema = v.object({
  title: v.pipe(v.string(), v.maxLength(120)),
  summary: v.object({
    experiment: v.string(),
    modes: v.number(),
    layers: v.number(),
    dataset: v.string(),
    source: v.string(),
    parameters: v.number(),
    step: v.number(),
    accuracy: v.optional(v.number()),
    backend: v.optional(v.string()),
  }),
});

/** Format byte, then a box of: length of the facts (big-endian), the facts as JSON, the archive. */
export async function sealVersion({ title, summary, bytes }: OpenVersion, key: CryptoKey): Promise<Bytes> {
  const facts = new TextEncoder().encode(JSON.stringify({ title, summary }));
  const length = new Uint8Array(LENGTH);
  new DataView(length.buffer).setUint32(0, facts.length);
  return joined(Uint8Array.of(FORMAT), await seal(joined(length, facts, bytes), key, 'version'));
}

export async function unsealVersion(sealed: Bytes, key: CryptoKey): Promise<Result<OpenVersion>> {
  const format = sealed[0] ?? 0;
  if (format !== FORMAT) return fail(classifiedFault(format > FORMAT ? 'newer' : 'damaged'));
  const whole = await unseal(sealed.slice(1), key, 'version');
  if (whole === undefined || whole.length < LENGTH) return fail(classifiedFault('damaged'));
  const size = new DataView(whole.buffer).getUint32(0);
  if (size > MOST_FACTS || LENGTH + size > whole.length) return fail(classifiedFault('damaged'));
  try {
    const text = new TextDecoder().decode(whole.subarray(LENGTH, LENGTH + size));
    const facts = v.safeParse(factsSchema, JSON.parse(text));
    if (!facts.success) return fail(classifiedFault('damaged'));
    const { title, summary } = facts.output;
    const { accuracy, backend, ...rest } = summary;
    return ok({ title, summary: { ...rest, accuracy, backend }, bytes: whole.slice(LENGTH + size) });
  } catch {
    return fail(classifiedFault('damaged'));
  }
}
