/** Numbers that describe many dies. */
export interface Spread {
  readonly mean: number;
  /** Standard deviation of the sample (n − 1); 0 of a single value. */
  readonly deviation: number;
  /** Value that 5 % of the dies stay below. */
  readonly low: number;
  readonly least: number;
  readonly most: number;
}

export function spreadOf(values: ArrayLike<number>): Spread | undefined {
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  if (count === 0) return undefined;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / count;
  const square = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    mean,
    deviation: count > 1 ? Math.sqrt(square / (count - 1)) : 0,
    low: quantile(sorted, 0.05),
    least: sorted[0] ?? NaN,
    most: sorted[count - 1] ?? NaN,
  };
}

/** Interpolated between the nearest values, as most packages do (Hyndman, Fan, Am. Stat. 50, 361 (1996), type 7). */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const [a = NaN, b = a] = [sorted[below], sorted[below + 1]];
  return a + (place - below) * (b - a);
}

/** Bars of equal width: edges[i] … edges[i + 1] holds counts[i] values; the last bar holds its upper edge too. */
export interface Histogram {
  readonly edges: readonly number[];
  readonly counts: readonly (readonly number[])[];
}

const MOST_BARS = 28;

/**
 * Several sets of accuracies in the same bars. Accuracies come in steps of 1 / samples: bars are whole numbers of
 * steps wide, or every other bar would hold one value more than its neighbours.
 */
export function histogram(sets: readonly ArrayLike<number>[], samples: number): Histogram {
  const all = sets.flatMap((set) => Array.from(set));
  const steps = (value: number): number => Math.round(value * samples);
  const first = steps(Math.min(...all));
  const span = steps(Math.max(...all)) - first + 1;
  const width = Math.max(1, Math.ceil(span / MOST_BARS));
  const bars = Math.ceil(span / width);
  const counts = sets.map((set) => {
    const bins = new Array<number>(bars).fill(0);
    for (let i = 0; i < set.length; i++) {
      const bar = Math.floor((steps(set[i] ?? 0) - first) / width);
      bins[bar] = (bins[bar] ?? 0) + 1;
    }
    return bins;
  });
  // Half a step to each side of the values, so that they lie in the middle of their bars.
  const edges = Array.from({ length: bars + 1 }, (_, bar) => (first + bar * width - 0.5) / samples);
  return { edges, counts };
}
