import { Eye } from 'lucide-react';
import type { Model } from '../../library/models/model-records';
import { useAct } from '../account/use-act';
import { useAccount } from '../account/account-store';
import { Button } from '../parts/button';
import { awaiting } from '../state/run-store';
import { modelsWords as words } from '../words/models';
import { versionDoor } from './version-door';

/**
 * Versions of restricted and classified models come only when somebody asks for them, because each reading is noted in
 * the audit.
 */
export function RestrictedVersions({ model }: { readonly model: Model }) {
  const isSignedIn = useAccount(({ account }) => account.status === 'signed-in');
  const { isBusy, fault, run } = useAct();
  const isOpen = model.policy === 'PUBLIC' || model.policy === 'INTERNAL';
  if (isOpen || !isSignedIn || model.owner === undefined) return null;
  const read = async () => {
    const result = await awaiting(versionDoor().list?.(model) ?? Promise.resolve(undefined));
    return result?.ok === false ? result.fault : undefined;
  };
  return (
    <div className="restricted-versions small">
      <p className="muted">{words.restrictedNote}</p>
      <Button isDisabled={isBusy} onPress={() => run(read)}>
        <Eye aria-hidden />
        {isBusy ? words.restrictedBusy : words.restrictedRead}
      </Button>
      {fault !== undefined && (
        <p className="field-error" role="alert">
          {fault.message} {fault.fix}
        </p>
      )}
    </div>
  );
}
