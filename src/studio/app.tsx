import { lazy, Suspense } from 'react';
import { Announcer } from './panels/announcer';
import { Guide } from './lesson/guide';
import { Safety } from './documents/safety';
import { DropFiles } from './panels/drop-files';
import { ErrorBoundary } from './panels/error-boundary';
import { FaultPanel } from './panels/fault-panel';
import { Figures } from './panels/figures';
import { Header } from './panels/header';
import { PhoneTabs } from './panels/phone-tabs';
import { Workbench } from './screens/workbench';
import { useIsPhone } from './parts/use-is-phone';
import { useShare } from './share/share-store';
import { usePreferences } from './state/preferences';
import { useView } from './state/view';
import { shellWords } from './words/shell';

const RunsScreen = lazy(async () => ({ default: (await import('./runs/runs-screen')).RunsScreen }));
const GalleryScreen = lazy(async () => ({
  default: (await import('./gallery/gallery-screen')).GalleryScreen,
}));
const CommandSheet = lazy(async () => ({ default: (await import('./panels/command-sheet')).CommandSheet }));

const ShortcutSheet = lazy(async () => ({
  default: (await import('./panels/shortcut-sheet')).ShortcutSheet,
}));
const ShareDialog = lazy(async () => ({ default: (await import('./share/share-dialog')).ShareDialog }));
const Messages = lazy(async () => ({ default: (await import('./panels/messages')).Messages }));

/** The one page: the chip with its design, details and charts; all runs; the gallery. */
export function App() {
  const isPhone = useIsPhone();
  const theme = usePreferences((state) => state.theme);
  const screen = useView((state) => state.screen);
  const commandsOpen = useView((state) => state.commandsOpen);
  const shortcutsOpen = useView((state) => state.shortcutsOpen);
  const shareOpen = useShare((state) => state.isOpen);
  return (
    <ErrorBoundary part={shellWords.studio}>
      <div className="studio">
        <Header />
        <Safety />
        {screen === 'chip' ? (
          <>
            <Figures />
            <Guide />
            <FaultPanel />
            {isPhone ? <PhoneTabs /> : <Workbench />}
          </>
        ) : (
          <Suspense fallback={<main className="screen muted">{shellWords.loading}</main>}>
            {screen === 'runs' ? <RunsScreen /> : <GalleryScreen />}
          </Suspense>
        )}
      </div>
      <Announcer />
      <DropFiles />
      <Suspense>
        {commandsOpen && <CommandSheet />}
        {shortcutsOpen && <ShortcutSheet />}
        {shareOpen && <ShareDialog />}
      </Suspense>
      <Suspense>
        <Messages position={isPhone ? 'top-center' : 'bottom-right'} theme={theme} gap={8} />
      </Suspense>
    </ErrorBoundary>
  );
}
