import { getApps, initializeApp } from 'firebase/app';
import type { FirebaseApp } from 'firebase/app';
import type { Firestore } from 'firebase/firestore/lite';
import { connectFirestoreEmulator, getFirestore } from 'firebase/firestore/lite';
import type { CloudConfig } from '../config';

/** A connection that reads links for whoever holds one: an app of its own, without accounts. */
const NAME = 'links';

export interface ShareReader {
  readonly app: FirebaseApp;
  readonly firestore: Firestore;
}

let opened: ShareReader | undefined;

export function openShareReader(config: CloudConfig): ShareReader {
  return (opened ??= open(config));
}

function open({ apiKey, projectId, appId, emulators }: CloudConfig): ShareReader {
  const options = { apiKey, projectId, ...(appId && { appId }) };
  const app = getApps().find(({ name }) => name === NAME) ?? initializeApp(options, NAME);
  const firestore = getFirestore(app);
  if (emulators !== undefined) {
    const [host = 'localhost', port = '8080'] = emulators.firestore.split(':');
    connectFirestoreEmulator(firestore, host, Number(port));
  }
  return { app, firestore };
}
