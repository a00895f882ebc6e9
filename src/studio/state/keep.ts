import type { IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { Experiment } from '../../experiment/schema';
import { validateExperiment } from '../../experiment/validate';
import { currentExperiment, useExperiment } from './experiment-store';
import { followAddress, linked, openLinked, writeAddress } from './link-address';
import { notify } from './notify';

/** Keeps the experiment in this browser's database, and brings it back; the address is link-address.ts. */
const DATABASE = 'photonic-studio';
const STORE = 'kept';
const CURRENT = 'experiment';
const SAVE_AFTER_MS = 400;

let database: Promise<IDBPDatabase> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let saveFailed = false;

function open(): Promise<IDBPDatabase> {
  database ??= openDB(DATABASE, 1, {
    upgrade: (db) => void db.createObjectStore(STORE),
    // The browser may close it at any time, for one when the site's data are deleted.
    terminated: () => (database = undefined),
  });
  // A refusal is not kept: the next change tries again.
  database.catch(() => (database = undefined));
  return database;
}

/** The kept experiment, or undefined if there is none or it cannot be read. */
async function kept(): Promise<Experiment | undefined> {
  try {
    const db = await open();
    const result = validateExperiment(await db.get(STORE, CURRENT));
    return result.ok ? result.value : undefined;
  } catch {
    // Private windows may refuse the database: the studio then starts with the preset.
    return undefined;
  }
}

async function save(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const experiment = currentExperiment();
  try {
    const db = await open();
    await db.put(STORE, experiment, CURRENT);
    saveFailed = false;
  } catch (thrown) {
    if (!saveFailed) {
      notify('warning', 'This browser did not let the studio save your experiment.', {
        description: 'Your work is still in the address: copy the link to keep it.',
        duration: 10_000,
      });
    }
    saveFailed = true;
    console.warn('Saving the experiment failed', thrown);
  }
}

/**
 * Restores the kept experiment; a link in the address is opened on top of it, as a step that can be
 * undone, so that opening a link never loses work.
 */
export async function restore(): Promise<void> {
  const [mine, link] = await Promise.all([kept(), linked()]);
  if (mine !== undefined) useExperiment.setState({ experiment: mine });
  useExperiment.temporal.getState().clear();
  if (link !== undefined) openLinked(link);
}

/** Saves every change within a second, and when the page goes away. */
export function keepExperiment(): () => void {
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void save();
      void writeAddress(currentExperiment());
    }, SAVE_AFTER_MS);
  };
  const leaving = (): void => {
    if (timer !== undefined) void save();
  };
  const stops = [useExperiment.subscribe(changed), followAddress()];
  addEventListener('pagehide', leaving);
  return () => {
    stops.forEach((stop) => stop());
    removeEventListener('pagehide', leaving);
  };
}
