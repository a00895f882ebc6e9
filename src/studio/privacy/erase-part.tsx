import { useState } from 'react';
import type { Erased } from '../../cloud/privacy/erase-account';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import { currentAccount, useAccount } from '../account/account-store';
import { proveFirst } from '../account/dialog-store';
import { FaultLine } from '../account/fault-line';
import { Button } from '../parts/button';
import { privacyWords } from '../words/privacy';
import { eraseAccountNow, eraseBrowserNow } from './erase-everything';

const words = privacyWords.erase;

type What = 'account' | 'browser';

/** A sign-in of so long ago still counts; the cloud asks for five minutes, ms. */
const RECENT = 4 * 60_000;

/** The account or this browser's work, gone for good; says first what goes and what stays. */
export function ErasePart() {
  const hasAccount = useAccount((state) => state.account.status === 'signed-in');
  const [what, setWhat] = useState<What>();
  const [erased, setErased] = useState<Erased>();
  if (erased !== undefined) return <ErasedPart erased={erased} />;
  if (what !== undefined)
    return <SurePart what={what} onErased={setErased} onCancel={() => setWhat(undefined)} />;
  return (
    <section>
      <h3>{words.title}</h3>
      {hasAccount && (
        <div className="privacy-row">
          <p className="muted small">{words.accountNote}</p>
          <Button onPress={() => setWhat('account')}>{words.account}</Button>
        </div>
      )}
      <div className="privacy-row">
        <p className="muted small">{words.browserNote}</p>
        <Button onPress={() => setWhat('browser')}>{words.browser}</Button>
      </div>
    </section>
  );
}

function SurePart(props: {
  readonly what: What;
  readonly onErased: (erased: Erased) => void;
  readonly onCancel: () => void;
}) {
  const { what } = props;
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const erase = async (): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      if (what === 'account') props.onErased(await eraseAccountNow());
      else await eraseBrowserNow();
    } catch (thrown) {
      setFault(toFault(thrown));
      setBusy(false);
    }
  };
  const confirm = (): void => {
    if (what === 'account' && needsProof()) proveFirst(() => void erase());
    else void erase();
  };
  return (
    <section className="privacy-sure">
      <h3>{words.sure[what]}</h3>
      <ul>
        {words.goes[what].map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p className="muted small">{words.stays[what]}</p>
      <FaultLine fault={fault} />
      <div className="window-actions">
        <button type="button" className="button" autoFocus onClick={props.onCancel} disabled={isBusy}>
          {privacyWords.cancel}
        </button>
        <button type="button" className="button privacy-erase" onClick={confirm} disabled={isBusy}>
          {isBusy ? words.working : words.confirm}
        </button>
      </div>
    </section>
  );
}

function ErasedPart({ erased: { left } }: { readonly erased: Erased }) {
  const rest = Object.entries(left).filter(([, count]) => count > 0);
  const said = rest.map(([name, count]) => `${name}: ${count}`).join(', ');
  return (
    <section role="status">
      <h3>{words.title}</h3>
      <p>{rest.length === 0 ? words.verified : words.left(said)}</p>
      <p className="muted">{words.stillHere}</p>
    </section>
  );
}

/** Guests have no way to prove anything but their session. */
function needsProof(): boolean {
  const account = currentAccount();
  return account.status === 'signed-in' && !account.isAnonymous && Date.now() - account.signedInAt > RECENT;
}
