import {
  Copy,
  Download,
  ExternalLink,
  List,
  Pause,
  Pencil,
  Play,
  RotateCcw,
  SkipForward,
  Square,
  Trash2,
} from 'lucide-react';
import { useMemo } from 'react';
import type { StoredSweep } from '../../library/store/sweep-record';
import { CommandButton, CommandIcon } from '../parts/button';
import { TableExport } from '../runs/export-dialog';
import { useRuns } from '../runs/runs-store';
import { sweepsWords } from '../words/sweeps';
import { isUnderWay, renameSweep } from './act';
import { costOf, sweepTimeLeft } from './estimate';
import { bestTrial, sweepTable } from './results';
import { judgeOf } from '../../library/sweeps/judge';
import { SweepCharts } from './sweep-charts';
import { stateText } from './sweeps-panel';
import { useSweeps } from './sweeps-store';
import { rangeText } from './time-text';
import type { TrialRow } from './trial-rows';
import { trialRows, trialsOfSweep } from './trial-rows';
import { TrialTable } from './trial-table';

/** One sweep: how far it is, what came out, and every trial. */
export function SweepView({ sweep }: { readonly sweep: StoredSweep }) {
  const runs = useRuns((state) => state.runs);
  const isExporting = useSweeps((state) => state.isExporting);
  const rows = useMemo(() => trialRows(sweep, runs), [sweep, runs]);
  const judge = judgeOf(sweep);
  const best = sweep.work.kind === 'train' ? bestTrial(rows, judge) : undefined;
  const isDies = sweep.work.kind === 'dies';
  return (
    <section className="sweep" aria-label={sweep.name}>
      <Head sweep={sweep} rows={rows} />
      <SweepCharts sweep={sweep} rows={rows} />
      {best !== undefined && <p className="sweep-best muted small">{sweepsWords.bestBy[judge]}</p>}
      <TrialTable sweep={sweep} rows={rows} best={best?.index} judge={judge} />
      {isExporting && (
        <TableExport
          table={sweepTable(sweep, rows)}
          count={sweepsWords.units(isDies, rows.length)}
          file="sweep"
          close={() => useSweeps.setState({ isExporting: false })}
        />
      )}
    </section>
  );
}

function Head({ sweep, rows }: { readonly sweep: StoredSweep; readonly rows: readonly TrialRow[] }) {
  const { isRenaming, engines } = useSweeps();
  const fault = sweep.work.kind === 'dies' ? sweep.work.fault : undefined;
  const done = rows.filter(({ state }) => state === 'finished').length;
  const failed = rows.filter(({ state }) => state === 'failed').length;
  const isRunning = sweep.state === 'running';
  const facts = [
    stateText(sweep),
    sweepsWords.progress(done, rows.length),
    ...(failed > 0 ? [sweepsWords.failedCount(failed)] : []),
    ...(isRunning && engines > 0 ? [sweepsWords.enginesAtWork(engines)] : []),
    ...(isRunning ? leftText(sweep, rows, engines) : []),
    ...(sweep.work.kind === 'dies' ? [] : [planText(sweep)]),
    sweepsWords.base(sweep.base.name),
  ];
  return (
    <header className="sweep-head">
      {isRenaming ? (
        <input
          className="run-rename"
          aria-label={sweepsWords.nameField}
          defaultValue={sweep.name}
          maxLength={120}
          autoFocus
          onBlur={(event) => void renameSweep(sweep.id, event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape') useSweeps.setState({ isRenaming: false });
          }}
        />
      ) : (
        <h2>{sweep.name}</h2>
      )}
      <p className="muted small tabular" role="status" data-sweep-state={sweep.state}>
        {facts.join(' · ')}
      </p>
      <progress
        className="sweep-progress"
        max={1}
        value={rows.reduce((sum, row) => sum + row.done, 0) / Math.max(1, rows.length)}
        aria-label={sweepsWords.progress(done, rows.length)}
      />
      {fault !== undefined && <p className="bad small" role="alert">{`${fault.message} ${fault.fix}`}</p>}
      <div className="sweep-actions" role="toolbar" aria-label={sweepsWords.actions}>
        {isUnderWay(sweep.state) && <CommandButton id="pauseSweep" icon={<Pause aria-hidden />} />}
        {sweep.state === 'paused' && (
          <CommandButton id="resumeSweep" kind="primary" icon={<Play aria-hidden />} />
        )}
        {(isUnderWay(sweep.state) || sweep.state === 'paused') && (
          <CommandIcon id="cancelSweep" icon={<Square aria-hidden />} />
        )}
        <CommandButton id="openTrial" icon={<ExternalLink aria-hidden />} />
        {sweep.work.kind === 'train' && (
          <>
            <CommandIcon id="skipTrial" icon={<SkipForward aria-hidden />} />
            <CommandIcon id="repeatTrials" icon={<RotateCcw aria-hidden />} />
            <CommandIcon id="listSweepRuns" icon={<List aria-hidden />} />
          </>
        )}
        <CommandIcon id="exportSweep" icon={<Download aria-hidden />} />
        <CommandIcon id="renameSweep" icon={<Pencil aria-hidden />} />
        <CommandIcon id="duplicateSweep" icon={<Copy aria-hidden />} />
        <CommandIcon id="deleteSweep" icon={<Trash2 aria-hidden />} />
      </div>
    </header>
  );
}

function planText({ plan }: StoredSweep): string {
  return plan.kind === 'grid' ? sweepsWords.grid : sweepsWords.random(plan.trials, plan.seed);
}

/** Time left, from what its finished trials took. */
function leftText(sweep: StoredSweep, rows: readonly TrialRow[], engines: number): readonly string[] {
  if (sweep.work.kind === 'dies') return [];
  const trials = trialsOfSweep(sweep);
  const costAt = (index: number): number => {
    const experiment = trials[index]?.experiment;
    return experiment === undefined ? 0 : costOf(experiment);
  };
  const done = rows.flatMap(({ index, state, seconds }) =>
    state === 'finished' && seconds !== undefined ? [{ cost: costAt(index), seconds }] : [],
  );
  const left = rows
    .filter(({ state }) => state === 'waiting' || state === 'running' || state === 'paused')
    .reduce((sum, { index, done: share }) => sum + (1 - share) * costAt(index), 0);
  const time = sweepTimeLeft(done, left, engines);
  return time === undefined ? [] : [sweepsWords.left(rangeText(time))];
}
