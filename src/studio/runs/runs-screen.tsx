import { lazy, Suspense, useMemo } from 'react';
import '../styles/runs.css';
import '../styles/runs-rows.css';
import '../styles/runs-parts.css';
import '../styles/run-details.css';
import '../styles/sweeps.css';
import '../styles/sweeps-form.css';
import { CommandButton } from '../parts/button';
import { Play } from 'lucide-react';
import { ErrorBoundary } from '../panels/error-boundary';
import { useIsPhone } from '../parts/use-is-phone';
import { runsWords } from '../words/runs';
import { shellWords } from '../words/shell';
import { sweepsWords } from '../words/sweeps';
import { compareRuns } from './columns';
import { ExportDialog } from './export-dialog';
import { useRunList } from './list-store';
import { RunDetails } from './run-details';
import { RunsCharts } from './runs-charts';
import { RunsTable } from './runs-table';
import { RunsTabs } from './runs-tabs';
import { RunsToolbar } from './runs-toolbar';
import { useRunHue } from './run-palette';
import { useRuns } from './runs-store';
import { chartedRuns, listedRuns } from './shown';
import { SweepButtons } from '../sweeps/sweep-buttons';
import { useSweeps } from '../sweeps/sweeps-store';

const SweepsPanel = lazy(async () => ({ default: (await import('../sweeps/sweeps-panel')).SweepsPanel }));
const NewSweep = lazy(async () => ({ default: (await import('../sweeps/new-sweep')).NewSweep }));

/** All runs side by side: what differs, how they went, and what to make of them. */
export function RunsScreen() {
  return (
    <main className="screen runs" aria-label={shellWords.screenNames.runs}>
      <ErrorBoundary part={shellWords.screenNames.runs}>
        <Screen />
      </ErrorBoundary>
    </main>
  );
}

function Screen() {
  const { isShown, form } = useSweeps();
  return (
    <>
      {isShown ? (
        <>
          <SweepsToolbar />
          <Suspense fallback={<p className="muted runs-none">{shellWords.loading}</p>}>
            <SweepsPanel />
          </Suspense>
        </>
      ) : (
        <Runs />
      )}
      <Suspense>{form !== undefined && <NewSweep />}</Suspense>
    </>
  );
}

function SweepsToolbar() {
  return (
    <div className="runs-toolbar" role="toolbar" aria-label={sweepsWords.title}>
      <h1 className="runs-toolbar-title">{sweepsWords.title}</h1>
      <span className="runs-count">
        <SweepButtons />
      </span>
    </div>
  );
}

function Runs() {
  const { state, runs } = useRuns();
  const isPhone = useIsPhone();
  const { filter, sort, selected, tab, isExporting } = useRunList();
  const shown = useMemo(() => listedRuns(runs, filter, sort), [runs, filter, sort]);
  const charted = useMemo(() => chartedRuns(shown, selected), [shown, selected]);
  const compared = selected.size > 1 ? charted.runs : shown;
  const comparison = useMemo(() => compareRuns(compared), [compared]);
  if (runs.length === 0) return <NoRuns isReading={state !== 'read'} />;
  const table = <RunsTable shown={shown} comparison={comparison} />;
  const charts = <RunsCharts charted={charted} comparison={comparison} />;
  return (
    <>
      <RunsToolbar shown={shown} />
      {isPhone ? (
        <>
          <RunsTabs />
          {tab === 'list' ? table : tab === 'charts' ? charts : <RunDetails comparison={comparison} />}
        </>
      ) : (
        <div className="runs-body">
          <div className="runs-main">
            {charts}
            {table}
          </div>
          <RunDetails comparison={comparison} />
        </div>
      )}
      {isExporting && <ExportDialog shown={shown} comparison={comparison} />}
    </>
  );
}

/** What will be here, before there is anything. */
function NoRuns({ isReading }: { readonly isReading: boolean }) {
  const { empty } = runsWords;
  if (isReading) return <p className="muted runs-reading">{empty.reading}</p>;
  return (
    <div className="runs-empty">
      <EmptyPicture />
      <h2>{empty.title}</h2>
      <p className="muted">{empty.text}</p>
      <CommandButton id="trainExample" kind="primary" icon={<Play aria-hidden />} />
      <SweepButtons />
    </div>
  );
}

/** Axes, and three curves as they will look. */
function EmptyPicture() {
  const hue = useRunHue();
  return (
    <svg viewBox="0 0 320 120" className="runs-empty-picture" aria-hidden>
      <path className="axis" d="M24 8v96h288" />
      <path d="M24 16C60 78 110 88 312 92" stroke={hue(0)} />
      <path d="M24 16C70 66 130 74 312 76" stroke={hue(1)} />
      <path d="M24 16C90 46 170 54 312 56" stroke={hue(2)} />
    </svg>
  );
}
