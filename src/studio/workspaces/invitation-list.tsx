import { Copy } from 'lucide-react';
import { withdrawInvitation } from '../../cloud/workspaces/invitations';
import type { Invitation } from '../../cloud/workspaces/workspace-records';
import { Button } from '../parts/button';
import { workspaceWords } from '../words/workspaces';
import { act, copyText } from './act';
import { invitationLink } from './invitation-address';

const words = workspaceWords.invite;

/** Invitations that nobody has accepted yet, each with its link. */
export function InvitationList(props: {
  readonly workspace: string;
  readonly invitations: readonly Invitation[];
  readonly now: number;
  readonly onChanged: () => void;
}) {
  const { workspace, invitations, now, onChanged } = props;
  if (invitations.length === 0) return null;
  return (
    <section aria-label={words.open}>
      <h4>{words.open}</h4>
      <ul className="invitation-list">
        {invitations.map((each) => {
          const link = invitationLink(location.origin, { workspace, id: each.id });
          const isOver = each.expiresAt <= now;
          return (
            <li key={each.id}>
              <div className="invitation-facts">
                <span className="member-name">{each.email}</span>
                <span className="muted small">
                  {workspaceWords.roles[each.role]} ·{' '}
                  {isOver ? words.expired : words.expires(dateOf(each.expiresAt))}
                </span>
              </div>
              {!isOver && (
                <input
                  className="text-input tabular invitation-link"
                  aria-label={words.link}
                  readOnly
                  value={link}
                  onFocus={(event) => event.target.select()}
                />
              )}
              {!isOver && (
                <Button
                  label={words.copyName(each.email)}
                  onPress={() => void copyText(link, words.copied, words.notCopied)}
                >
                  <Copy aria-hidden />
                  {words.copy}
                </Button>
              )}
              <Button
                kind="quiet"
                label={words.withdrawName(each.email)}
                onPress={() =>
                  void act(
                    (firebase) => withdrawInvitation(firebase, workspace, each),
                    words.withdrawn(each.email),
                  ).then(onChanged)
                }
              >
                {words.withdraw}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function dateOf(time: number): string {
  return new Date(time).toLocaleString('en', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
