import { useEffect, useState } from 'react';
import type { VersionEntry } from '../../library/store/records';
import { listVersions } from '../../library/store/versions';
import { formatCount, formatPercent } from '../format/si';
import { notify } from '../state/notify';
import { useExperiment } from '../state/experiment-store';
import { versionWords as words } from '../words/versions';
import { ago } from './ago';
import { Window } from './document-window';
import { useDocument } from './document-store';
import { storageFault } from './storage-fault';
import { VersionDetail } from './version-detail';

/** The document as it once was: look, compare, go back. */
export function VersionsDialog() {
  const name = useExperiment((state) => state.experiment.name);
  const versions = useVersions();
  const [chosen, setChosen] = useState<string>();
  const [now] = useState(() => Date.now());
  const at = Math.max(0, versions?.findIndex(({ id }) => id === chosen) ?? 0);
  const version = versions?.[at];
  return (
    <Window title={`${words.heading} ${words.of(name)}`}>
      {versions === undefined ? (
        <p className="window-body muted">{words.loading}</p>
      ) : version === undefined ? (
        <p className="window-body">{words.none}</p>
      ) : (
        <div className="versions">
          <ol className="version-list" aria-label={words.list}>
            {versions.map((entry) => (
              <li key={entry.id}>
                <button
                  type="button"
                  className="version-item"
                  aria-pressed={entry.id === version.id}
                  onClick={() => setChosen(entry.id)}
                >
                  <span className="version-title" data-kind={entry.kind}>
                    {entry.title}
                  </span>
                  <span className="muted small tabular">{lineOf(entry, now)}</span>
                </button>
              </li>
            ))}
          </ol>
          <VersionDetail key={version.id} version={version} before={versions[at + 1]} />
        </div>
      )}
      <p className="muted small window-foot">{words.rule}</p>
    </Window>
  );
}

function lineOf({ createdAt, kind, accuracy, trainedTo }: VersionEntry, now: number): string {
  return [
    ago(createdAt, now),
    kind === 'named' ? words.named : words.automatic,
    ...(accuracy === undefined
      ? trainedTo === undefined
        ? []
        : [words.trained(formatCount(trainedTo))]
      : [formatPercent(accuracy)]),
  ].join(' · ');
}

function useVersions(): readonly VersionEntry[] | undefined {
  const document = useDocument((state) => state.id);
  const revision = useDocument((state) => state.revision);
  const [versions, setVersions] = useState<readonly VersionEntry[]>();
  useEffect(() => {
    let isCurrent = true;
    listVersions(document).then(
      (read) => isCurrent && setVersions(read),
      (thrown: unknown) => {
        const fault = storageFault(thrown);
        notify('error', fault.message, { id: 'versions', description: fault.fix });
        if (isCurrent) setVersions([]);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [document, revision]);
  return versions;
}
