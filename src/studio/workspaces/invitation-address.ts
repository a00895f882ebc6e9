import type { InvitationName } from './workspaces-store';

/** The invitation that `?invite=workspace,id` names, or undefined. */
export function invitationIn(search: string): InvitationName | undefined {
  const value = new URLSearchParams(search).get('invite');
  const match = /^([A-Za-z0-9_-]{1,128}),([A-Za-z0-9_-]{22})$/.exec(value ?? '');
  const [, workspace, id] = match ?? [];
  return workspace === undefined || id === undefined ? undefined : { workspace, id };
}

/** The link that an invited person opens. */
export function invitationLink(origin: string, { workspace, id }: InvitationName): string {
  return `${origin}/?invite=${workspace},${id}`;
}
