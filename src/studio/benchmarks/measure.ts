import type { BenchResults, ResultRow } from '../../bench/page';
import { CATALOGUE, RESULTS_SCHEMA, measureRow } from '../../bench/page';
import { toFault } from '../../lib/fault';
import { STUDIO } from '../exchange/build-info';
import { announce } from '../state/announcement';
import { notify } from '../state/notify';
import { awaiting } from '../state/run-store';
import { benchmarksWords as words } from '../words/benchmarks';
import { keepResults } from './history';
import { useBenchmarks } from './store';
import { thisMachine } from './this-machine';

let stopping: AbortController | undefined;

/** Measures the chosen rows one after another; every row that is done is kept at once. */
export async function measureChosen(): Promise<void> {
  if (stopping !== undefined) return;
  const controller = new AbortController();
  stopping = controller;
  try {
    await awaiting(measureAll(controller.signal));
  } finally {
    stopping = undefined;
    useBenchmarks.setState({ current: undefined });
  }
}

export function stopMeasuring(): void {
  stopping?.abort();
}

async function measureAll(signal: AbortSignal): Promise<void> {
  const { chosen } = useBenchmarks.getState();
  const benches = CATALOGUE.filter(({ id }) => chosen.has(id));
  const date = new Date().toISOString();
  const id = `here-${date}`;
  const first = benches[0];
  if (first === undefined) return;
  // At once, so that a second press finds it under way.
  useBenchmarks.setState({
    current: { id: first.id, at: 1, of: benches.length, startedAt: performance.now() },
  });
  const head = {
    schema: RESULTS_SCHEMA,
    date,
    commit: STUDIO.commit ?? STUDIO.version,
    machine: await thisMachine(),
  } as const;
  const rows: ResultRow[] = [];
  for (const [index, bench] of benches.entries()) {
    if (signal.aborted) break;
    useBenchmarks.setState({
      current: { id: bench.id, at: index + 1, of: benches.length, startedAt: performance.now() },
    });
    const row = await measureRow(bench.id, signal).catch((thrown: unknown) => failedRow(bench, thrown));
    // A row that was stopped says nothing.
    if (signal.aborted) break;
    rows.push(row);
    const results: BenchResults = { ...head, rows: [...rows] };
    await keepResults({ id, isOwn: true, results });
    useBenchmarks.setState({ shown: id });
  }
  const passed = rows.filter(({ pass }) => pass).length;
  if (signal.aborted) notify('info', words.stopped);
  else announce(words.done(passed, rows.length));
}

function failedRow({ id, unit, goal }: (typeof CATALOGUE)[number], thrown: unknown): ResultRow {
  const { message, cause } = toFault(thrown);
  return {
    id,
    value: null,
    unit,
    quartiles: null,
    repetitions: 1,
    goal,
    pass: false,
    calibration: null,
    relative: null,
    detail: (cause ?? message).slice(0, 4000),
  };
}
