import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';
import type { Index, StructuredQuery } from '../queries.mjs';
import { isDeclared, wantedIndex } from '../queries.mjs';

/**
 * Every query that any test of the cloud makes the client ask is compared with firestore.indexes.json: the emulator
 * answers those too that production refuses for want of an index. What was asked is kept for the report.
 */
const root = new URL('../../', import.meta.url);
const declared = (
  JSON.parse(readFileSync(new URL('firestore.indexes.json', root), 'utf8')) as { indexes: Index[] }
).indexes;
const asked = new Map<string, Index | undefined>();
const { fetch } = globalThis;

globalThis.fetch = async (input, init) => {
  const response = await fetch(input, init);
  const url = input instanceof Request ? input.url : String(input);
  // What the rules refuse is asked by no client; what passes them, and what probes them, is the tests' own.
  const headers = new Headers(init?.headers);
  const isClient = headers.get('authorization') !== 'Bearer owner' && !headers.has('x-probe');
  if (response.ok && isClient && url.includes(':runQuery') && typeof init?.body === 'string') {
    const { structuredQuery } = JSON.parse(init.body) as { structuredQuery: StructuredQuery };
    const index = wantedIndex(structuredQuery);
    asked.set(JSON.stringify([structuredQuery.from, index]), index);
  }
  return response;
};

afterAll(() => {
  globalThis.fetch = fetch;
  const lines = [...asked.values()].map((index) => ({
    index: index ?? null,
    isDeclared: index === undefined || isDeclared(index, declared),
  }));
  mkdirSync(new URL('.cache/test/', root), { recursive: true });
  appendFileSync(
    new URL('.cache/test/queries.jsonl', root),
    lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  );
  expect(
    lines.filter((line) => !line.isDeclared),
    'queries without their index',
  ).toEqual([]);
});
