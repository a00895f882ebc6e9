import type { FirebaseApp } from 'firebase/app';
import { getApp, getApps, initializeApp } from 'firebase/app';
import type { Auth } from 'firebase/auth';
import {
  browserLocalPersistence,
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
} from 'firebase/auth';
import type { Firestore } from 'firebase/firestore/lite';
import { connectFirestoreEmulator, initializeFirestore } from 'firebase/firestore/lite';
import type { CloudConfig } from './config';

/** The three doors to Firebase. Import this file dynamically only: it brings the SDK. */
export interface Firebase {
  readonly config: CloudConfig;
  readonly app: FirebaseApp;
  readonly auth: Auth;
  /** Requests and answers only: what is not sent stays in our own queue, which survives the page. */
  readonly firestore: Firestore;
}

let opened: Firebase | undefined;

/** Opens the project once; later calls give the same. */
export function openFirebase(config: CloudConfig): Firebase {
  return (opened ??= open(config));
}

function open(config: CloudConfig): Firebase {
  const { apiKey, projectId, authDomain, appId, emulators } = config;
  const options = { apiKey, projectId, ...(authDomain && { authDomain }), ...(appId && { appId }) };
  const app = getApps().length > 0 ? getApp() : initializeApp(options);
  const auth = initializeAuth(app, { persistence: [indexedDBLocalPersistence, browserLocalPersistence] });
  const firestore = initializeFirestore(app, {});
  if (emulators !== undefined) {
    connectAuthEmulator(auth, `http://${emulators.auth}`, { disableWarnings: true });
    const [host = 'localhost', port = '8080'] = emulators.firestore.split(':');
    connectFirestoreEmulator(firestore, host, Number(port));
  }
  return { config, app, auth, firestore };
}
