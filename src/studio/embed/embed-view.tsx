import { ExternalLink, Pause, Play } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Fault } from '../../lib/fault';
import { formatCount, formatPercent } from '../format/si';
import { MeshView } from '../mesh/mesh-view';
import { Announcer } from '../panels/announcer';
import { describeLoading } from '../panels/describe-loading';
import { CommandButton } from '../parts/button';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { embedWords } from '../words/embed';

/** The chip with its light, a button that trains it, and the way to the studio. */
export function EmbedView({ fault, hash }: { readonly fault: Fault | undefined; readonly hash: string }) {
  const name = useExperiment((state) => state.experiment.name);
  const failed = useRun((state) => state.fault);
  const shown = fault ?? failed;
  const isAsked = shown?.code === 'data/consent';
  return (
    <main className="embed" aria-label={embedWords.region(name)}>
      {isAsked && (
        <Suspense>
          <MirrorQuestion />
        </Suspense>
      )}
      {shown === undefined || isAsked ? <MeshView /> : <FaultText fault={shown} />}
      <footer className="embed-bar">
        {fault === undefined && <Player />}
        <h1 className="embed-name">{fault === undefined && name}</h1>
        <a className="embed-open" href={`/${hash}`} target="_blank" rel="noopener">
          <span>{embedWords.open}</span>
          <ExternalLink aria-hidden />
        </a>
      </footer>
      <Announcer />
    </main>
  );
}

function Player() {
  const run = useRun();
  const total = run.info?.totalSteps ?? 0;
  return (
    <>
      <CommandButton id="toggle" kind="primary" icon={run.state === 'running' ? <Pause /> : <Play />} />
      <span className="embed-progress muted small tabular">
        {run.info === undefined
          ? describeLoading(run)
          : embedWords.step(formatCount(run.step), formatCount(total))}
        {run.test !== undefined && (
          <span>{embedWords.accuracy(formatPercent(run.test.evaluation.accuracy))}</span>
        )}
      </span>
    </>
  );
}

const MirrorQuestion = lazy(async () => ({
  default: (await import('../panels/mirror-question')).MirrorQuestion,
}));

function FaultText({ fault }: { readonly fault: Fault }) {
  return (
    <div className="embed-fault" role="alert">
      <p>{fault.message}</p>
      <p className="muted">{fault.fix}</p>
    </div>
  );
}
