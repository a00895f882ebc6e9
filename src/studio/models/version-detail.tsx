import { Download, ExternalLink, Radio, RotateCcw } from 'lucide-react';
import type { ModelArchive } from '../../library/models/model-archive';
import type { ModelVersion } from '../../library/models/model-records';
import { describeChip } from '../design/describe';
import { ChipSketch } from '../documents/chip-sketch';
import { formatCount, formatPercent, formatSi } from '../format/si';
import { CommandButton } from '../parts/button';
import { modelsWords as words } from '../words/models';
import { backendTitle, dataTitle } from './data-title';
import { RunCurve } from './run-curve';
import { useArchive } from './use-archive';
import { VersionComparison } from './version-comparison';

/** One version: what it is, what it changed, and what can be made of it. */
export function VersionDetail(props: {
  readonly version: ModelVersion;
  readonly versions: readonly ModelVersion[];
}) {
  const { version } = props;
  const archive = useArchive(version);
  const curve = archive?.ok === true ? archive.value.run?.curve : undefined;
  return (
    <section className="model-version" aria-label={version.title}>
      <h3>{version.title}</h3>
      <div className="model-actions">
        <CommandButton id="openModel" kind="primary" icon={<ExternalLink aria-hidden />} />
        <CommandButton id="deployModel" icon={<Radio aria-hidden />} />
        <CommandButton id="restoreModelVersion" icon={<RotateCcw aria-hidden />} />
        <CommandButton id="exportModel" icon={<Download aria-hidden />} />
      </div>
      {!version.isHere && <p className="muted">{words.awayNote}</p>}
      {archive?.ok === false && (
        <p className="save-failed" role="alert">
          {archive.fault.message} {archive.fault.fix}
        </p>
      )}
      <div className="model-pictures">
        <figure className="model-sketch">
          {archive?.ok === true && <ChipSketch experiment={archive.value.experiment} />}
        </figure>
        {curve && <RunCurve curve={curve} />}
      </div>
      <Facts version={version} archive={archive?.ok === true ? archive.value : undefined} />
      <VersionComparison {...props} />
    </section>
  );
}

function Facts(props: { readonly version: ModelVersion; readonly archive: ModelArchive | undefined }) {
  const { version, archive } = props;
  const { summary } = version;
  const edits = archive?.run?.edits.length ?? 0;
  const facts: readonly (readonly [string, string])[] = [
    [
      words.facts.accuracy,
      summary.accuracy === undefined
        ? words.notMeasured
        : `${formatPercent(summary.accuracy)} ${words.measured}`,
    ],
    [
      words.facts.training,
      [
        summary.parameters === 0 ? words.untrained : words.trained(formatCount(summary.step)),
        ...(edits === 0 ? [] : [words.edited(edits)]),
      ].join(' · '),
    ],
    [words.facts.data, `${dataTitle(summary.dataset)} · ${words.sources(summary.source)}`],
    ...(archive === undefined ? [] : [[words.facts.chip, describeChip(archive.experiment)] as const]),
    ...(summary.backend === undefined ? [] : [[words.facts.backend, backendTitle(summary.backend)] as const]),
    [words.facts.size, formatSi(version.bytes, 'B')],
    [words.facts.checksum, `${version.sha256.slice(0, 16)}…`],
  ];
  return (
    <dl className="version-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="tabular">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
