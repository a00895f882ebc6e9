import { beforeEach, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { openLibrary } from './database';
import { amendDocument, eraseOldDocuments, getHistory, listDocuments, putDocument } from './documents';
import { listVersions, saveVersion } from './versions';

beforeEach(async () => {
  const database = await openLibrary();
  for (const store of ['documents', 'kept', 'versions'] as const) await database.clear(store);
});

it('erases only documents that were deleted longer ago than they are kept, with all that is theirs', async () => {
  const experiment = ficonnVowels;
  for (const id of ['old', 'young', 'kept']) {
    const document = { id, experiment, createdAt: 0, updatedAt: 0, tags: [], deletedAt: undefined };
    await putDocument(document, { past: [experiment], future: [] });
    const version = { document: id, createdAt: 0, kind: 'named', title: id, experiment } as const;
    await saveVersion({ ...version, phases: undefined, accuracy: undefined });
  }
  await amendDocument('old', { deletedAt: 1000 });
  await amendDocument('young', { deletedAt: 8000 });

  await eraseOldDocuments(10_000, 5000);
  expect((await listDocuments('deleted')).map(({ id }) => id)).toEqual(['young']);
  expect((await listDocuments()).map(({ id }) => id)).toEqual(['kept']);
  expect(await listVersions('old')).toEqual([]);
  expect((await getHistory('old')).past).toEqual([]);
  expect(await listVersions('young')).toHaveLength(1);

  await eraseOldDocuments(10_000, 1000);
  expect(await listDocuments('deleted')).toEqual([]);
  expect(await listVersions('kept')).toHaveLength(1);
});
