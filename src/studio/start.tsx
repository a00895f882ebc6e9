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
import { App } from './app';
import { listenForShortcuts } from './commands/shortcuts';
import { followDocument } from './state/document';
import { keepExperiment, restore } from './state/keep';
import { applyTheme } from './state/preferences';
import { followExperiment } from './state/run-control';

/** Brings back the experiment, then shows it and opens its run. */
export async function startStudio(element: HTMLElement): Promise<void> {
  applyTheme();
  await restore();
  keepExperiment();
  followDocument();
  followExperiment();
  void import('./runs/recorder').then(({ recordRuns }) => recordRuns());
  listenForShortcuts();
  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
