import type { CSSProperties } from 'react';
import type { Model } from '../../library/models/model-records';
import { ago } from '../documents/ago';
import { formatPercent } from '../format/si';
import { modelsWords as words } from '../words/models';
import { goToModel, useModelList } from './list-store';
import { NONE, titleOfModel, useModels } from './models-store';
import { PolicyBadge } from './policy-badge';
import { SyncBadge } from './sync-badge';

/** Tags that fit in a line; the model's page shows all. */
const SHOWN_TAGS = 3;

/** A model in the list: its name, how good its newest version is, and where it stands. */
export function ModelRow(props: {
  readonly model: Model;
  readonly isChosen: boolean;
  readonly place: number;
  readonly count: number;
  readonly now: number;
  readonly style: CSSProperties;
}) {
  const { model, isChosen, now } = props;
  const versions = useModels((state) => state.versions.get(model.id) ?? NONE);
  const latest = versions[0]?.summary;
  return (
    <div
      id={`model-${model.id}`}
      className="model-row"
      role="option"
      aria-selected={isChosen}
      aria-posinset={props.place}
      aria-setsize={props.count}
      style={props.style}
      onClick={() => {
        goToModel(model.id);
        useModelList.setState({ tab: 'model' });
      }}
    >
      <span className="model-line">
        <span className="model-name">{titleOfModel(model)}</span>
        {model.live !== undefined && <span className="model-live">{words.live}</span>}
        <span className="model-accuracy tabular">{formatPercent(latest?.accuracy)}</span>
      </span>
      <span className="model-line muted small">
        <span className="model-facts">
          {[
            ...(latest === undefined
              ? [words.noVersions]
              : [latest.dataset, words.versionCount(versions.length)]),
            words.changed(ago(model.updatedAt, Math.max(now, model.updatedAt))),
          ].join(' · ')}
        </span>
      </span>
      <span className="model-line">
        <PolicyBadge policy={model.policy} />
        <SyncBadge model={model.id} />
        {model.tags.slice(0, SHOWN_TAGS).map((tag) => (
          <span key={tag} className="model-tag">
            {tag}
          </span>
        ))}
      </span>
    </div>
  );
}
