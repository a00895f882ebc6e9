import { create } from 'zustand';
import type { BadConfig } from '../../cloud/config';
import type { Role } from '../../cloud/policy';

/** Why a session ended that the person did not end here. */
export type EndedBecause =
  /** Nobody did anything for as long as the configuration allows. */
  | 'idle'
  /** The person signed out on all devices. */
  | 'elsewhere'
  /** The service took it back: the account was deleted or disabled, or its password changed. */
  | 'withdrawn';

/** Who is signed in, as the whole page sees it; it brings nothing of Firebase. */
export type Account =
  /** Not looked yet, or there is no cloud: the studio is complete without. */
  | { readonly status: 'off'; readonly problem?: BadConfig | undefined }
  | { readonly status: 'opening' }
  | { readonly status: 'signed-out'; readonly ended?: EndedBecause | undefined }
  | SignedInAccount;

export interface SignedInAccount {
  readonly status: 'signed-in';
  readonly uid: string;
  readonly email: string | undefined;
  readonly name: string | undefined;
  /** An account without an address, which only this browser can open. */
  readonly isAnonymous: boolean;
  readonly isEmailVerified: boolean;
  /** Roles by workspace, from the account's claims. */
  readonly workspaces: Readonly<Record<string, Role>>;
  /** When the person proved who they are, ms. */
  readonly signedInAt: number;
}

export const useAccount = create<{ readonly account: Account }>()(() => ({ account: { status: 'off' } }));

export function currentAccount(): Account {
  return useAccount.getState().account;
}

export function setAccount(account: Account): void {
  useAccount.setState({ account });
}
