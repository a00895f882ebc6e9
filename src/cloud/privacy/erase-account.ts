import { signOut } from 'firebase/auth';
import * as v from 'valibot';
import type { Fault } from '../../lib/fault';
import { PhotonicError } from '../../lib/fault';
import { toCloudFault } from '../cloud-fault';
import type { Firebase } from '../firebase';
import { signedInUid } from '../signed-in';

const counts = v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0)));
const answer = v.object({ erased: counts, left: counts });

/** How many things of each kind were erased, and are left: all zeros when it is verified empty. */
export type Erased = v.InferOutput<typeof answer>;

const faults: Readonly<Record<string, Fault>> = {
  'account/not-recent': {
    code: 'account/not-recent',
    message: 'Deleting an account needs a sign-in of the last five minutes.',
    fix: 'Sign out, sign in again, and delete it then. Nothing has been deleted.',
  },
  'account/last-admin': {
    code: 'account/last-admin',
    message: 'A workspace would be left without an administrator.',
    fix: 'Make somebody else an administrator of it, or remove its members, and try again. Nothing has been deleted.',
  },
};

/**
 * Erases the account that is signed in with everything the cloud has of it, and signs out. Safe to repeat. Rejects with
 * `account/not-recent`, `account/last-admin`, `privacy/no-functions` or a cloud's fault; the person is still signed in
 * then.
 */
export async function eraseAccount(firebase: Firebase): Promise<Erased> {
  signedInUid(firebase);
  const { connectFunctionsEmulator, getFunctions, httpsCallable } = await import('firebase/functions');
  const { app, auth, config } = firebase;
  const functions = getFunctions(app, config.region);
  const [host, port] = config.emulators?.functions?.split(':') ?? [];
  if (host !== undefined) connectFunctionsEmulator(functions, host, Number(port));
  let said: unknown;
  try {
    // The token says when the person proved who they are.
    await auth.currentUser?.getIdToken(true);
    said = (await httpsCallable(functions, 'eraseAccount')({})).data;
  } catch (thrown) {
    throw new PhotonicError(faultOf(thrown));
  }
  await signOut(auth);
  return v.parse(answer, said);
}

function faultOf(thrown: unknown): Fault {
  const details = thrown instanceof Error && 'details' in thrown ? thrown.details : undefined;
  const code = v.safeParse(v.object({ code: v.string() }), details);
  const known = code.success ? faults[code.output.code] : undefined;
  if (known !== undefined) return known;
  const isAbsent = thrown instanceof Error && 'code' in thrown && thrown.code === 'functions/not-found';
  if (!isAbsent) return toCloudFault(thrown).fault;
  return {
    code: 'privacy/no-functions',
    message: 'This cloud cannot delete accounts by itself: its functions are not installed.',
    fix: 'Ask who runs it to delete your account (docs/cloud.md says how). Nothing has been deleted.',
  };
}
