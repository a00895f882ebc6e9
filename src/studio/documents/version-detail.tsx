import type { Experiment } from '../../experiment/schema';
import { getVersion } from '../../library/store/versions';
import type { VersionEntry } from '../../library/store/records';
import { describeChip } from '../design/describe';
import { formatCount, formatPercent } from '../format/si';
import { Button } from '../parts/button';
import { useExperiment } from '../state/experiment-store';
import { addressOf } from '../state/link-address';
import { notify } from '../state/notify';
import { versionWords as words } from '../words/versions';
import { ChipSketch } from './chip-sketch';
import { differences } from './differences';
import { openDialog } from './document-store';
import { openAsDocument } from './open-document';
import { storageFault } from './storage-fault';
import { removeVersion, restoreVersion } from './versions-keeper';

/** Settings that are listed; a whole other chip differs in dozens. */
const SHOWN = 12;

/** One version: what it is, what it changed, and the ways back to it. */
export function VersionDetail(props: {
  readonly version: VersionEntry;
  readonly before: VersionEntry | undefined;
}) {
  const { version, before } = props;
  const now = useExperiment((state) => state.experiment);
  const { experiment } = version;
  const isUntrained = version.trainedTo === undefined && before?.trainedTo === undefined;
  return (
    <section className="version-detail" aria-label={version.title}>
      <h3>{version.title}</h3>
      <ChipSketch experiment={experiment} />
      <dl className="version-facts">
        <dt>{words.facts.chip}</dt>
        <dd>{describeChip(experiment)}</dd>
        <dt>{words.facts.phases}</dt>
        <dd>
          {version.trainedTo === undefined ? words.untrained : words.trained(formatCount(version.trainedTo))}
        </dd>
        {version.accuracy !== undefined && (
          <>
            <dt>{words.facts.accuracy}</dt>
            <dd>
              {formatPercent(version.accuracy)} <span className="muted">{words.measured}</span>
            </dd>
          </>
        )}
      </dl>
      <h4>{words.changes}</h4>
      {before === undefined ? (
        <p className="muted">{words.firstVersion}</p>
      ) : (
        <Changes
          before={before.experiment}
          after={experiment}
          none={isUntrained ? words.nothing : words.onlyPhases}
        />
      )}
      <h4>{words.toNow}</h4>
      <Changes before={experiment} after={now} none={words.asNow} />
      <div className="version-actions">
        <Button kind="primary" onPress={() => void closeAnd(() => restoreVersion(version.id))}>
          {words.restore}
        </Button>
        <Button onPress={() => void closeAnd(() => openBeside(version.id))}>{words.openCopy}</Button>
        <Button onPress={() => void copyLink(version.id)}>{words.copyLink}</Button>
        <Button kind="quiet" onPress={() => void removeVersion(version.id)}>
          {words.remove}
        </Button>
      </div>
    </section>
  );
}

function Changes(props: { readonly before: Experiment; readonly after: Experiment; readonly none: string }) {
  const all = differences(props.before, props.after);
  if (all.length === 0) return <p className="muted">{props.none}</p>;
  return (
    <ul className="version-changes">
      {all.slice(0, SHOWN).map(({ name, before, after }) => (
        <li key={name}>
          <span className="muted">{name}</span> {words.changed(before, after)}
        </li>
      ))}
      {all.length > SHOWN && <li className="muted">{words.more(all.length - SHOWN)}</li>}
    </ul>
  );
}

function closeAnd(work: () => Promise<void>): Promise<void> {
  openDialog(undefined);
  return work();
}

async function openBeside(id: string): Promise<void> {
  try {
    const version = await getVersion(id);
    if (version !== undefined) openAsDocument({ ...version.experiment, name: version.title }, version.phases);
  } catch (thrown) {
    const fault = storageFault(thrown);
    notify('error', fault.message, { description: fault.fix });
  }
}

async function copyLink(id: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(addressOf({ version: id }));
    notify('success', words.copied, { description: words.copiedNote });
  } catch {
    notify('warning', words.notCopied);
  }
}
