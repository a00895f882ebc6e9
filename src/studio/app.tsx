import { lazy, Suspense } from 'react';
import { DesignPanel } from './design/design-panel';
import { MeshView } from './mesh/mesh-view';
import { Dock } from './panels/dock';
import { DockDivider } from './panels/dock-divider';
import { DropFiles } from './panels/drop-files';
import { ErrorBoundary } from './panels/error-boundary';
import { FaultPanel } from './panels/fault-panel';
import { Figures } from './panels/figures';
import { Header } from './panels/header';
import { PhoneTabs } from './panels/phone-tabs';
import { PlayerBar } from './panels/player-bar';
import { SidePanel } from './panels/side-panel';
import { useIsPhone } from './parts/use-is-phone';
import { useDockHeight } from './state/dock-height';
import { usePreferences } from './state/preferences';
import { useView } from './state/view';
import { shellWords } from './words/shell';

const RunsScreen = lazy(async () => ({ default: (await import('./runs/runs-screen')).RunsScreen }));
const GalleryScreen = lazy(async () => ({
  default: (await import('./gallery/gallery-screen')).GalleryScreen,
}));
const CommandSheet = lazy(async () => ({ default: (await import('./panels/command-sheet')).CommandSheet }));

const Messages = lazy(async () => ({ default: (await import('./panels/messages')).Messages }));

/** The one page: the chip with its design, details and charts; all runs; the gallery. */
export function App() {
  const isPhone = useIsPhone();
  const theme = usePreferences((state) => state.theme);
  const screen = useView((state) => state.screen);
  const commandsOpen = useView((state) => state.commandsOpen);
  return (
    <ErrorBoundary part="The studio">
      <div className="studio">
        <Header />
        {screen === 'chip' ? (
          <>
            <Figures />
            <FaultPanel />
            {isPhone ? <PhoneTabs /> : <Desktop />}
          </>
        ) : (
          <Suspense fallback={<main className="screen muted">{shellWords.loading}</main>}>
            {screen === 'runs' ? <RunsScreen /> : <GalleryScreen />}
          </Suspense>
        )}
      </div>
      <DropFiles />
      {commandsOpen && (
        <Suspense>
          <CommandSheet />
        </Suspense>
      )}
      <Suspense>
        <Messages position={isPhone ? 'top-center' : 'bottom-right'} theme={theme} gap={8} />
      </Suspense>
    </ErrorBoundary>
  );
}

function Desktop() {
  const [dockHeight] = useDockHeight();
  return (
    <main className="workbench">
      <aside className="panel panel-left" aria-label="Design">
        <ErrorBoundary part="The design">
          <DesignPanel />
        </ErrorBoundary>
      </aside>
      <div className="bench">
        <ErrorBoundary part="The mesh">
          <MeshView />
        </ErrorBoundary>
        <PlayerBar />
        <DockDivider />
        <div className="dock-frame" style={{ height: dockHeight }}>
          <ErrorBoundary part="The charts">
            <Dock />
          </ErrorBoundary>
        </div>
      </div>
      <aside className="panel panel-right" aria-label="Details">
        <ErrorBoundary part="The details">
          <SidePanel />
        </ErrorBoundary>
      </aside>
    </main>
  );
}
