/** The vowel chart: F1 downwards and F2 to the left on logarithmic axes, as phoneticians plot them. Pure. */

/** Hertz at the chart's edges: all of Hillenbrand's talkers fit (F1 about 250–1250, F2 about 550–3700). */
export const F1_RANGE = [220, 1400] as const;
export const F2_RANGE = [550, 3800] as const;

export interface VowelSample {
  readonly label: number;
  readonly values: Readonly<Record<string, number>>;
}

/** Position on a unit square, 0 at the left and the top. */
export function toChart(f1: number, f2: number): readonly [x: number, y: number] {
  return [1 - logShare(f2, F2_RANGE), logShare(f1, F1_RANGE)];
}

export function fromChart(x: number, y: number): readonly [f1: number, f2: number] {
  const clamp = (share: number): number => Math.min(1, Math.max(0, share));
  return [fromShare(clamp(y), F1_RANGE), fromShare(1 - clamp(x), F2_RANGE)];
}

function logShare(value: number, [low, high]: readonly [number, number]): number {
  return Math.log(value / low) / Math.log(high / low);
}

function fromShare(share: number, [low, high]: readonly [number, number]): number {
  return low * (high / low) ** share;
}

/** Samples whose other measurements a picked point borrows. */
const NEIGHBOURS = 10;

/** Places of samples on the chart, found once for each list of them. */
const places = new WeakMap<readonly VowelSample[], Float64Array>();

function placesOf(samples: readonly VowelSample[]): Float64Array {
  let found = places.get(samples);
  if (found === undefined) {
    found = Float64Array.from(
      samples.flatMap(({ values }) => [...toChart(values['f1'] ?? Number.NaN, values['f2'] ?? Number.NaN)]),
    );
    places.set(samples, found);
  }
  return found;
}

/** The samples nearest to a place on the chart, nearest first. */
function nearestTo(x: number, y: number, samples: readonly VowelSample[]): readonly VowelSample[] {
  const at = placesOf(samples);
  const best: { readonly index: number; readonly distance: number }[] = [];
  for (let index = 0; index < samples.length; index++) {
    const distance = ((at[2 * index] ?? 0) - x) ** 2 + ((at[2 * index + 1] ?? 0) - y) ** 2;
    const worst = best.length < NEIGHBOURS ? Infinity : (best.at(-1)?.distance ?? Infinity);
    // Not for NaN either, where a formant was not measured.
    if (!(distance < worst)) continue;
    const place = best.findIndex((each) => distance < each.distance);
    best.splice(place < 0 ? best.length : place, 0, { index, distance });
    if (best.length > NEIGHBOURS) best.pop();
  }
  return best.flatMap(({ index }) => samples[index] ?? []);
}

/**
 * All measurements for a picked point: F1 and F2 as picked, the others the mean of the training samples
 * nearest on the chart.
 */
export function measurementsAt(
  f1: number,
  f2: number,
  samples: readonly VowelSample[],
): Readonly<Record<string, number>> {
  const nearest = nearestTo(...toChart(f1, f2), samples);
  const sums = new Map<string, { total: number; count: number }>();
  for (const { values } of nearest) {
    for (const [name, value] of Object.entries(values)) {
      if (!Number.isFinite(value)) continue;
      const sum = sums.get(name) ?? { total: 0, count: 0 };
      sums.set(name, { total: sum.total + value, count: sum.count + 1 });
    }
  }
  const means = Object.fromEntries([...sums].map(([name, { total, count }]) => [name, total / count]));
  return { ...means, f1, f2 };
}

/** Mean position of a class on the chart, for its label. */
export function classCentre(
  samples: readonly VowelSample[],
  label: number,
): readonly [x: number, y: number] | undefined {
  const points = samples
    .filter((sample) => sample.label === label)
    .map((sample) => toChart(sample.values['f1'] ?? Number.NaN, sample.values['f2'] ?? Number.NaN))
    .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  if (points.length === 0) return undefined;
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return [mean(0), mean(1)];
}

/** Moves labels that would overlap apart, up and down, as little as needed. */
export function spreadLabels<Label extends { readonly x: number; readonly y: number }>(
  labels: readonly Label[],
  width: number,
  height: number,
): readonly Label[] {
  const placed: Label[] = [];
  for (const label of [...labels].sort((a, b) => a.y - b.y)) {
    let y = label.y;
    for (const other of placed)
      if (Math.abs(other.x - label.x) < width && y < other.y + height) y = other.y + height;
    placed.push({ ...label, y });
  }
  return placed;
}
