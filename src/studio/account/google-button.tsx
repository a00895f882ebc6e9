import { useEffect, useState } from 'react';
import { Button } from '../parts/button';
import { accountWords } from '../words/account';
import { cloudConfig } from './cloud-door';
import { openAccount } from './account-driver';
import { FaultLine } from './fault-line';

const PAGE = '/sign-in.html';

/** The way in through Google, where it is offered. */
export function GoogleButton() {
  const [isOffered, setOffered] = useState(false);
  const [state, setState] = useState<'idle' | 'open' | 'blocked'>('idle');
  useEffect(() => {
    let isCurrent = true;
    void cloudConfig().then((config) => {
      // As `offersGoogle` says; asking there would load Firebase.
      if (isCurrent) setOffered(config?.googleClientId !== undefined || config?.emulators !== undefined);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  if (!isOffered) return null;
  const go = (): void => {
    // Whoever signs in there is heard of here.
    void openAccount().catch(() => undefined);
    const opened = window.open(PAGE, 'photonic-sign-in', 'popup,width=520,height=680');
    // An isolated page is given no handle of the window, or one that says it is closed: neither means that it was refused.
    setState(opened === null ? 'blocked' : 'open');
  };
  const { message, fix, link } = accountWords.blocked;
  return (
    <div className="account-google">
      <Button onPress={go}>{accountWords.google}</Button>
      {state === 'open' && (
        <p className="muted small" role="status">
          {accountWords.waitingForGoogle}
        </p>
      )}
      {state === 'blocked' && (
        <>
          <FaultLine fault={{ code: 'account/blocked', message, fix }} />
          <a href={PAGE} target="_blank" rel="noreferrer">
            {link}
          </a>
        </>
      )}
      <div className="account-or" aria-hidden>
        <span>{accountWords.or}</span>
      </div>
    </div>
  );
}
