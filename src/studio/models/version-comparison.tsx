import { useMemo } from 'react';
import type { ModelVersion } from '../../library/models/model-records';
import { formatPercent, formatSi } from '../format/si';
import { Choice } from '../parts/choice';
import { modelsWords as words } from '../words/models';
import { pointsBetween } from './accuracy-change';
import type { Comparison, PhaseDifference } from './compare';
import { compareVersions } from './compare';
import { useModelList } from './list-store';
import { useArchive } from './use-archive';

/** Settings that are listed; a whole other chip differs in dozens. */
const SHOWN = 14;

/** What differs between a version and another one: the one it was made from, unless another is chosen. */
export function VersionComparison(props: {
  readonly version: ModelVersion;
  readonly versions: readonly ModelVersion[];
}) {
  const { version, versions } = props;
  const against = useModelList((state) => state.against);
  const others = versions.filter(({ id }) => id !== version.id);
  const other = others.find(({ id }) => id === (against ?? version.parent));
  const [before, after] = [useArchive(other), useArchive(version)];
  const comparison = useMemo(
    () =>
      before?.ok === true && after?.ok === true ? compareVersions(before.value, after.value) : undefined,
    [before, after],
  );
  if (others.length === 0)
    return (
      <section className="model-compare" aria-label={words.compare}>
        <h4>{words.compare}</h4>
        <p className="muted">{words.first}</p>
      </section>
    );
  return (
    <section className="model-compare" aria-label={words.compare}>
      <Choice
        label={words.compareWith}
        value={other?.id ?? ''}
        options={[
          ...(other === undefined ? [{ id: '', name: words.compareNone }] : []),
          ...others.map(({ id, title, summary }) => ({
            id,
            name: `${title} · ${formatPercent(summary.accuracy)}`,
          })),
        ]}
        onChange={(id) => useModelList.setState({ against: id })}
      />
      {other !== undefined && (
        <>
          <Accuracies before={other} after={version} />
          {comparison !== undefined && <Found comparison={comparison} />}
        </>
      )}
    </section>
  );
}

function Accuracies({ before, after }: { readonly before: ModelVersion; readonly after: ModelVersion }) {
  const [old, now] = [before.summary.accuracy, after.summary.accuracy];
  const delta = pointsBetween(old, now);
  return (
    <p className="tabular">
      {words.accuracyChange(formatPercent(old), formatPercent(now))}
      {delta !== undefined && <strong data-verdict={delta.verdict}>{` ${words.points(delta.text)}`}</strong>}
    </p>
  );
}

function Found({ comparison }: { readonly comparison: Comparison }) {
  const { settings, phases } = comparison;
  return (
    <>
      <p>{phasesText(phases)}</p>
      {settings.length === 0 ? (
        <p>{words.sameSettings}</p>
      ) : (
        <table className="model-settings">
          <thead>
            <tr>
              <th scope="col">{words.setting}</th>
              <th scope="col">{words.was}</th>
              <th scope="col">{words.is}</th>
            </tr>
          </thead>
          <tbody>
            {settings.slice(0, SHOWN).map(({ name, before, after }, index) => (
              <tr key={`${name}${index}`}>
                <th scope="row">{name}</th>
                <td className="tabular muted">{before}</td>
                <td className="tabular">{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {settings.length > SHOWN && <p className="muted small">{words.more(settings.length - SHOWN)}</p>}
    </>
  );
}

function phasesText(phases: PhaseDifference): string {
  switch (phases.kind) {
    case 'none':
      return words.noPhases;
    case 'other':
      return words.otherChip;
    case 'rms':
      return phases.radians === 0 ? words.samePhases : words.phasesDiffer(formatSi(phases.radians, 'rad'));
  }
}
