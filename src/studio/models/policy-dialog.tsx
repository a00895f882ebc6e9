import { useState } from 'react';
import { strengthOf } from '../../cloud/classified/passphrase';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import type { Model, Policy } from '../../library/models/model-records';
import { POLICIES } from '../../library/models/model-records';
import { useAccount } from '../account/account-store';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { ChoiceCards } from '../parts/choice-cards';
import { notify } from '../state/notify';
import { awaiting } from '../state/run-store';
import { policyWords as words } from '../words/policy';
import { CloudWindow, FaultNote } from '../workspaces/cloud-window';
import type { NextPolicy } from './change-policy';
import { changePolicy } from './change-policy';
import { goToModel } from './list-store';
import { titleOfModel } from './models-store';
import { PassphraseFields } from './passphrase-fields';
import { PeopleList } from './people-list';
import { useCircle } from './use-circle';
import { connectVault } from './vault-door';

const ALONE = '';

/** Chooses who may see a model. */
export function PolicyDialog({ model, onClose }: { readonly model: Model; readonly onClose: () => void }) {
  const account = useAccount((state) => state.account);
  const isIn = account.status === 'signed-in' && model.owner !== undefined;
  const [policy, setPolicy] = useState<Policy>(model.policy);
  const [workspace, setWorkspace] = useState(model.workspace ?? ALONE);
  const [people, setPeople] = useState(model.people);
  const [passphrase, setPassphrase] = useState({ first: '', again: '' });
  const [fault, setFault] = useState<Fault>();
  const [isBusy, setBusy] = useState(false);
  const circle = useCircle();
  const isSealing = policy === 'CLASSIFIED' && model.seal === undefined;
  const isUnsealing = policy !== 'CLASSIFIED' && model.seal !== undefined;
  const isNaming = policy === 'RESTRICTED' || policy === 'CLASSIFIED';
  const isReady =
    !isSealing || (strengthOf(passphrase.first) !== 'weak' && passphrase.first === passphrase.again);
  const name = titleOfModel(model);
  const save = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    connectVault();
    const next: NextPolicy = {
      policy,
      workspace: workspace === ALONE ? undefined : workspace,
      people: isNaming ? people : {},
      passphrase: isSealing ? passphrase.first : undefined,
    };
    try {
      goToModel(await awaiting(changePolicy(model.id, next)));
      if (isSealing) notify('success', words.sealed(name), { description: words.sealedNote });
      else notify('success', words.saved(name, words.names[policy]));
      onClose();
    } catch (thrown) {
      setFault(toFault(thrown));
      setBusy(false);
    }
  };
  return (
    <CloudWindow title={words.title(name)} size="small" onClose={onClose}>
      <div className="window-body">
        <ChoiceCards<Policy>
          label={words.which}
          value={policy}
          options={POLICIES.map((id) => {
            const isNobodyThere = id === 'RESTRICTED' && !isIn;
            return {
              id,
              name: words.names[id],
              note: isNobodyThere ? words.refusals.noName : words.notes[id],
              isDisabled: isNobodyThere,
            };
          })}
          onChange={setPolicy}
        />
        {isIn && circle.workspaces.length > 0 && (
          <Choice
            label={words.workspace}
            value={workspace}
            options={[{ id: ALONE, name: words.alone }, ...circle.workspaces]}
            onChange={setWorkspace}
          />
        )}
        {isNaming && isIn && (
          <PeopleList people={people} owner={model.owner} circle={circle.people} onChange={setPeople} />
        )}
        {isSealing && <PassphraseFields value={passphrase} onChange={setPassphrase} />}
        {fault && <FaultNote fault={fault} />}
        <div className="window-actions">
          <Button kind="quiet" onPress={onClose}>
            {words.cancel}
          </Button>
          <Button kind="primary" isDisabled={!isReady} onPress={() => void save()}>
            {isSealing ? words.seal : isUnsealing ? words.unseal : words.save}
          </Button>
        </div>
      </div>
    </CloudWindow>
  );
}
