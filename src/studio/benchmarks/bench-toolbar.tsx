import { Download, FileText, FolderOpen, Link2, Play, Square, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatClock } from '../format/si';
import { CommandButton, CommandIcon, IconButton } from '../parts/button';
import { isBusy, useRun } from '../state/run-store';
import { benchmarksWords as words } from '../words/benchmarks';
import { removeResults } from './history';
import type { Current } from './store';
import { shownOf, useBenchmarks } from './store';

/** Measure or stop, how far it is, and what can be done with the results shown. */
export function BenchToolbar() {
  const { current, kept, shown } = useBenchmarks();
  const isTraining = useRun(({ state }) => isBusy({ state, waiting: 0 }));
  const results = shownOf({ kept, shown });
  return (
    <div className="bench-toolbar" role="toolbar" aria-label={words.toolbar}>
      <CommandButton
        id="measureBenchmarks"
        kind="primary"
        icon={current === undefined ? <Play aria-hidden /> : <Square aria-hidden />}
      />
      {current !== undefined ? (
        <Progress {...current} />
      ) : (
        isTraining && <span className="bench-note small">{words.busy}</span>
      )}
      <span className="bench-actions">
        <CommandIcon id="saveBenchmarks" icon={<Download />} />
        <CommandIcon id="copyBenchmarks" icon={<FileText />} />
        <CommandIcon id="shareBenchmarks" icon={<Link2 />} />
        <CommandIcon id="openBenchmarks" icon={<FolderOpen />} />
        <IconButton
          label={words.remove}
          icon={<Trash2 />}
          isDisabled={results === undefined || current !== undefined}
          onPress={() => results !== undefined && void removeResults(results.id)}
        />
      </span>
    </div>
  );
}

function Progress({ id, at, of, startedAt }: Current) {
  const seconds = useSeconds(startedAt);
  return (
    <span className="bench-progress">
      <progress aria-label={words.progress} value={at - 1} max={of} />
      <span className="small tabular" title={words.hidden}>
        {words.measuring(id, at, of, formatClock(seconds))}
      </span>
    </span>
  );
}

/** Whole seconds since then, counted while it is shown. */
function useSeconds(startedAt: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, (now - startedAt) / 1000);
}
