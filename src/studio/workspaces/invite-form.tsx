import { useId, useState } from 'react';
import type { Role } from '../../cloud/policy';
import type { InvitationDays } from '../../cloud/workspaces/invitations';
import { invite, INVITATION_DAYS } from '../../cloud/workspaces/invitations';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { workspaceWords } from '../words/workspaces';
import { act } from './act';
import { RoleChoice } from './role-choice';

const words = workspaceWords.invite;
const DAYS = INVITATION_DAYS.map((days) => ({ id: `${days}` as const, name: words.dayChoices[days] }));

/** An administrator invites an address. */
export function InviteForm(props: { readonly workspace: string; readonly onMade: () => void }) {
  const { workspace, onMade } = props;
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('member');
  const [days, setDays] = useState<InvitationDays>(7);
  const [isRefused, setRefused] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const field = useId();
  const send = (): void => {
    if (isBusy) return;
    // Browsers differ in what they take; this is what mail servers need at least.
    if (!/^[^\s@]+@[^\s@]+$/.test(email.trim()) || email.trim().length > 254) return setRefused(true);
    setBusy(true);
    const options = { email, role, days, now: Date.now() };
    void act((firebase) => invite(firebase, workspace, options), words.made(email.trim())).then((isDone) => {
      setBusy(false);
      if (!isDone) return;
      setEmail('');
      onMade();
    });
  };
  return (
    <form
      className="invite-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="field invite-email">
        <label className="field-label" htmlFor={field}>
          {words.email}
        </label>
        <input
          id={field}
          className="text-input"
          type="email"
          autoComplete="off"
          value={email}
          aria-invalid={isRefused}
          aria-describedby={isRefused ? `${field}-error` : undefined}
          onChange={(event) => {
            setRefused(false);
            setEmail(event.target.value);
          }}
        />
        {isRefused && (
          <span id={`${field}-error`} className="field-error" role="alert">
            {words.emailInvalid}
          </span>
        )}
      </div>
      <RoleChoice label={words.role} value={role} onChange={setRole} />
      <Choice
        label={words.days}
        value={`${days}`}
        options={DAYS}
        onChange={(id) => setDays(INVITATION_DAYS.find((each) => `${each}` === id) ?? 7)}
      />
      <Button onPress={send}>{words.button}</Button>
      <p className="muted small invite-note">{words.note}</p>
    </form>
  );
}
