import { create } from 'zustand';
import type { BadConfig } from '../../cloud/config';
import type { Role } from '../../cloud/policy';

/** Who is signed in, as the whole page sees it; it brings nothing of Firebase. */
export type Account =
  /** Not looked yet, or there is no cloud: the studio is complete without. */
  | { readonly status: 'off'; readonly problem?: BadConfig | undefined }
  | { readonly status: 'opening' }
  | { readonly status: 'signed-out' }
  | {
      readonly status: 'signed-in';
      readonly uid: string;
      readonly email: string | undefined;
      readonly name: string | undefined;
      readonly isAnonymous: boolean;
      readonly isEmailVerified: boolean;
      /** Roles by workspace, from the account's claims. */
      readonly workspaces: Readonly<Record<string, Role>>;
      /** When the person proved who they are, ms. */
      readonly signedInAt: number;
    };

export const useAccount = create<{ readonly account: Account }>()(() => ({ account: { status: 'off' } }));

export function currentAccount(): Account {
  return useAccount.getState().account;
}
