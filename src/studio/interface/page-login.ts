import { PhotonicError } from '../../lib/fault';
import { programFault } from '../../program/program-fault';
import type { Credentials, Login } from '../../program/program-port';
import { signIn } from '../account/act';
import { openAccount } from '../account/account-driver';
import { currentAccount } from '../account/account-store';
import { openCloud } from '../account/cloud-door';

/** The token of whoever is signed in here; undefined: nobody is, or there is no cloud. */
export async function tokenNow(): Promise<string | undefined> {
  if (currentAccount().status !== 'signed-in') return undefined;
  return (await openCloud())?.auth.currentUser?.getIdToken();
}

/** Signs the person in to this page, as its own window does. Rejects with that fault, or `program/no-login`. */
export async function login({ username, password }: Credentials): Promise<Login> {
  const cloud = await openCloud();
  if (cloud === undefined) throw programFault('no-login');
  await openAccount();
  const fault = await signIn(username, password);
  if (fault !== undefined) throw new PhotonicError(fault);
  const user = cloud.auth.currentUser;
  const result = await user?.getIdTokenResult();
  if (user === null || result === undefined) throw programFault('wrong-login');
  const expiresIn = Math.max(0, Math.round((Date.parse(result.expirationTime) - Date.now()) / 1000));
  return { token: result.token, expiresIn, uid: user.uid };
}
