import { BookmarkPlus, Copy, ExternalLink, GitCompareArrows, Link, Play } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { RunRecord } from '../../library/store/records';
import { formatCount, formatPercent } from '../format/si';
import { CommandButton, CommandIcon } from '../parts/button';
import { Disclosure } from '../parts/disclosure';
import { runsWords } from '../words/runs';
import { settingName } from '../words/settings';
import { FIGURE_COLUMNS, formatMoment, settingColumn, settingsOfRun, stateText } from './columns';
import { useRunList } from './list-store';
import { RunNote } from './run-note';
import { useRunHue } from './run-palette';
import { RunTags } from './run-tags';
import { runTitle, useRuns } from './runs-store';
import type { SettingsComparison } from './settings';
import { settingText } from './settings';

/** Everything about one run, and what can be done with it. */
export function RunDetails({ comparison }: { readonly comparison: SettingsComparison }) {
  const at = useRunList((state) => state.at);
  const run = useRuns(({ runs }) => runs.find(({ id }) => id === at));
  return (
    <aside className="run-details" aria-label={runsWords.details}>
      {run === undefined ? (
        <p className="muted run-details-none">{runsWords.noDetails}</p>
      ) : (
        <Details key={run.id} run={run} comparison={comparison} />
      )}
    </aside>
  );
}

function Details({ run, comparison }: { readonly run: RunRecord; readonly comparison: SettingsComparison }) {
  const hue = useRunHue();
  const { figures } = run;
  return (
    <div className="run-details-scroll" tabIndex={0} role="group" aria-label={runTitle(run)}>
      <header className="run-details-head" style={{ '--hue': hue(run.colour) } as CSSProperties}>
        <h2>
          <span className="run-dot" data-state={run.state} aria-hidden />
          {runTitle(run)}
        </h2>
        <p className="muted small tabular">
          {`${stateText(run)} · ${runsWords.progress(formatCount(run.step), formatCount(run.totalSteps))}`}
        </p>
        <p className="run-accuracy">
          <span className="tabular">{formatPercent(figures.testAccuracy)}</span>{' '}
          <span className="muted small">{`${runsWords.finalAccuracy}, ${runsWords.measured} · ${runsWords.sources[run.source]}`}</span>
        </p>
        {run.fault !== undefined && (
          <p className="bad small" role="note">{`${run.fault.message} ${run.fault.fix}`}</p>
        )}
      </header>
      <div className="run-actions">
        <CommandButton id="openRun" icon={<ExternalLink aria-hidden />} />
        {(run.state === 'paused' || run.state === 'failed') && (
          <CommandButton id="continueRun" icon={<Play aria-hidden />} />
        )}
        <span className="button-group">
          <CommandIcon id="saveRunAsModel" icon={<BookmarkPlus aria-hidden />} />
          <CommandIcon id="duplicateRun" icon={<Copy aria-hidden />} />
          <CommandIcon id="copyRunLink" icon={<Link aria-hidden />} />
          <CommandIcon id="baselineRun" icon={<GitCompareArrows aria-hidden />} />
        </span>
      </div>
      <RunTags run={run} />
      <RunNote run={run} />
      {comparison.differing.length > 0 && (
        <Facts
          title={runsWords.differing}
          facts={comparison.differing.map((path) => [headed(path), settingColumn(path).text(run)])}
        />
      )}
      <Facts
        title={runsWords.figures}
        note={runsWords.measured}
        facts={FIGURE_COLUMNS.map((column) => [column.name, column.text(run)])}
      />
      {run.edits.length > 0 && (
        <Facts
          title={runsWords.edits}
          facts={run.edits.map((edit) => [
            settingName(edit.path).name,
            runsWords.edit(formatCount(edit.step), settingText(plain(edit.to), edit.path)),
          ])}
        />
      )}
      <Facts title={runsWords.origin} facts={originOf(run)} />
      <Disclosure title={runsWords.all} summary={String(settingsOfRun(run).size)}>
        <FactList
          facts={[...settingsOfRun(run)].map(([path, value]) => [headed(path), settingText(value, path)])}
        />
      </Disclosure>
    </div>
  );
}

type Fact = readonly [name: string, value: string];

function originOf(run: RunRecord): readonly Fact[] {
  const { task, seed } = run.experiment;
  const { begunAt } = runsWords;
  return [
    [runsWords.data, `${task.dataset}, ${runsWords.sources[run.source]}`],
    [runsWords.backend, run.backend],
    [runsWords.started, formatMoment(run.createdAt)],
    [runsWords.updated, formatMoment(run.updatedAt)],
    [runsWords.begun, run.start === 'seed' ? begunAt.seed(seed) : begunAt.phases],
    [runsWords.runName, run.runId.slice(0, 8)],
  ];
}

function headed(path: string): string {
  const { name, unit } = settingName(path);
  return unit === undefined ? name : `${name} (${unit})`;
}

function plain(value: unknown): string | number | boolean | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}

function Facts(props: { readonly title: string; readonly note?: string; readonly facts: readonly Fact[] }) {
  return (
    <section className="run-facts">
      <h3>
        {props.title}
        {props.note !== undefined && <span className="muted small">{` ${props.note}`}</span>}
      </h3>
      <FactList facts={props.facts} />
    </section>
  );
}

function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="fact-list">
      {facts.map(([name, value], index) => (
        <div key={`${name}${index}`}>
          <dt className="muted">{name}</dt>
          <dd className="tabular">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
