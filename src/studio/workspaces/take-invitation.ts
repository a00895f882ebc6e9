import { invitationIn } from './invitation-address';
import { openInvitation } from './workspaces-store';

/** Shows the invitation that the address names, and takes it out of the address: it is of use once. */
export function takeInvitation(): void {
  const invitation = invitationIn(location.search);
  if (invitation === undefined) return;
  const address = new URL(location.href);
  address.searchParams.delete('invite');
  history.replaceState(history.state, '', address);
  openInvitation(invitation);
}
