import fc from 'fast-check';
import { Bytes, Timestamp } from 'firebase/firestore/lite';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readCloudConfig } from './config';
import { CHUNK_BYTES, MAX_CHUNKS } from './records';
import { chunkSchema, shareSchema } from './shares/share-documents';
import { readCloudChunk, readCloudModel, readCloudVersion, readSummary } from './sync/read-records';
import { readInvitation, readMember, readWorkspace } from './workspaces/workspace-records';

const time = Timestamp.fromMillis(1_800_000_000_000);
const id = 'A'.repeat(22);

/** Sound documents; hostile ones are these with something else in their place. */
const sound = {
  model: {
    owner: 'ada',
    workspace: null,
    policy: 'RESTRICTED',
    people: { grace: 'read' },
    readers: ['ada', 'grace'],
    name: 'A mesh',
    tags: ['eight modes'],
    note: '',
    live: null,
    seal: null,
    revision: 1,
    device: 'Firefox',
    createdAt: time,
    updatedAt: time,
    deletedAt: null,
  },
  version: {
    parent: null,
    title: 'First',
    by: 'ada',
    at: time,
    bytes: 1000,
    sha256: '0'.repeat(64),
    chunks: 1,
    summary: '{}',
    state: 'published',
  },
  chunk: { bytes: Bytes.fromUint8Array(new Uint8Array(3)) },
  share: { by: 'ada', createdAt: time, expiresAt: time, model: null, bytes: 1000, chunks: 1 },
  workspace: { name: 'Lab' },
  member: { email: 'ada@example.test', name: 'Ada', role: 'admin', since: time },
  invitation: { email: 'ada@example.test', role: 'admin', expiresAt: time },
  config: { apiKey: 'demo', projectId: 'demo-photonic' },
} as const;
type Kind = keyof typeof sound;

/** What becomes of a document; undefined: it is passed over. */
const readers: Readonly<Record<Kind, (value: unknown) => unknown>> = {
  model: readCloudModel,
  version: readCloudVersion,
  chunk: readCloudChunk,
  share: (value) => parsed(shareSchema, value),
  workspace: (value) => readWorkspace(id, 'viewer', value),
  member: (value) => readMember('ada', value),
  invitation: (value) => readInvitation(id, value),
  config: (value) => {
    const read = readCloudConfig(value);
    return read !== undefined && 'problems' in read ? undefined : read;
  },
};

function parsed(schema: v.GenericSchema, value: unknown): unknown {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : undefined;
}

const anything = fc.oneof(
  fc.anything({
    withNullPrototype: true,
    withDate: true,
    withMap: true,
    withTypedArray: true,
    withSparseArray: true,
    withBigInt: true,
  }),
  fc.constantFrom(Number.NaN, -1, 1.5, 1e308, 2 ** 53, '', 'x'.repeat(100_000), '__proto__', '../..', time),
  // As parsers make them: properties of their own with these names.
  fc.constantFrom(
    ...['__proto__', 'constructor', 'prototype'].map((key): unknown =>
      JSON.parse(`{"${key}": {"polluted": true}}`),
    ),
  ),
);

const kinds = Object.keys(sound) as Kind[];

/** Every text is short, every number usable, and no object has been given another nature. */
function expectHarmless(kind: Kind, read: unknown): void {
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  if (typeof read !== 'object' || read === null || read instanceof Uint8Array) return;
  expect([Object.prototype, null]).toContain(Object.getPrototypeOf(read));
  for (const [key, value] of Object.entries(read)) {
    if (typeof value === 'number') expect(Number.isFinite(value), `${kind}.${key}`).toBe(true);
    // A configuration is the site's own.
    if (typeof value === 'string' && kind !== 'config') expect(value.length).toBeLessThanOrEqual(12_000);
  }
}

describe.each(kinds)('a document in place of a %s', (kind) => {
  it('is read where it is sound', () => {
    expect(readers[kind](sound[kind])).toBeDefined();
  });

  it('is passed over or harmless, whatever it is', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expectHarmless(kind, readers[kind](value));
      }),
      { numRuns: 500 },
    );
  });

  it('is passed over or harmless where one field is hostile, missing or more', () => {
    const fields = Object.keys(sound[kind]);
    fc.assert(
      fc.property(fc.constantFrom(...fields, 'extra', '__proto__'), anything, (field, value) => {
        const document = JSON.parse('{}') as Record<string, unknown>;
        Object.assign(document, sound[kind]);
        Object.defineProperty(document, field, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
        expectHarmless(kind, readers[kind](document));
        expect(() => readers[kind](omit(sound[kind], field))).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});

function omit(document: object, field: string): object {
  return Object.fromEntries(Object.entries(document).filter(([key]) => key !== field));
}

describe('numbers that lead to memory or loops', () => {
  it('stay within what one archive may have', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (bytes, chunks) => {
        for (const read of [
          readCloudVersion({ ...sound.version, bytes, chunks }),
          parsed(shareSchema, { ...sound.share, bytes, chunks }) as typeof sound.share | undefined,
        ]) {
          if (read === undefined) continue;
          expect(read.bytes).toBeLessThanOrEqual(CHUNK_BYTES * MAX_CHUNKS);
          expect(read.chunks).toBeLessThanOrEqual(MAX_CHUNKS);
        }
      }),
    );
    const large = Bytes.fromUint8Array(new Uint8Array(CHUNK_BYTES + 1));
    expect(readCloudChunk({ bytes: large })).toBeUndefined();
    expect(v.is(chunkSchema, { bytes: 'text' })).toBe(false);
  });
});

describe('names of people', () => {
  it.each(['__defineGetter__', 'a/b', '', 'x'.repeat(129)])('are none like %s', (name) => {
    expect(readCloudModel({ ...sound.model, people: { [name]: 'write' } })).toBeUndefined();
    expect(readCloudModel({ ...sound.model, owner: name })).toBeUndefined();
  });

  it('are not the nature of an object', () => {
    const people = JSON.parse('{"__proto__": "write", "grace": "read"}') as unknown;
    const read = readCloudModel({ ...sound.model, people });
    expect(Object.keys(read?.people ?? {})).not.toContain('__proto__');
    expect(read?.people['polluted']).toBeUndefined();
    expect(readCloudModel({ ...sound.model, owner: '__proto__' })).toBeUndefined();
  });
});

describe('the summary of a version', () => {
  it('is unknown where it cannot be read, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.constant('{"__proto__":{"polluted":true}}')),
        (json) => {
          const read = readSummary(json);
          expect(typeof read.experiment).toBe('string');
          expect(Number.isFinite(read.parameters)).toBe(true);
          expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
