import type { Model } from '../../library/models/model-records';
import { modelsWords as words } from '../words/models';
import { PolicyBadge } from './policy-badge';

/** Who may see and change a model. */
export function PolicyPanel({ model }: { readonly model: Model }) {
  return (
    <p className="model-policy">
      <PolicyBadge policy={model.policy} />
      <span className="muted small">{words.policyNotes[model.policy]}</span>
    </p>
  );
}
