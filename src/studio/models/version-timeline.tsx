import { useState } from 'react';
import type { Model, ModelVersion } from '../../library/models/model-records';
import { ago } from '../documents/ago';
import { formatPercent } from '../format/si';
import { modelsWords as words } from '../words/models';
import { pointsBetween } from './accuracy-change';
import { goToVersion } from './list-store';

/** The versions of a model on a line, the newest on top, each with what it gained on the one it was made from. */
export function VersionTimeline(props: {
  readonly model: Model;
  readonly versions: readonly ModelVersion[];
  readonly chosen: string | undefined;
}) {
  const { model, versions, chosen } = props;
  const [now] = useState(() => Date.now());
  if (versions.length === 0) return <p className="muted">{words.noVersions}</p>;
  return (
    <ol className="timeline" aria-label={words.versions}>
      {versions.map((version, index) => {
        const before = versions.find(({ id }) => id === version.parent);
        const delta = before && pointsBetween(before.summary.accuracy, version.summary.accuracy);
        const isBranch =
          version.parent !== undefined &&
          versions.some(({ id, parent }) => id !== version.id && parent === version.parent);
        return (
          <li key={version.id} data-live={version.id === model.live || undefined}>
            <button
              type="button"
              className="version-item"
              aria-pressed={version.id === chosen}
              onClick={() => goToVersion(version.id)}
            >
              <span className="model-line">
                <span className="version-title">{version.title}</span>
                {version.id === model.live && <span className="model-live">{words.live}</span>}
                <span className="model-accuracy tabular">{formatPercent(version.summary.accuracy)}</span>
              </span>
              <span className="model-line muted small">
                <span className="model-facts">
                  {[
                    ago(version.createdAt, Math.max(now, version.createdAt)),
                    ...(index === 0 ? [words.latest] : []),
                    ...(isBranch ? [words.branch] : []),
                    ...(version.isHere ? [] : [words.away]),
                  ].join(' · ')}
                </span>
                {delta !== undefined && (
                  <span className="tabular" data-verdict={delta.verdict}>
                    {words.points(delta.text)}
                  </span>
                )}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
