import { getApps, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { getFirestore } from 'firebase-admin/firestore';
import { HttpsError, onCall } from 'firebase-functions/https';
import { callerOf } from './caller.mjs';
import { Refusal } from './refusal.mjs';

export const region = process.env['PHOTONIC_FIREBASE_REGION'] ?? 'europe-west1';

/** @returns {import('./members.mjs').Services} */
export function services() {
  const [app = initializeApp()] = getApps();
  return { auth: getAuth(app), firestore: getFirestore(app) };
}

/**
 * A function for signed-in people. Refusals travel with their code, so that the studio can say them in its words.
 * @template Answer
 * @param {(services: import('./members.mjs').Services, caller: import('./caller.mjs').Caller,
 *   data: Readonly<Record<string, unknown>>) => Promise<Answer>} answer
 */
export function callable(answer) {
  const options = {
    region,
    // Tokens of App Check are asked for where it is set up; emulators have none.
    enforceAppCheck: process.env['PHOTONIC_APP_CHECK'] === '1',
  };
  return onCall(options, async ({ auth, data }) => {
    const own = services();
    try {
      const fields = typeof data === 'object' && data !== null ? data : {};
      return await answer(own, await callerOf(own, auth), fields);
    } catch (thrown) {
      if (thrown instanceof Refusal) throw new HttpsError(thrown.kind, thrown.message, { code: thrown.code });
      throw thrown;
    }
  });
}
