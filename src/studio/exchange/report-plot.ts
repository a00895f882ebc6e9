/** A curve as an SVG drawing for the report: print needs no canvas. */

const [WIDTH, HEIGHT] = [340, 150];
const MARGIN = { left: 44, right: 8, top: 8, bottom: 24 };
/** Points a line has at most. */
const POINTS = 400;

export interface Curve {
  readonly title: string;
  readonly firstStep: number;
  readonly values: ArrayLike<number>;
  readonly xName: string;
}

/** Thinned by the mean of equal stretches; numbers that are not finite are left out. */
export function curveSvg({ title, firstStep, values, xName }: Curve): string {
  const points = thinned(values);
  if (points.length < 2) return '';
  const ys = points.map(([, y]) => y);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const span = high > low ? high - low : 1;
  const lastX = Math.max(1, values.length - 1);
  const x = (at: number): number => MARGIN.left + (at / lastX) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (at: number): number =>
    HEIGHT - MARGIN.bottom - ((at - low) / span) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const path = points.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const tick = (value: number): string => Number(value.toPrecision(3)).toString();
  const base = HEIGHT - MARGIN.bottom;
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<path class="axis" d="M${MARGIN.left} ${MARGIN.top} V${base} H${WIDTH - MARGIN.right}"/>
<text x="${MARGIN.left - 4}" y="${MARGIN.top + 8}" text-anchor="end">${tick(high)}</text>
<text x="${MARGIN.left - 4}" y="${base}" text-anchor="end">${tick(low)}</text>
<text x="${MARGIN.left}" y="${HEIGHT - 8}">${firstStep}</text>
<text x="${WIDTH - MARGIN.right}" y="${HEIGHT - 8}" text-anchor="end">${xName} ${firstStep + values.length - 1}</text>
<polyline class="line" points="${path}"/>
</svg>`;
}

function thinned(values: ArrayLike<number>): readonly (readonly [number, number])[] {
  const count = Math.min(POINTS, values.length);
  const points: (readonly [number, number])[] = [];
  for (let k = 0; k < count; k++) {
    const from = Math.floor((k * values.length) / count);
    const to = Math.max(from + 1, Math.floor(((k + 1) * values.length) / count));
    let sum = 0;
    for (let i = from; i < to; i++) sum += values[i] ?? Number.NaN;
    if (Number.isFinite(sum)) points.push([(from + to - 1) / 2, sum / (to - from)]);
  }
  return points;
}
