import { escaped } from '../format/xml';
import type { Scale } from '../studies/plot/scale';
import { linearTicks, logTicks, scaleOf } from '../studies/plot/scale';
import type { Axis } from './axis';
import type { ChartData } from './curves';
import type { ChartDefinition, Curve } from './definitions';
import type { Marker } from './draw-over';
import { lastOf } from './draw-over';
import type { Token } from './plot-options';

export interface SvgChart {
  readonly definition: ChartDefinition;
  readonly data: ChartData;
  readonly axis: Axis;
  readonly isLog: boolean;
  readonly markers: readonly Marker[];
  readonly title: string;
  readonly axisLabel: string;
  readonly width: number;
  readonly height: number;
  readonly token: Token;
  readonly fontFamily: string;
}

const MARGIN = { left: 72, right: 132, top: 44, bottom: 48 };
const TICKS = 6;

/** A chart as a drawing that can be scaled and edited: lines stay lines, words stay words. */
export function chartSvg(chart: SvgChart): string {
  const { definition, data, axis, isLog, width, height, token, fontFamily } = chart;
  const [left, right] = [MARGIN.left, width - MARGIN.right];
  const [top, bottom] = [MARGIN.top, height - MARGIN.bottom];
  const ends = domainOf(chart);
  const last = data.x.at(-1) ?? 0;
  const across: readonly [number, number] = [0, Math.max(axis.least, last)];
  const x = scaleOf('linear', across, [left, right]);
  const y = scaleOf(isLog ? 'log' : 'linear', ends, [bottom, top]);
  const text = (at: readonly [number, number], anchor: string, colour: string, words: string): string =>
    `<text x="${round(at[0])}" y="${round(at[1])}" text-anchor="${anchor}" fill="${colour}">${escaped(words)}</text>`;
  const line = (x1: number, y1: number, x2: number, y2: number, rest: string): string =>
    `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" ${rest}/>`;
  const grid = `stroke="${token('grid')}"`;
  const muted = token('muted');
  const ticks = isLog ? logTicks(ends) : linearTicks(ends, TICKS);
  const parts = [
    `<rect width="${width}" height="${height}" fill="${token('panel')}"/>`,
    `<text x="${left}" y="26" font-size="14" font-weight="600" fill="${token('text')}">${escaped(chart.title)}</text>`,
    ...ticks.flatMap((tick) => [
      line(left, y(tick), right, y(tick), grid),
      text([left - 8, y(tick) + 4], 'end', muted, definition.format(tick)),
    ]),
    ...linearTicks(across, TICKS).flatMap((tick) => [
      line(x(tick), top, x(tick), bottom, grid),
      text([x(tick), bottom + 18], 'middle', muted, axis.tick(tick)),
    ]),
    text([(left + right) / 2, height - 10], 'middle', muted, chart.axisLabel),
    ...chart.markers.flatMap((marker) => [
      line(
        x(marker.x),
        top,
        x(marker.x),
        bottom,
        `stroke="${token('text')}" stroke-dasharray="3 3" opacity="0.6"`,
      ),
      text([x(marker.x) + 4, top + 10], 'start', muted, marker.text),
    ]),
    ...definition.curves.map((curve, k) => curvePath(curve, data, k, x, y, token)),
    ...endLabels(chart, y).map(({ at, colour, words }) => text([right + 8, at + 4], 'start', colour, words)),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(fontFamily)}" font-size="12" role="img" aria-label="${escaped(definition.label)}">`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function curvePath(curve: Curve, data: ChartData, k: number, x: Scale, y: Scale, token: Token): string {
  const values = data.ys[k] ?? [];
  let path = '';
  let isDrawing = false;
  const dots: string[] = [];
  values.forEach((value, i) => {
    // Another curve has a value here; a gap is null.
    if (value === undefined) return;
    if (value === null || !Number.isFinite(y(value))) {
      isDrawing = false;
      return;
    }
    const at = [round(x(data.x[i] ?? 0)), round(y(value))];
    path += `${isDrawing ? 'L' : 'M'}${at.join(' ')}`;
    isDrawing = true;
    if (curve.style === 'points')
      dots.push(`<circle cx="${at[0]}" cy="${at[1]}" r="2.5" fill="${token(curve.token)}"/>`);
  });
  const width = { faint: 1, solid: 1.75, points: 1.25 }[curve.style];
  const extra =
    curve.style === 'faint' ? ' opacity="0.32"' : curve.style === 'points' ? ' stroke-dasharray="5 4"' : '';
  return `<path d="${path}" fill="none" stroke="${token(curve.token)}" stroke-width="${width}" stroke-linejoin="round"${extra}/>${dots.join('')}`;
}

function endLabels({ definition, data, token }: SvgChart, y: Scale) {
  const labels = definition.curves.flatMap((curve, k) => {
    const value = curve.style === 'faint' ? undefined : lastOf(data.ys[k] ?? []);
    if (value === undefined) return [];
    return [
      { at: y(value), colour: token(curve.token), words: `${curve.label} ${definition.format(value)}` },
    ];
  });
  labels.sort((a, b) => a.at - b.at);
  let last = -Infinity;
  return labels.map((label) => {
    last = Math.max(label.at, last + 15);
    return { ...label, at: last };
  });
}

function domainOf({ definition, data, isLog }: SvgChart): readonly [number, number] {
  if (definition.range) return definition.range;
  let [low, high] = [Infinity, 0];
  for (const column of data.ys)
    for (const value of column) {
      if (value === null || value === undefined || (isLog && value <= 0)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  if (!(high > 0)) return isLog ? [0.1, 1] : [0, 1];
  return isLog ? [low / 1.1, high * 1.1] : [0, 1.06 * high];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
