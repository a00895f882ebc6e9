import { Copy, Link, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Model } from '../../library/models/model-records';
import { useAccount } from '../account/account-store';
import { CommandIcon } from '../parts/button';
import { modelsWords as words } from '../words/models';
import { useModelList } from './list-store';
import { ModelName } from './model-name';
import { ModelNote } from './model-note';
import { ModelTags } from './model-tags';
import { NONE, titleOfModel, useModels } from './models-store';
import { PolicyPanel } from './policy-panel';
import { mayDoHere } from './rights';
import { RestrictedVersions } from './restricted-versions';
import { SyncBadge } from './sync-badge';
import { VersionDetail } from './version-detail';
import { VersionTimeline } from './version-timeline';

/** One model: what it is called, who may see it, and its versions. */
export function ModelPage({ model }: { readonly model: Model | undefined }) {
  return (
    <section className="model-page" aria-label={model === undefined ? words.noChoice : titleOfModel(model)}>
      {model === undefined ? (
        <p className="muted models-wait">{words.noChoice}</p>
      ) : (
        <Page key={model.id} model={model} />
      )}
    </section>
  );
}

function Page({ model }: { readonly model: Model }) {
  const versions = useModels((state) => state.versions.get(model.id) ?? NONE);
  const chosen = useModelList((state) => state.version);
  const account = useAccount((state) => state.account);
  const [now] = useState(() => Date.now());
  const mayWrite = mayDoHere(account, 'write', model, now);
  const version = versions.find(({ id }) => id === chosen) ?? versions[0];
  const live = versions.find(({ id }) => id === model.live);
  return (
    <div className="model-scroll" tabIndex={0} role="group" aria-label={titleOfModel(model)}>
      <header className="model-head">
        <div className="model-title">
          <ModelName model={model} isReadOnly={!mayWrite} />
          <span className="button-group">
            <CommandIcon id="duplicateModel" icon={<Copy aria-hidden />} />
            <CommandIcon id="copyModelLink" icon={<Link aria-hidden />} />
            <CommandIcon id="deleteModel" icon={<Trash2 aria-hidden />} />
          </span>
        </div>
        <p className="model-where">
          <SyncBadge model={model.id} />
          <span className="muted small">
            {live === undefined ? words.notLive : words.liveNote(live.title)}
          </span>
        </p>
        <PolicyPanel model={model} />
        {!mayWrite && (
          <p className="small" role="note">
            {words.readOnly}
          </p>
        )}
        <div className="model-said">
          <ModelTags model={model} isReadOnly={!mayWrite} />
          <ModelNote model={model} isReadOnly={!mayWrite} />
        </div>
      </header>
      <div className="model-versions">
        <div>
          <VersionTimeline model={model} versions={versions} chosen={version?.id} />
          <RestrictedVersions model={model} />
        </div>
        {version !== undefined && <VersionDetail key={version.id} version={version} versions={versions} />}
      </div>
    </div>
  );
}
