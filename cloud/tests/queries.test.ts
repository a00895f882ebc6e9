import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { collection, getDocs, limit, orderBy, query, where } from 'firebase/firestore/lite';
import { afterAll, describe, expect, inject, it } from 'vitest';
import declaredJson from '../../firestore.indexes.json' with { type: 'json' };
import { runtimeImports } from '../../scripts/import-graph.mjs';
import type { StructuredQuery } from '../queries.mjs';
import { isDeclared, wantedIndex } from '../queries.mjs';
import { modelQueries } from './fixtures/model-queries';
import type { Persona } from './fixtures/world';
import { isAllowed, World } from './fixtures/world';

const world = new World(inject('emulators').firestore, 'demo-queries');
afterAll(() => world.close());
const ada: Persona = { uid: 'ada', workspaces: { space: 'admin' } };

/** What the client sends for a query. */
async function sent(ask: () => Promise<unknown>): Promise<StructuredQuery> {
  const { fetch } = globalThis;
  let found: StructuredQuery | undefined;
  globalThis.fetch = (input, init) => {
    if (typeof init?.body === 'string')
      found = (JSON.parse(init.body) as { structuredQuery: StructuredQuery }).structuredQuery;
    return fetch(input, init);
  };
  try {
    await ask();
  } finally {
    globalThis.fetch = fetch;
  }
  if (found === undefined) throw new Error('Nothing was asked.');
  return found;
}

describe('the index of a query', () => {
  const models = collection(world.beyondRules, 'models');
  const wanted = async (...parts: Parameters<typeof query> extends [unknown, ...infer More] ? More : never) =>
    wantedIndex(await sent(() => getDocs(query(models, ...parts))));

  it('is none where single fields do', async () => {
    expect(await wanted(where('owner', '==', 'ada'))).toBeUndefined();
    expect(await wanted(where('owner', '==', 'ada'), where('policy', 'in', ['PUBLIC']))).toBeUndefined();
    expect(await wanted(where('updatedAt', '>', 1), orderBy('updatedAt', 'desc'))).toBeUndefined();
    expect(await wanted(where('readers', 'array-contains', 'ada'))).toBeUndefined();
  });

  it('has what is compared, then what is ordered', async () => {
    const index = await wanted(
      where('workspace', '==', null),
      where('owner', '==', 'ada'),
      orderBy('updatedAt', 'desc'),
    );
    expect(index?.fields.map((field) => field.fieldPath)).toEqual(['owner', 'workspace', 'updatedAt']);
    expect(isDeclared(index!, declaredJson.indexes)).toBe(false);
    const ascending = await wanted(
      where('workspace', '==', null),
      where('owner', '==', 'ada'),
      orderBy('updatedAt'),
    );
    expect(isDeclared(ascending!, declaredJson.indexes)).toBe(true);
    const ranged = await wanted(where('name', '==', 'x'), where('updatedAt', '>=', 1));
    expect(isDeclared(ranged!, declaredJson.indexes)).toBe(false);
  });
});

/** As src/cloud asks; those that it asks in other tests are compared there in the same way. */
it('what the rules allow to list has its index', async () => {
  const firestore = world.as(ada);
  const audit = collection(firestore, 'audit');
  const newest = [orderBy('at', 'desc'), limit(100)];
  const queries = [
    ...modelQueries(firestore, ada),
    query(audit, where('by', '==', 'ada'), ...newest),
    query(audit, where('owner', '==', 'ada'), ...newest),
    query(audit, where('workspace', '==', 'space'), ...newest),
    query(
      collection(firestore, 'shares'),
      where('by', '==', 'ada'),
      orderBy('createdAt', 'desc'),
      limit(300),
    ),
  ];
  for (const each of queries) {
    const index = wantedIndex(await sent(async () => expect(await isAllowed(getDocs(each))).toBe(true)));
    expect(index).toBeDefined();
    expect(isDeclared(index!, declaredJson.indexes)).toBe(true);
  }
});

describe('a list that names too little is refused', () => {
  const models = () => collection(world.as(ada), 'models');
  it.each([
    ['every model', () => query(models(), limit(10))],
    [
      'no limit',
      () => query(models(), where('workspace', '==', null), where('readers', 'array-contains', 'ada')),
    ],
    [
      'too high a limit',
      () =>
        query(
          models(),
          where('workspace', '==', null),
          where('readers', 'array-contains', 'ada'),
          limit(301),
        ),
    ],
    [
      'what names a person, wherever',
      () => query(models(), where('readers', 'array-contains', 'ada'), limit(10)),
    ],
    [
      'what names somebody else',
      () =>
        query(models(), where('workspace', '==', null), where('readers', 'array-contains', 'eve'), limit(10)),
    ],
    ['all of a workspace', () => query(models(), where('workspace', '==', 'space'), limit(10))],
    [
      'all that is restricted in a workspace',
      () =>
        query(models(), where('workspace', '==', 'space'), where('policy', '==', 'RESTRICTED'), limit(10)),
    ],
    [
      'what is open in another workspace',
      () => query(models(), where('workspace', '==', 'other'), where('policy', 'in', ['PUBLIC']), limit(10)),
    ],
    [
      'what is open in none',
      () => query(models(), where('workspace', '==', null), where('policy', 'in', ['PUBLIC']), limit(10)),
    ],
    ['the whole audit', () => query(collection(world.as(ada), 'audit'), limit(10))],
    ['every share', () => query(collection(world.as(ada), 'shares'), limit(10))],
  ])('%s', async (_name, build) => {
    expect(await isAllowed(getDocs(build()))).toBe(false);
  });
});

it('every file that asks is reached by a test of the cloud, where its queries are compared', async () => {
  const cloud = fileURLToPath(new URL('../../src/cloud/', import.meta.url));
  const tests = fileURLToPath(new URL('.', import.meta.url));
  const files = async (folder: string, pattern: RegExp) =>
    (await readdir(folder, { recursive: true }))
      .filter((name) => pattern.test(name))
      .map((name) => folder + name);
  const reached = new Set<string>();
  const waiting = await files(tests, /\.test\.ts$/);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const needed = runtimeImports(file, await readFile(file, 'utf8'));
    waiting.push(...needed.map((path) => `${path}.ts`).filter((path) => existsSync(path)));
  }
  const sources = await files(cloud, /(?<!\.test)\.ts$/);
  const texts = await Promise.all(sources.map((file) => readFile(file, 'utf8')));
  const asking = sources.filter((_, index) => texts[index]?.includes('getDocs('));
  expect(asking.length).toBeGreaterThan(3);
  expect(asking.filter((file) => !reached.has(file))).toEqual([]);
});
