import { createCalibration } from './calibration';
import { CATALOGUE } from './catalogue';
import { machineHere } from './machine';
import type { Bench, BenchRow } from './row';
import { runBench } from './row';
import type { Spread } from './spread';

/** The door of this room: what the studio may use of it, and what the benchmark's runner finds on the page at `?bench`. */
export { CATALOGUE } from './catalogue';
export { machineHere } from './machine';
export { measureRow } from './measure-row';
export { OUTSIDE_ROWS } from './outside';
export { compareResults } from './results/compare';
export type { Change, Comparison, Verdict } from './results/compare';
export { goalText } from './results/goal';
export { numberText, resultsMarkdown } from './results/markdown';
export { parseResults, RESULTS_SCHEMA } from './results/schema';
export type { BenchResults, ResultRow } from './results/schema';
export { GATES, judgeGate } from './gates/gates';
export type { Evidence, GateId, GateResult } from './gates/gates';
export { readPublishedGates } from './gates/published';
export type { PublishedGates } from './gates/published';

type Entry = Pick<Bench, 'id' | 'what' | 'unit' | 'goal'> & { readonly isQuick: boolean };

export interface PhotonicBench {
  ids(): Promise<readonly Entry[]>;
  machine(): Promise<{ readonly cores: number; readonly adapter: string }>;
  /** The calibration kernel alone, milliseconds a call. */
  calibrate(): Promise<Spread>;
  run(id: string): Promise<BenchRow>;
}

declare global {
  interface Window {
    photonicBench?: PhotonicBench;
  }
}

/** Offers the benchmark to whoever drives the page. */
export function installBench(root: HTMLElement): void {
  root.textContent = 'Ready to measure.';
  window.photonicBench = {
    ids: () =>
      Promise.resolve(
        CATALOGUE.map(({ id, what, unit, goal, isQuick = false }) => ({ id, what, unit, goal, isQuick })),
      ),
    machine: machineHere,
    async calibrate() {
      const calibration = await createCalibration();
      calibration.sample();
      calibration.sample();
      return calibration.result();
    },
    async run(id) {
      const bench = CATALOGUE.find((candidate) => candidate.id === id);
      if (!bench) throw new RangeError(`There is no benchmark ${id}.`);
      root.textContent = `Measuring ${bench.what} …`;
      const row = await runBench(bench);
      root.textContent = 'Ready to measure.';
      return row;
    },
  };
}
