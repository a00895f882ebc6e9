import { useEffect } from 'react';
import '../styles/benchmarks.css';
import { ErrorBoundary } from '../panels/error-boundary';
import { PartTabs } from '../parts/part-tabs';
import { useIsPhone } from '../parts/use-is-phone';
import { benchmarksWords as words } from '../words/benchmarks';
import { shellWords } from '../words/shell';
import { BenchToolbar } from './bench-toolbar';
import { GatesPanel } from './gates-panel';
import { readHistory } from './history';
import { ResultsPanel } from './results-panel';
import { RowList } from './row-list';
import { useBenchmarks } from './store';

const TABS = (['rows', 'results', 'gates'] as const).map((id) => ({ id, name: words.tabs[id] }));

/** The benchmark on the visitor's own device: measure, draw, compare, pass on; and what of the product must hold. */
export function BenchmarksScreen() {
  return (
    <main className="screen benchmarks" aria-label={shellWords.screenNames.benchmarks}>
      <ErrorBoundary part={shellWords.screenNames.benchmarks}>
        <Screen />
      </ErrorBoundary>
    </main>
  );
}

function Screen() {
  const isPhone = useIsPhone();
  const tab = useBenchmarks((state) => state.tab);
  useEffect(() => void readHistory(), []);
  return (
    <>
      <BenchToolbar />
      {isPhone ? (
        <>
          <PartTabs
            label={words.parts}
            tab={tab}
            tabs={TABS}
            onChange={(id) => useBenchmarks.setState({ tab: id })}
          />
          <div className="bench-scroll">
            {tab === 'rows' ? <RowList /> : tab === 'results' ? <ResultsPanel /> : <GatesPanel />}
          </div>
        </>
      ) : (
        <div className="bench-body">
          <RowList />
          <div className="bench-scroll">
            <ResultsPanel />
            <GatesPanel />
          </div>
        </div>
      )}
    </>
  );
}
