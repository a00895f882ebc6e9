import type { BenchResults } from '../../bench/page';
import { compareResults, numberText } from '../../bench/page';
import { benchmarksWords as words } from '../words/benchmarks';

/** What became of every row since other results, machines set aside. */
export function ComparisonTable(props: { readonly before: BenchResults; readonly now: BenchResults }) {
  // A selection was measured: what it leaves out is not missing.
  const { changes, machineRatio } = compareResults(props.before, props.now, () => false);
  const { columns, verdicts } = words;
  const figure = (value: number | null): string => (value === null ? '–' : numberText(value));
  return (
    <section className="bench-part" aria-label={words.comparison}>
      <h2>{words.comparison}</h2>
      {machineRatio !== undefined && <p className="muted small">{words.kernel(machineRatio.toFixed(2))}</p>}
      <div className="bench-table" role="region" aria-label={words.comparison} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.row}</th>
              <th scope="col">{columns.verdict}</th>
              <th scope="col">{columns.before}</th>
              <th scope="col">{columns.now}</th>
              <th scope="col">{columns.worsening}</th>
              <th scope="col">{columns.limit}</th>
            </tr>
          </thead>
          <tbody className="tabular">
            {changes.map(({ id, unit, before, now, worsening, limit, verdict }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td data-verdict={verdict}>{verdicts[verdict]}</td>
                <td>{figure(before)}</td>
                <td>{`${figure(now)} ${unit}`}</td>
                <td>{worsening?.toFixed(2)}</td>
                <td>{limit?.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
