import { CATALOGUE } from './catalogue';
import type { BenchRow } from './row';
import { goalText, runBench } from './row';

/** What the benchmark's runner finds on the page at `?bench`. */
export interface PhotonicBench {
  ids(): Promise<readonly { id: string; what: string; unit: string; goal: BenchRow['goal'] }[]>;
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
        CATALOGUE.map(({ id, what, unit, goal }) => ({ id, what, unit, goal: goalText(goal) })),
      ),
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
