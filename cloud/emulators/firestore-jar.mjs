import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where Google's own package for Debian puts it. */
const packaged = '/usr/lib/google-cloud-sdk/platform/cloud-firestore-emulator/cloud-firestore-emulator.jar';

/** What firebase-tools has fetched, newest first; newer ones want a newer Java. */
function cached() {
  const folder = process.env['FIREBASE_EMULATORS_PATH'] ?? join(homedir(), '.cache', 'firebase', 'emulators');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^cloud-firestore-emulator-.*\.jar$/.test(name))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((name) => join(folder, name));
}

/**
 * The official Firestore emulators on this machine, in the order in which they are tried. `FIRESTORE_EMULATOR_JAR`
 * names one and no other.
 */
export function firestoreJars() {
  const named = process.env['FIRESTORE_EMULATOR_JAR'];
  if (named !== undefined) return [named];
  return [...cached(), packaged].filter((path) => existsSync(path));
}
