import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, createUserWithEmailAndPassword, getAuth } from 'firebase/auth';
import { connectFirestoreEmulator, doc, getDoc, getFirestore, setLogLevel } from 'firebase/firestore/lite';
import { describe, expect, inject, it } from 'vitest';

// Refusals are what is asked for.
setLogLevel('silent');

describe('the emulators', () => {
  it('sign people in and hold the rules for any project', async () => {
    const { auth: authAt, firestore: firestoreAt } = inject('emulators');
    for (const projectId of ['demo-emulators-a', 'demo-emulators-b']) {
      const app = initializeApp({ apiKey: 'demo', projectId }, projectId);
      const auth = getAuth(app);
      connectAuthEmulator(auth, `http://${authAt}`, { disableWarnings: true });
      const { user } = await createUserWithEmailAndPassword(auth, `ada@${projectId}.test`, 'not a secret');
      const firestore = getFirestore(app);
      const [host = '', port = ''] = firestoreAt.split(':');
      connectFirestoreEmulator(firestore, host, Number(port));
      expect((await getDoc(doc(firestore, 'users', user.uid))).exists()).toBe(false);
      await expect(getDoc(doc(firestore, 'users', 'somebody-else'))).rejects.toMatchObject({
        code: 'permission-denied',
      });
      await deleteApp(app);
    }
  });
});
