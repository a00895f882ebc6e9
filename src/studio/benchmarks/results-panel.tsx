import { lazy, Suspense } from 'react';
import { Choice } from '../parts/choice';
import { benchmarksWords as words } from '../words/benchmarks';
import { shellWords } from '../words/shell';
import { ComparisonTable } from './comparison-table';
import type { Kept } from './store';
import { shownOf, useBenchmarks } from './store';

const MarginChart = lazy(async () => ({ default: (await import('./margin-chart')).MarginChart }));
const HistoryChart = lazy(async () => ({ default: (await import('./history-chart')).HistoryChart }));

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const NOTHING = 'nothing';

/** The results that were chosen, what became of them, and how one row went over time. */
export function ResultsPanel() {
  const { kept, shown, against, isRead } = useBenchmarks();
  const now = shownOf({ kept, shown });
  if (now === undefined)
    return (
      <section className="bench-part" aria-label={words.results}>
        <h2>{words.results}</h2>
        <p className="muted bench-empty">{isRead ? words.resultsEmpty : words.reading}</p>
      </section>
    );
  const before = kept.find(({ id }) => id === against && id !== now.id);
  const { machine, commit } = now.results;
  return (
    <>
      <section className="bench-part" aria-label={words.results}>
        <div className="bench-part-head">
          <h2>{words.results}</h2>
          <Choice
            label={words.shown}
            hideLabel
            value={now.id}
            options={kept.map(optionOf)}
            onChange={(id) => useBenchmarks.setState({ shown: id })}
          />
          <Choice
            label={words.against}
            value={before?.id ?? NOTHING}
            options={[
              { id: NOTHING, name: words.nothing },
              ...kept.filter(({ id }) => id !== now.id).map(optionOf),
            ]}
            onChange={(id) => useBenchmarks.setState({ against: id === NOTHING ? undefined : id })}
          />
        </div>
        <p className="muted small bench-machine">
          {[
            now.isOwn ? words.measured : words.opened,
            machine.browser,
            machine.adapter,
            commit.slice(0, 12),
          ].join(' · ')}
        </p>
        <Suspense fallback={<p className="muted bench-empty">{shellWords.loadingChart}</p>}>
          <MarginChart rows={now.results.rows} before={before?.results.rows ?? []} />
        </Suspense>
      </section>
      {before !== undefined && <ComparisonTable before={before.results} now={now.results} />}
      <Suspense>
        <HistoryChart />
      </Suspense>
    </>
  );
}

function optionOf({ id, isOwn, results }: Kept) {
  return {
    id,
    name: DATE.format(new Date(results.date)),
    note: `${isOwn ? words.measured : words.opened}, ${words.rowCount(results.rows.length)}`,
  };
}
