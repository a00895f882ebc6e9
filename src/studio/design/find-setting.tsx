import { Search } from 'lucide-react';
import { useState } from 'react';
import { matchesWords } from '../commands/match';
import { useExperiment } from '../state/experiment-store';
import { designWords as words } from '../words/design';
import { settingName } from '../words/settings';
import type { SettingId } from './settings-list';
import { SETTING_IDS, hasSetting } from './settings-list';
import { showSetting } from './show-setting';

/** Type a few letters of a setting, and Enter goes to its field; the list shows all that match. */
export function FindSetting() {
  const [query, setQuery] = useState('');
  const experiment = useExperiment((state) => state.experiment);
  const wanted = query.trim();
  const found =
    wanted === ''
      ? []
      : SETTING_IDS.filter((id) => hasSetting(experiment, id) && matchesWords(settingName(id).name, wanted));
  const go = (id: SettingId | undefined): void => {
    if (id === undefined) return;
    setQuery('');
    showSetting(id);
  };
  return (
    <div className="find-setting">
      <div className="find-box">
        <Search aria-hidden />
        <input
          type="search"
          aria-label={words.find}
          placeholder={words.findHint}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go(found[0]);
            else if (event.key === 'Escape') setQuery('');
          }}
        />
      </div>
      {wanted !== '' &&
        (found.length === 0 ? (
          <p className="muted small">{words.nothingFound}</p>
        ) : (
          <ul className="found-settings" aria-label={words.found}>
            {found.map((id) => (
              <li key={id}>
                <button type="button" className="found-setting" onClick={() => go(id)}>
                  {settingName(id).name}
                </button>
              </li>
            ))}
          </ul>
        ))}
    </div>
  );
}
