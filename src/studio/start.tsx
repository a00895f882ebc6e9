import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/displays.css';
import './styles/header.css';
import './styles/layout.css';
import './styles/design.css';
import './styles/player.css';
import './styles/overlays.css';
import './styles/mesh.css';
import './styles/charts.css';
import './styles/narrow.css';
import { App, fetchFirstScreen } from './app';
import { installCommands } from './commands/registry';
import { listenForShortcuts } from './commands/shortcuts';
import { isPhone } from './parts/use-is-phone';
import { announceRun } from './state/announce-run';
import { parseHash } from '../experiment/link-hash';
import { followDocument } from './state/document';
import { greetFirstVisit } from './state/first-visit';
import { keepExperiment, restore } from './state/keep';
import { followNetwork } from './state/offline';
import { applyTheme } from './state/preferences';
import { followExperiment } from './state/run-control';
import { followStart, whenStarted } from './state/started';
import { awaiting } from './state/run-store';
import { followScreen } from './state/screen-address';

/** React shows a part that has been loaded up to 300 ms after the room that was kept for it. */
const DRAWN_MS = 400;

/** Brings back the experiment, then shows it and opens its run. */
export async function startStudio(element: HTMLElement): Promise<void> {
  applyTheme();
  fetchFirstScreen();
  const isLinked = parseHash(location.hash) !== undefined;
  await restore();
  keepExperiment();
  followScreen();
  followDocument();
  followExperiment();
  greetFirstVisit(isLinked);
  followStart();
  void awaiting(whenStarted().then(loadTheRest));
  announceRun();
  followNetwork();
  listenForShortcuts();
  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

/** What nobody misses before the chip is lit. */
async function loadTheRest(): Promise<void> {
  const [
    { allCommands, commandSources },
    { recordRuns },
    { followLosses },
    { followTraining },
    { watchStorage },
    { followSweeps },
    { startAccount },
    { startPrivacy },
    { followCloud },
  ] = await Promise.all([
    import('./commands/all-commands'),
    import('./runs/recorder'),
    import('./documents/versions-keeper'),
    import('./state/done-notice'),
    import('./documents/storage-watch'),
    import('./sweeps/act'),
    import('./account/account-driver'),
    import('./privacy/retention'),
    import('./account/cloud-parts'),
    // Shown by the page itself; called idle, it takes dropped files and has room for messages.
    import('./panels/drop-files'),
    import('./panels/messages'),
    import('./parts/choice'),
    import('./parts/hinted-button'),
    isPhone() ? undefined : import('./screens/workbench').then(({ loadPanes }) => loadPanes()),
  ]);
  installCommands(allCommands, commandSources);
  recordRuns();
  followLosses();
  followTraining();
  watchStorage();
  startPrivacy();
  await Promise.all([followSweeps(), startAccount().then(followCloud)]);
  await drawn();
}

/** Resolves when what has been loaded stands on the page. */
function drawn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, DRAWN_MS));
}
