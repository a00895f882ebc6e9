import type { ResultRow } from '../../bench/page';
import { CATALOGUE, OUTSIDE_ROWS, goalText, numberText } from '../../bench/page';
import { Button } from '../parts/button';
import { Disclosure } from '../parts/disclosure';
import { benchmarksWords as words } from '../words/benchmarks';
import { GROUPS } from './groups';
import { choose, shownOf, toggleRow, useBenchmarks } from './store';

const CHOICES = ['quick', 'all', 'none'] as const;

/** Every row with what it measures, whether it is chosen, and its last figure. */
export function RowList() {
  const { chosen, current, kept, shown } = useBenchmarks();
  const rows = shownOf({ kept, shown })?.results.rows ?? [];
  const isMeasuring = current !== undefined;
  return (
    <section className="bench-rows" aria-label={words.rows}>
      <div className="bench-choose">
        <span className="muted small" aria-live="polite">
          {words.chosen(chosen.size, CATALOGUE.length)}
        </span>
        <span className="bench-choices">
          {CHOICES.map((id) => (
            <Button key={id} kind="quiet" isDisabled={isMeasuring} onPress={() => choose(id)}>
              {words[id]}
            </Button>
          ))}
        </span>
      </div>
      {GROUPS.map(({ id, benches }) => (
        <fieldset key={id} className="bench-group">
          <legend>{words.groups[id]}</legend>
          {benches.map((bench) => (
            <label key={bench.id} className="bench-row" data-current={current?.id === bench.id || undefined}>
              <input
                type="checkbox"
                checked={chosen.has(bench.id)}
                disabled={isMeasuring}
                onChange={() => toggleRow(bench.id)}
              />
              <span className="bench-row-text">
                <span className="bench-row-head">
                  <span className="bench-row-id">{bench.id}</span>
                  <Figure row={rows.find((row) => row.id === bench.id)} />
                </span>
                <span className="muted small">{bench.what}</span>
                {bench.goal !== null && (
                  <span className="muted small tabular">
                    {words.goal(`${goalText(bench.goal)} ${bench.unit}`)}
                  </span>
                )}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="bench-outside">
        <Disclosure
          title={words.outside}
          summary={words.outsideCount(OUTSIDE_ROWS.length)}
          fold="bench-outside"
        >
          <p className="muted small">{words.outsideNote}</p>
          <ul className="bench-outside-list small">
            {OUTSIDE_ROWS.map((id) => (
              <li key={id}>{id}</li>
            ))}
          </ul>
        </Disclosure>
      </div>
    </section>
  );
}

/** The last figure of a row, and whether it reaches its goal. */
function Figure({ row }: { readonly row: ResultRow | undefined }) {
  if (row === undefined) return null;
  const { value, unit, goal, pass, detail } = row;
  if (value === null)
    return (
      <span className="bench-figure is-bad" title={detail}>
        {words.failed}
      </span>
    );
  const state = goal === null ? '' : pass ? 'is-good' : 'is-bad';
  return (
    <span className={`bench-figure tabular ${state}`} title={detail}>
      {`${numberText(value)} ${unit}`}
      {goal !== null && (
        <span className="visually-hidden">{`, ${pass ? words.reached : words.notReached}`}</span>
      )}
    </span>
  );
}
