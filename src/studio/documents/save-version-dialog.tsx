import { useEffect, useState } from 'react';
import { listVersions } from '../../library/store/versions';
import { Button } from '../parts/button';
import { versionWords } from '../words/versions';
import { Window } from './document-window';
import { openDialog, useDocument } from './document-store';
import { saveNamedVersion } from './versions-keeper';

/** Asks for the title of the version to save; Enter saves. */
export function SaveVersionDialog() {
  const document = useDocument((state) => state.id);
  const [count, setCount] = useState(0);
  const [title, setTitle] = useState<string>();
  useEffect(() => {
    // Where nothing can be read the first number does as well.
    listVersions(document).then(
      (versions) => setCount(versions.filter(({ kind }) => kind === 'named').length),
      () => undefined,
    );
  }, [document]);
  const proposed = versionWords.defaultTitle(count + 1);
  const save = (): void => {
    openDialog(undefined);
    void saveNamedVersion(title?.trim() || proposed);
  };
  return (
    <Window title={versionWords.save} size="small">
      <form
        className="window-body"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label className="field">
          <span className="field-label">{versionWords.titleLabel}</span>
          <input
            className="text-input"
            value={title ?? proposed}
            maxLength={80}
            autoFocus
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <p className="muted small">{versionWords.titleNote}</p>
        <div className="window-actions">
          <Button onPress={() => openDialog(undefined)}>{versionWords.cancel}</Button>
          <Button kind="primary" onPress={save}>
            {versionWords.save}
          </Button>
        </div>
      </form>
    </Window>
  );
}
