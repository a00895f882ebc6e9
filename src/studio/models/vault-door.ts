import { useAccount } from '../account/account-store';
import { provideVersionDoor } from './version-door';
import { lockAll, sealed, unsealed } from './vault';
import { watchVault } from './vault-watch';

let isConnected = false;

/** Lets versions of classified models through while they are unlocked; whoever signs out leaves them locked. */
export function connectVault(): void {
  if (isConnected) return;
  isConnected = true;
  watchVault();
  provideVersionDoor({ seal: sealed, unseal: unsealed });
  useAccount.subscribe(({ account }, before) => {
    const uid = account.status === 'signed-in' ? account.uid : undefined;
    const former = before.account.status === 'signed-in' ? before.account.uid : undefined;
    if (former !== undefined && uid !== former) lockAll();
  });
}
