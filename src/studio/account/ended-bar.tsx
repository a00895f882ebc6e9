import { useEffect, useState } from 'react';
import { sessionTimeoutOf } from '../configuration/configuration-store';
import { Bar } from '../documents/safety-bar';
import { Button } from '../parts/button';
import '../styles/documents.css';
import { accountWords } from '../words/account';
import type { EndedBecause } from './account-store';
import { setAccount } from './account-store';
import { cloudConfig } from './cloud-door';
import { openAccountDialog } from './dialog-store';

/** Says why nobody is signed in any more, that nothing is lost, and offers the way back. */
export function EndedBar({ ended }: { readonly ended: EndedBecause }) {
  const [timeout, setTimeout] = useState<number>();
  useEffect(() => {
    let isCurrent = true;
    void cloudConfig().then((config) => {
      if (isCurrent) setTimeout(sessionTimeoutOf(config ?? { sessionTimeout: 3600 }));
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  if (timeout === undefined) return null;
  const words = accountWords.ended;
  const title = ended === 'idle' ? words.idle(timeout) : words[ended];
  return (
    <Bar kind="warn" title={title} note={words.note} onDismiss={() => setAccount({ status: 'signed-out' })}>
      <Button onPress={() => openAccountDialog('sign-in')}>{accountWords.submit['sign-in']}</Button>
    </Bar>
  );
}
