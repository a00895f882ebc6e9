import { LockKeyhole, LockKeyholeOpen } from 'lucide-react';
import { useId, useState } from 'react';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import type { Model } from '../../library/models/model-records';
import { Button } from '../parts/button';
import { notify } from '../state/notify';
import { awaiting } from '../state/run-store';
import { policyWords } from '../words/policy';
import { connectVault } from './vault-door';
import { lock, unlock, useVault } from './vault';

const words = policyWords.passphrase;

/** Unlocks a classified model, or says until when it is open. */
export function SealBar({ model }: { readonly model: Model }) {
  const until = useVault(({ open }) => open.get(model.id)?.until);
  if (until === undefined) return <UnlockForm model={model} />;
  const time = new Date(until).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <div className="seal-bar" data-open>
      <LockKeyholeOpen aria-hidden />
      <span>{words.until(time)}</span>
      <Button
        onPress={() => {
          lock(model.id);
          notify('success', words.lockedNow);
        }}
      >
        {words.lock}
      </Button>
    </div>
  );
}

function UnlockForm({ model }: { readonly model: Model }) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<Fault>();
  const [isBusy, setBusy] = useState(false);
  const field = useId();
  const open = async (): Promise<void> => {
    if (isBusy || text === '') return;
    setBusy(true);
    connectVault();
    const result = await awaiting(unlock(model, text)).catch((thrown: unknown) => ({
      ok: false as const,
      fault: toFault(thrown),
    }));
    setBusy(false);
    setText('');
    setFault(result.ok ? undefined : result.fault);
  };
  return (
    <form
      className="seal-bar"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <LockKeyhole aria-hidden />
      <label htmlFor={field}>{words.locked}</label>
      <input
        id={field}
        className="text-input"
        type="password"
        autoComplete="off"
        placeholder={words.label}
        value={text}
        aria-invalid={fault !== undefined}
        aria-describedby={fault && `${field}-fault`}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button">
        {isBusy ? words.unlocking : words.unlock}
      </button>
      {fault && (
        <p id={`${field}-fault`} className="field-error" role="alert">
          {fault.message} {fault.fix}
        </p>
      )}
    </form>
  );
}
