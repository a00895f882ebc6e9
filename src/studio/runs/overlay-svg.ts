import { framedSvg } from '../exchange/svg-picture';
import { escaped } from '../format/xml';
import { apart, linearTicks, logTicks, scaleOf } from '../studies/plot/scale';
import { runsWords } from '../words/runs';
import type { Metric, XAxis } from './overlay-data';
import type { DrawnLine } from './overlay-lines';
import { metricText, xText, yTick } from './overlay-plot';

export interface OverlayPicture {
  readonly lines: readonly DrawnLine[];
  readonly metric: Metric;
  readonly axis: XAxis;
  readonly isLogX: boolean;
  readonly isLogY: boolean;
  readonly hue: (colour: number) => string;
  readonly token: (name: string) => string;
  readonly fontFamily: string;
}

const [WIDTH, HEIGHT] = [1200, 600];
const EDGE = { left: 72, right: WIDTH - 220, top: 8, bottom: HEIGHT - 52 } as const;
const LABEL_GAP = 15;

/** The curves of many runs as a drawing: lines stay lines, names stay words. Empty: no run has a curve. */
export function overlaySvg(picture: OverlayPicture): string | undefined {
  const { lines, metric, axis, isLogX, isLogY, hue, token, fontFamily } = picture;
  const shown = (value: number, isLog: boolean): boolean => Number.isFinite(value) && (!isLog || value > 0);
  const xs = extent(lines.flatMap(({ line }) => line.x.filter((value) => shown(value, isLogX))));
  const ys = extent(lines.flatMap(({ line }) => line.y.filter((value) => shown(value, isLogY))));
  if (xs === undefined || ys === undefined) return undefined;
  const across: readonly [number, number] = isLogX ? xs : [Math.min(0, xs[0]), xs[1]];
  const up: readonly [number, number] = isLogY
    ? ys
    : metric === 'accuracy'
      ? [Math.min(ys[0], 0.9), 1]
      : [0, 1.05 * ys[1]];
  const x = scaleOf(isLogX ? 'log' : 'linear', across, [EDGE.left, EDGE.right]);
  const y = scaleOf(isLogY ? 'log' : 'linear', up, [EDGE.bottom, EDGE.top]);
  const text = (at: readonly [number, number], anchor: string, colour: string, words: string): string =>
    `<text x="${round(at[0])}" y="${round(at[1])}" text-anchor="${anchor}" fill="${colour}">${escaped(words)}</text>`;
  const rule = (from: readonly [number, number], to: readonly [number, number]): string =>
    `<line x1="${round(from[0])}" y1="${round(from[1])}" x2="${round(to[0])}" y2="${round(to[1])}" stroke="${token('grid')}"/>`;
  const muted = token('muted');
  const path = ({ line }: DrawnLine): string =>
    line.x
      .map((at, i) => [at, line.y[i] ?? Number.NaN] as const)
      .filter(([at, value]) => shown(at, isLogX) && shown(value, isLogY))
      .map(([at, value], i) => `${i === 0 ? 'M' : 'L'}${round(x(at))} ${round(y(value))}`)
      .join('');
  const curves = lines
    .filter(({ kind }) => kind === 'train' || kind === 'test')
    .map(
      (drawn) =>
        `<path d="${path(drawn)}" fill="none" stroke="${hue(drawn.colour)}" stroke-width="1.75" stroke-linejoin="round"${drawn.kind === 'test' ? ' stroke-dasharray="5 4"' : ''}/>`,
    );
  const ends = lastOfEach(lines);
  const places = apart(
    ends.map(({ value }) => y(value)),
    LABEL_GAP,
    EDGE.top + 4,
    EDGE.bottom,
  );
  const inside = [
    `<g font-family="${escaped(fontFamily)}" font-size="12">`,
    ...(isLogY ? logTicks(up) : linearTicks(up, 6)).flatMap((tick) => [
      rule([EDGE.left, y(tick)], [EDGE.right, y(tick)]),
      text([EDGE.left - 8, y(tick) + 4], 'end', muted, yTick(tick, metric)),
    ]),
    ...(isLogX ? logTicks(across) : linearTicks(across, 8)).flatMap((tick) => [
      rule([x(tick), EDGE.top], [x(tick), EDGE.bottom]),
      text([x(tick), EDGE.bottom + 18], 'middle', muted, xText(tick, axis)),
    ]),
    text([(EDGE.left + EDGE.right) / 2, HEIGHT - 12], 'middle', muted, runsWords.axisUnits[axis]),
    ...bandsOf(lines, x, y, hue),
    ...curves,
    ...ends.map(({ value, title, colour }, i) =>
      text(
        [EDGE.right + 8, (places[i] ?? 0) + 4],
        'start',
        hue(colour),
        `${metricText(value, metric)} ${title}`,
      ),
    ),
    '</g>',
  ];
  const title = `${runsWords.chart(runsWords.metrics[metric], runsWords.axisUnits[axis])} · ${runsWords.legend}`;
  return framedSvg({ title, width: WIDTH, height: HEIGHT, fontFamily }, inside.join('\n'));
}

function bandsOf(
  lines: readonly DrawnLine[],
  x: (value: number) => number,
  y: (value: number) => number,
  hue: (colour: number) => string,
): readonly string[] {
  return lines.flatMap(({ kind, colour, line }, index) => {
    const high = lines[index + 1];
    if (kind !== 'low' || high?.kind !== 'high') return [];
    const edge = [
      ...high.line.x.map((at, i) => [at, high.line.y[i] ?? 0] as const),
      ...line.x.map((at, i) => [at, line.y[i] ?? 0] as const).reverse(),
    ];
    const points = edge
      .map(([at, value]) => `${round(x(at))},${round(y(value))}`)
      .filter((point) => !point.includes('N'));
    return [`<polygon points="${points.join(' ')}" fill="${hue(colour)}" fill-opacity="0.18"/>`];
  });
}

/** One per run: where its test line ends if it has one, else its train line. */
function lastOfEach(lines: readonly DrawnLine[]) {
  const byRun = new Map<string, { value: number; title: string; colour: number }>();
  for (const { key, kind, title, colour, line } of lines) {
    const value = line.y.at(-1);
    if (value !== undefined && (kind === 'train' || kind === 'test'))
      byRun.set(key.slice(0, key.lastIndexOf(':')), { value, title, colour });
  }
  return [...byRun.values()];
}

function extent(values: readonly number[]): readonly [number, number] | undefined {
  if (values.length === 0) return undefined;
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
