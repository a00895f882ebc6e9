import { Building2, Globe, LockKeyhole, UserCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Policy } from '../../library/models/model-records';
import { modelsWords as words } from '../words/models';

const ICONS: Readonly<Record<Policy, ReactElement>> = {
  PUBLIC: <Globe aria-hidden />,
  INTERNAL: <Building2 aria-hidden />,
  RESTRICTED: <UserCheck aria-hidden />,
  CLASSIFIED: <LockKeyhole aria-hidden />,
};

/** Who may see a model, in a word; the tooltip says it in a sentence. */
export function PolicyBadge({ policy }: { readonly policy: Policy }) {
  return (
    <span className="model-badge" data-policy={policy} title={words.policyNotes[policy]}>
      {ICONS[policy]}
      <span className="visually-hidden">{words.policy('')}</span>
      {words.policies[policy]}
    </span>
  );
}
