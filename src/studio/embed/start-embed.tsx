import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/first';
import '../styles/embed.css';
import { listenForShortcuts } from '../commands/shortcuts';
import { ErrorBoundary } from '../panels/error-boundary';
import { startApart } from '../state/carry-phases';
import { followDocument } from '../state/document';
import { useExperiment } from '../state/experiment-store';
import { useGuest } from '../state/guest';
import { applyTheme } from '../state/preferences';
import { followExperiment } from '../state/run-control';
import { awaiting } from '../state/run-store';
import { followStart } from '../state/started';
import { shellWords } from '../words/shell';
import { embeddedIn } from './embed-content';
import { EmbedView } from './embed-view';

/**
 * The studio in a frame of another page: what its address holds, to be looked at and trained. No document is opened or
 * stored, and no checkpoint of the visitor's own runs is read or written.
 */
export async function startEmbed(element: HTMLElement): Promise<void> {
  applyTheme();
  useGuest.setState({ isFramed: true });
  const { hash } = location;
  const found = await awaiting(embeddedIn(hash));
  if (found.ok) {
    const { experiment, phases } = found.value;
    useExperiment.setState({ experiment });
    startApart(phases && { experiment, phases, how: 'show' });
  }
  followDocument();
  if (found.ok) followExperiment();
  followStart();
  listenForShortcuts();
  // Another hash is another experiment.
  addEventListener('hashchange', () => location.reload());
  createRoot(element).render(
    <StrictMode>
      <ErrorBoundary part={shellWords.studio}>
        <EmbedView fault={found.ok ? undefined : found.fault} hash={hash} />
      </ErrorBoundary>
    </StrictMode>,
  );
}
