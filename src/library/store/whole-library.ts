import { openLibrary } from './database';

/** What one store of this browser's database holds. */
export interface StoreContent {
  readonly name: string;
  /** Keys and values, in the order of the keys. */
  readonly entries: readonly (readonly [key: string, value: unknown])[];
}

/** Everything in the database, a store at a time. Rejects where the browser refuses it. */
export async function* wholeLibrary(): AsyncGenerator<StoreContent> {
  const database = await openLibrary();
  for (const name of database.objectStoreNames) {
    const transaction = database.transaction(name);
    const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
    yield { name, entries: keys.map((key, index) => [key, values[index]]) };
  }
}

/**
 * Erases everything of the studio in this browser: the database, files with data sets and checkpoints, and kept pages.
 * The page has to be loaded anew afterwards, since what it shows is saved no more. Rejects where the browser refuses.
 */
export async function eraseLibrary(): Promise<void> {
  const database = await openLibrary();
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names, 'readwrite');
  await Promise.all([...names.map((name) => transaction.objectStore(name).clear()), transaction.done]);
  await eraseFiles();
}

async function eraseFiles(): Promise<void> {
  let root: FileSystemDirectoryHandle;
  try {
    root = await navigator.storage.getDirectory();
  } catch {
    // Where there is no file system nothing lies in it.
    return;
  }
  const names: string[] = [];
  for await (const name of root.keys()) names.push(name);
  for (const name of names) await root.removeEntry(name, { recursive: true });
}
