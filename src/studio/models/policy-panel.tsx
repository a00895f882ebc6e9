import { useState } from 'react';
import type { Model } from '../../library/models/model-records';
import { useAccount } from '../account/account-store';
import { proveFirst } from '../account/dialog-store';
import { Button } from '../parts/button';
import { policyWords as words } from '../words/policy';
import { PolicyBadge } from './policy-badge';
import { PolicyDialog } from './policy-dialog';
import { policySentence } from './policy-sentence';
import { mayDoHere } from './rights';
import { SealBar } from './seal-bar';
import { useVault } from './vault';
import '../styles/policy.css';

/** Who may see and change a model, in a sentence, and the way to change that. */
export function PolicyPanel({ model }: { readonly model: Model }) {
  const account = useAccount((state) => state.account);
  const isOpen = useVault(({ open }) => open.has(model.id));
  const [isChanging, setChanging] = useState(false);
  const [now] = useState(() => Date.now());
  const mayManage = mayDoHere(account, 'manage', model, now);
  const isStale = !mayManage && mayDoHere(account, 'manage', model, 0);
  const isLocked = model.seal !== undefined && !isOpen;
  const refusal = isLocked ? words.refusals.locked : mayManage || isStale ? undefined : words.refusals.role;
  const change = (): void => {
    if (isStale) proveFirst(() => setChanging(true));
    else setChanging(true);
  };
  return (
    <section className="policy-panel" aria-label={words.which}>
      <div className="policy-line">
        <PolicyBadge policy={model.policy} />
        <span className="muted small">{policySentence(model, (workspace) => workspace)}</span>
        <Button kind="quiet" isDisabled={refusal !== undefined} onPress={change}>
          {words.change}
        </Button>
      </div>
      {refusal !== undefined && !isLocked && <p className="muted small">{refusal}</p>}
      {model.seal !== undefined && <SealBar model={model} />}
      {isChanging && <PolicyDialog model={model} onClose={() => setChanging(false)} />}
    </section>
  );
}
