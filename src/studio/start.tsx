import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/first';
import { App, fetchFirstScreen, loadFirstParts } from './app';
import { installCommands } from './commands/registry';
import { listenForShortcuts } from './commands/shortcuts';
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
import { openDoor } from './parts/turns';
import { followScreen } from './state/screen-address';

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
  // A part that could not be loaded says so where it would be.
  const standing = loadFirstParts()
    .catch(() => undefined)
    .then(openDoor);
  const [
    { allCommands, commandSources },
    { recordRuns },
    { followLosses },
    { followTraining },
    { watchStorage },
    { followSweeps },
    { startConfiguration },
    { startAccount },
    { startPrivacy },
    { followCloud },
    { installInterface },
  ] = await Promise.all([
    import('./commands/all-commands'),
    import('./runs/recorder'),
    import('./documents/versions-keeper'),
    import('./state/done-notice'),
    import('./documents/storage-watch'),
    import('./sweeps/act'),
    import('./configuration/start-configuration'),
    import('./account/account-driver'),
    import('./privacy/retention'),
    import('./account/cloud-parts'),
    import('./interface/install'),
  ]);
  installCommands(allCommands, commandSources);
  installInterface();
  recordRuns();
  followLosses();
  followTraining();
  watchStorage();
  startPrivacy();
  await Promise.all([followSweeps(), startConfiguration().then(startAccount).then(followCloud)]);
  await standing;
}
