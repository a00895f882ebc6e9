import { lazy, Suspense } from 'react';
import { useAccount } from './account/account-store';
import { Announcer } from './panels/announcer';
import { Guide } from './lesson/guide';
import { Safety } from './documents/safety';
import { ErrorBoundary } from './panels/error-boundary';
import { Figures } from './panels/figures';
import { Header } from './panels/header';
import { loadMeshParts } from './mesh/mesh-view';
import { hintedButton } from './parts/button';
import { choice } from './parts/choice-later';
import { Later } from './parts/later';
import { loadable } from './parts/loadable';
import { isPhone, useIsPhone } from './parts/use-is-phone';
import { useShare } from './share/share-store';
import { usePreferences } from './state/preferences';
import { useRun } from './state/run-store';
import { useView } from './state/view';
import { shellWords } from './words/shell';

const loadPhoneTabs = () => import('./panels/phone-tabs');
const loadWorkbench = () => import('./screens/workbench');
const PhoneTabs = lazy(async () => ({ default: (await loadPhoneTabs()).PhoneTabs }));
const Workbench = lazy(async () => ({ default: (await loadWorkbench()).Workbench }));
const RunsScreen = lazy(async () => ({ default: (await import('./runs/runs-screen')).RunsScreen }));
const GalleryScreen = lazy(async () => ({
  default: (await import('./gallery/gallery-screen')).GalleryScreen,
}));
const ModelsScreen = lazy(async () => ({ default: (await import('./models/models-screen')).ModelsScreen }));
const BenchmarksScreen = lazy(async () => ({
  default: (await import('./benchmarks/benchmarks-screen')).BenchmarksScreen,
}));
const CommandSheet = lazy(async () => ({ default: (await import('./panels/command-sheet')).CommandSheet }));

const ShortcutSheet = lazy(async () => ({
  default: (await import('./panels/shortcut-sheet')).ShortcutSheet,
}));
const ShareDialog = lazy(async () => ({ default: (await import('./share/share-dialog')).ShareDialog }));
const dropFiles = loadable(async () => (await import('./panels/drop-files')).DropFiles);
const FaultPanel = lazy(async () => ({ default: (await import('./panels/fault-panel')).FaultPanel }));
const AccountPlace = lazy(async () => ({
  default: (await import('./account/account-place')).AccountPlace,
}));
const messages = loadable(async () => (await import('./panels/messages')).Messages);

/** Fetches the first screen while the kept work is still being read. */
export function fetchFirstScreen(): void {
  void (isPhone() ? loadPhoneTabs() : loadWorkbench());
}

/**
 * What the first screen keeps room for, and what opens the lists and the hints on it. Called idle, the page takes
 * dropped files and has room for messages.
 */
export async function loadFirstParts(): Promise<void> {
  await Promise.all([
    ...[dropFiles, messages, choice, hintedButton].map((part) => part.load()),
    loadMeshParts(),
    isPhone() ? undefined : loadWorkbench().then(({ loadPanes }) => loadPanes()),
  ]);
}

/** The one page: the chip with its design, details and charts; all runs; the gallery; the models; the benchmarks. */
export function App() {
  const isNarrow = useIsPhone();
  const theme = usePreferences((state) => state.theme);
  const screen = useView((state) => state.screen);
  const commandsOpen = useView((state) => state.commandsOpen);
  const shortcutsOpen = useView((state) => state.shortcutsOpen);
  const isFaulty = useRun((state) => state.fault !== undefined);
  const hasCloud = useAccount((state) => state.account.status !== 'off');
  const shareOpen = useShare((state) => state.isOpen);
  return (
    <ErrorBoundary part={shellWords.studio}>
      <div className="studio">
        <Header />
        <Safety />
        <Suspense>{hasCloud && <AccountPlace />}</Suspense>
        {screen === 'chip' ? (
          <>
            <Figures />
            <Guide />
            <Suspense>{isFaulty && <FaultPanel />}</Suspense>
            <Suspense fallback={<main className="workbench" />}>
              {isNarrow ? <PhoneTabs /> : <Workbench />}
            </Suspense>
          </>
        ) : (
          <Suspense fallback={<main className="screen muted">{shellWords.loading}</main>}>
            {screen === 'runs' ? (
              <RunsScreen />
            ) : screen === 'models' ? (
              <ModelsScreen />
            ) : screen === 'benchmarks' ? (
              <BenchmarksScreen />
            ) : (
              <GalleryScreen />
            )}
          </Suspense>
        )}
      </div>
      <Announcer />
      <Later>
        <dropFiles.Part />
      </Later>
      <Suspense>
        {commandsOpen && <CommandSheet />}
        {shortcutsOpen && <ShortcutSheet />}
        {shareOpen && <ShareDialog />}
      </Suspense>
      <Later>
        <messages.Part position={isNarrow ? 'top-center' : 'bottom-right'} theme={theme} gap={8} />
      </Later>
    </ErrorBoundary>
  );
}
