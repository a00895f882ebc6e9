/** Where a value lies on an axis, pixels. */
export type Scale = (value: number) => number;

export type ScaleKind = 'linear' | 'log';

export function scaleOf(
  kind: ScaleKind,
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): Scale {
  const place = kind === 'log' ? Math.log : (value: number): number => value;
  const [a, b] = [place(low), place(high)];
  return (value) => (b === a ? (from + to) / 2 : from + ((place(value) - a) / (b - a)) * (to - from));
}

/** About `count` round numbers within a domain: 1, 2 or 5 times a power of ten apart. */
export function linearTicks([low, high]: readonly [number, number], count: number): readonly number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Powers of ten within a domain, with 2 and 5 between them where there are few. */
export function logTicks([low, high]: readonly [number, number]): readonly number[] {
  const decades = Math.log10(high / low);
  const factors = decades > 2.5 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (const factor of factors) {
      const tick = Number(`${factor}e${power}`);
      if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) ticks.push(tick);
    }
  }
  return ticks;
}

/** Pixels that a name at a line's end takes, at most: it is drawn bold in 11 px. */
export function roomFor(names: readonly string[]): number {
  return 14 + 6.6 * Math.max(0, ...names.map((name) => name.length));
}

/** Moves labels apart that would lie over each other, as little as that takes; the order stays. */
export function apart(places: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const out = [...places];
  let least = low;
  for (const i of order) {
    out[i] = Math.max(out[i] ?? 0, least);
    least = (out[i] ?? 0) + gap;
  }
  let most = high;
  for (const i of order.reverse()) {
    out[i] = Math.min(out[i] ?? 0, most);
    most = (out[i] ?? 0) - gap;
  }
  return out;
}
