import { Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import '../styles/sweeps.css';
import '../styles/sweeps-form.css';
import '../styles/study-plots.css';
import type { StoredSweep } from '../../library/store/sweep-record';
import { CommandButton } from '../parts/button';
import { useRuns } from '../runs/runs-store';
import { shellWords } from '../words/shell';
import { sweepsWords } from '../words/sweeps';
import { isUnderWay } from './act';
import { showSweep, useSweeps } from './sweeps-store';
import { trialRows } from './trial-rows';

const SweepView = lazy(async () => ({ default: (await import('./sweep-view')).SweepView }));

/** All sweeps, and the trials of one. */
export function SweepsPanel() {
  const { sweeps, at, driver } = useSweeps();
  const sweep = sweeps.find(({ id }) => id === at) ?? sweeps[0];
  if (sweep === undefined) return <NoSweeps />;
  return (
    <div className="sweeps">
      <nav className="sweeps-list" aria-label={sweepsWords.list}>
        <ul>
          {sweeps.map((each) => (
            <li key={each.id}>
              <SweepLine sweep={each} isAt={each === sweep} />
            </li>
          ))}
        </ul>
        {driver === 'elsewhere' && <p className="muted small">{sweepsWords.elsewhere}</p>}
      </nav>
      <Suspense fallback={<p className="muted runs-none">{shellWords.loading}</p>}>
        <SweepView key={sweep.id} sweep={sweep} />
      </Suspense>
    </div>
  );
}

function SweepLine({ sweep, isAt }: { readonly sweep: StoredSweep; readonly isAt: boolean }) {
  const runs = useRuns((state) => state.runs);
  const rows = trialRows(sweep, runs);
  const done = rows.filter(({ state }) => state === 'finished').length;
  return (
    <button
      type="button"
      className="sweep-line"
      aria-current={isAt ? 'true' : undefined}
      onClick={() => showSweep(sweep.id)}
    >
      <span className="sweep-line-name">{sweep.name}</span>
      <span className="muted small tabular" data-state={sweep.state}>
        {`${stateText(sweep)} · ${sweepsWords.progress(done, rows.length)}`}
      </span>
      {isUnderWay(sweep.state) && <progress max={rows.length} value={done} aria-hidden />}
    </button>
  );
}

export function stateText({ state, interrupted }: StoredSweep): string {
  return interrupted ? sweepsWords.interrupted : sweepsWords.states[state];
}

/** What will be here, before there is anything. */
function NoSweeps() {
  const { noSweeps } = sweepsWords;
  return (
    <div className="runs-empty">
      <svg viewBox="0 0 176 96" className="sweeps-empty-picture" aria-hidden>
        {Array.from({ length: 28 }, (_, index) => (
          <rect
            key={index}
            x={4 + (index % 7) * 24}
            y={4 + Math.floor(index / 7) * 23}
            width={20}
            height={19}
            rx={3}
            style={{
              opacity:
                0.12 + 0.8 * Math.exp(-(((index % 7) - 4) ** 2 + (Math.floor(index / 7) - 1) ** 2) / 4),
            }}
          />
        ))}
      </svg>
      <h2>{noSweeps.title}</h2>
      <p className="muted">{noSweeps.text}</p>
      <CommandButton id="newSweep" kind="primary" icon={<Plus aria-hidden />} />
    </div>
  );
}
