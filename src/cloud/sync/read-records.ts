import { Bytes, Timestamp } from 'firebase/firestore/lite';
import * as v from 'valibot';
import type { ModelSummary } from '../../library/models/model-records';
import { POLICIES } from '../../library/models/model-records';
import type { CloudModel, CloudVersion } from '../records';
import { CHUNK_BYTES, MAX_CHUNKS } from '../records';

/**
 * Reads what lies in Firestore. The rules hold writers to these forms, but nothing that arrives is trusted: what does not
 * fit is undefined, and whoever asked passes over it.
 */

const ID = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const timestamp = v.instance(Timestamp);
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Account ids are letters, digits and the like; names such as `__proto__` must not become properties. */
const accountId = v.pipe(text(128), v.regex(/^(?!__)[\w.:@+-]+$/));
const people = v.pipe(
  v.record(accountId, v.picklist(['read', 'write'])),
  v.check((record) => Object.keys(record).length <= 50),
);

const model = v.object({
  owner: accountId,
  workspace: v.nullable(text(128)),
  policy: v.picklist(POLICIES),
  people,
  readers: v.pipe(v.array(accountId), v.maxLength(51)),
  name: text(120),
  tags: v.pipe(v.array(text(800)), v.maxLength(20)),
  note: text(4000),
  live: v.nullable(ID),
  seal: v.nullable(text(12_000)),
  revision: v.pipe(whole, v.minValue(1)),
  device: text(80),
  createdAt: timestamp,
  updatedAt: timestamp,
  deletedAt: v.nullable(timestamp),
});

const version = v.object({
  parent: v.nullable(text(40)),
  title: text(120),
  by: accountId,
  at: timestamp,
  bytes: v.pipe(whole, v.minValue(1), v.maxValue(CHUNK_BYTES * MAX_CHUNKS)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  chunks: v.pipe(whole, v.minValue(1), v.maxValue(MAX_CHUNKS)),
  summary: text(8000),
  state: v.picklist(['uploading', 'published']),
});

const finite = v.pipe(v.number(), v.finite());
const summary = v.object({
  experiment: text(200),
  modes: finite,
  layers: finite,
  dataset: text(200),
  source: text(200),
  parameters: finite,
  step: finite,
  accuracy: v.optional(v.pipe(finite, v.minValue(0), v.maxValue(1))),
  backend: v.optional(text(80)),
});

const chunk = v.object({ bytes: v.custom<Bytes>((value) => value instanceof Bytes) });

export function isId(value: string): boolean {
  return v.is(ID, value);
}

export function readCloudModel(value: unknown): CloudModel | undefined {
  return parsed(model, value);
}

export function readCloudVersion(value: unknown): CloudVersion | undefined {
  return parsed(version, value);
}

/** Bytes of a chunk, undefined where it is none or too large. */
export function readCloudChunk(value: unknown): Uint8Array | undefined {
  const bytes = parsed(chunk, value)?.bytes.toUint8Array();
  return bytes === undefined || bytes.length > CHUNK_BYTES ? undefined : bytes;
}

/** Of a classified model nothing is known before it is unlocked; of a damaged summary neither. */
const UNKNOWN: ModelSummary = {
  experiment: '',
  modes: 0,
  layers: 0,
  dataset: '',
  source: '',
  parameters: 0,
  step: 0,
  accuracy: undefined,
  backend: undefined,
};

export function readSummary(json: string): ModelSummary {
  const read = parsed(summary, json === '' ? undefined : parseJson(json));
  return read === undefined ? UNKNOWN : { ...read, accuracy: read.accuracy, backend: read.backend };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> | undefined {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : undefined;
}
