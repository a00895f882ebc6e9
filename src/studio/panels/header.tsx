import { Link2, Monitor, Moon, Redo2, Search, Sun, Undo2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useAccount } from '../account/account-store';
import { runCommand } from '../commands/registry';
import { CommandButton, CommandIcon, IconButton } from '../parts/button';
import { Keys } from '../parts/keys';
import { useIsPhone } from '../parts/use-is-phone';
import { cycleTheme, usePreferences } from '../state/preferences';
import { ScreenTabs } from '../screens/screen-tabs';
import { useOffline } from '../state/offline';
import { offlineWords } from '../words/offline';
import { commandWords } from '../words/commands';
import { shellWords } from '../words/shell';
import { DocumentMenu } from '../documents/document-menu';
import { ExperimentName } from './experiment-name';
import { MainMenu } from './main-menu';

const AccountButton = lazy(async () => ({
  default: (await import('../account/account-button')).AccountButton,
}));

const SyncStatus = lazy(async () => ({ default: (await import('../account/sync-status')).SyncStatus }));

const THEMES = {
  system: { icon: <Monitor />, label: shellWords.themes.system },
  dark: { icon: <Moon />, label: shellWords.themes.dark },
  light: { icon: <Sun />, label: shellWords.themes.light },
} as const;

export function Header() {
  const theme = usePreferences((state) => state.theme);
  const isPhone = useIsPhone();
  const hasCloud = useAccount((state) => state.account.status !== 'off');
  const isSyncing = useAccount((state) => /^(opening|signed-in)$/.test(state.account.status));
  const isOnline = useOffline((state) => state.isOnline);
  return (
    <header className="header">
      <div className="brand">
        <Mark />
        <h1 className={isPhone ? 'visually-hidden' : undefined}>{shellWords.product}</h1>
      </div>
      {!isPhone && <ScreenTabs />}
      <ExperimentName />
      <DocumentMenu />
      <div className="button-group" role="group" aria-label={shellWords.history}>
        <CommandIcon id="undo" name={commandWords.undo} icon={<Undo2 />} />
        <CommandIcon id="redo" name={commandWords.redo} icon={<Redo2 />} />
      </div>
      {!isPhone && (
        <button type="button" className="search-button" onClick={() => runCommand('commands')}>
          <Search aria-hidden />
          {shellWords.commandsButton}
          <Keys keys="$mod+k" />
        </button>
      )}
      <div className="header-end">
        {!isOnline && (
          <span className="kind kind-not" title={offlineWords.offlineHint}>
            {offlineWords.offline}
          </span>
        )}
        {!isPhone && (
          <>
            {isSyncing && (
              <span className="sync-slot">
                <Suspense>
                  <SyncStatus />
                </Suspense>
              </span>
            )}
            <span className="account-slot">
              <Suspense>{hasCloud && <AccountButton />}</Suspense>
            </span>
            <CommandButton id="share" name={commandWords.share} icon={<Link2 />} kind="quiet" />
            <IconButton label={THEMES[theme].label} icon={THEMES[theme].icon} onPress={cycleTheme} />
          </>
        )}
        <MainMenu />
      </div>
    </header>
  );
}

/** Two waveguides that approach and part: the interferometer everything here is made of. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 28 20" aria-hidden>
      <path d="M1 4 C6 4 6 9 9.5 9 C13 9 12 4.5 14 4.5 C16 4.5 15 9 18.5 9 C22 9 22 4 27 4" />
      <path d="M1 16 C6 16 6 11 9.5 11 C13 11 12 15.5 14 15.5 C16 15.5 15 11 18.5 11 C22 11 22 16 27 16" />
    </svg>
  );
}
