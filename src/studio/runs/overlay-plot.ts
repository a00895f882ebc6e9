import uPlot from 'uplot';
import { formatCount, formatPercent, formatSi, significant } from '../format/si';
import type { Metric, XAxis } from './overlay-data';
import type { DrawnLine } from './overlay-lines';

const LABELS_WIDTH = 150;
const LABEL_GAP = 14;
/** Characters of a name at a line's end. */
const LABEL_LENGTH = 22;

/** Where the pointer is. */
export interface Place {
  readonly at: number;
  readonly isRight: boolean;
}

export interface Overlay {
  /** Those drawn now, in the order of the data. */
  readonly lines: () => readonly DrawnLine[];
  readonly hue: (colour: number) => string;
  readonly metric: Metric;
  readonly axis: XAxis;
  readonly isLogX: boolean;
  readonly isLogY: boolean;
  /** Where the pointer is on the x axis. */
  readonly onCursor: (place: Place | undefined) => void;
}

export function metricText(value: number, metric: Metric): string {
  return metric === 'accuracy' ? formatPercent(value) : significant(value);
}

export function xText(value: number, axis: XAxis): string {
  if (axis === 'seconds') return formatSi(value, 's');
  return axis === 'step' ? formatCount(value) : formatSi(value, '');
}

/** Options of the chart, in the colours of the theme at the moment. */
export function overlayOptions(element: HTMLElement, overlay: Overlay): uPlot.Options {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const font = `11px ${style.fontFamily}`;
  const { isLogX, isLogY, metric, axis } = overlay;
  const common = {
    stroke: token('muted'),
    font,
    grid: { stroke: token('grid'), width: 1 },
    ticks: { show: false },
  };
  const lines = overlay.lines();
  return {
    width: Math.max(10, element.clientWidth),
    height: Math.max(10, element.clientHeight),
    padding: [8, Math.min(LABELS_WIDTH, element.clientWidth * 0.28), 0, 0],
    legend: { show: false },
    cursor: { points: { show: false }, drag: { x: false, y: false }, y: false },
    scales: {
      x: { time: false, distr: isLogX ? 3 : 1 },
      y: { distr: isLogY ? 3 : 1, ...(isLogY ? {} : { range: yRange(metric) }) },
    },
    axes: [
      {
        ...common,
        size: 26,
        gap: 4,
        values: (_, ticks) => ticks.map((tick) => (tick === null ? '' : shortTick(tick, axis))),
      },
      {
        ...common,
        size: 54,
        gap: 6,
        values: (_, ticks) => ticks.map((tick) => (tick === null ? '' : yTick(tick, metric))),
      },
    ],
    series: [{}, ...lines.map((line) => seriesOf(line, overlay.hue(line.colour)))],
    bands: bandsOf(lines, overlay.hue),
    hooks: {
      setCursor: [
        (plot) => {
          const { left } = plot.cursor;
          overlay.onCursor(
            left === undefined || left < 0
              ? undefined
              : { at: plot.posToVal(left, 'x'), isRight: left > plot.over.clientWidth / 2 },
          );
        },
      ],
      draw: [(plot) => drawLabels(plot, overlay, font)],
    },
  };
}

/** Losses stand on zero; accuracies use the room that they need. */
function yRange(metric: Metric): (plot: uPlot, min: number | null, max: number | null) => uPlot.Range.MinMax {
  if (metric === 'accuracy') return (_, min) => [Math.max(0, Math.floor(10 * (min ?? 0)) / 10), 1];
  return (_, __, max) => [0, (max ?? 0) > 0 ? 1.05 * (max ?? 0) : 1];
}

/** A place on the x axis: 1.2 k between 1 k and 2 k. */
function shortTick(value: number, axis: XAxis): string {
  if (axis === 'seconds') return formatSi(value, 's', 2);
  return value === 0 ? '0' : formatSi(value, '', 3).replace(/^[\d.]+/, (digits) => String(Number(digits)));
}

/** A value on the y axis. */
export function yTick(value: number, metric: Metric): string {
  return metric === 'accuracy'
    ? formatPercent(value, 0)
    : value === 0
      ? '0'
      : String(Number(value.toPrecision(2)));
}

function seriesOf({ kind }: DrawnLine, hue: string): uPlot.Series {
  if (kind === 'low' || kind === 'high')
    return { stroke: 'transparent', width: 0, spanGaps: true, points: { show: false } };
  if (kind === 'test')
    return {
      stroke: hue,
      width: 1.5,
      dash: [5, 4],
      spanGaps: true,
      points: { show: true, size: 4, fill: hue, stroke: hue },
    };
  return { stroke: hue, width: 1.75, spanGaps: true, points: { show: false } };
}

/** Between the two edges of a group's spread. */
function bandsOf(lines: readonly DrawnLine[], hue: (colour: number) => string): uPlot.Band[] {
  return lines.flatMap(({ kind, colour }, index) =>
    kind === 'low' && lines[index + 1]?.kind === 'high'
      ? [{ series: [index + 2, index + 1] as uPlot.Band.Bounds, fill: `${hue(colour)}2e` }]
      : [],
  );
}

interface Label {
  readonly text: string;
  readonly hue: string;
  readonly y: number;
}

/** Names at the lines' ends, moved apart; where there is no room for all, the lowest are left out. */
function drawLabels(plot: uPlot, overlay: Overlay, font: string): void {
  const density = uPlot.pxRatio;
  const gap = LABEL_GAP * density;
  const { top, height, left, width } = plot.bbox;
  const room = Math.max(1, Math.floor(height / gap));
  const labels = [...endLabels(plot, overlay)].sort((a, b) => a.y - b.y).slice(0, room);
  const { ctx } = plot;
  ctx.save();
  ctx.font = font.replace('11px', `${11 * density}px`);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  let last = -Infinity;
  labels.forEach((label, index) => {
    const lowest = top + height - gap / 2 - (labels.length - 1 - index) * gap;
    const y = Math.max(Math.min(label.y, lowest), last + gap);
    last = y;
    ctx.fillStyle = label.hue;
    ctx.fillText(
      fitted(ctx, label.text, ctx.canvas.width - left - width - 10 * density),
      left + width + 8 * density,
      y,
    );
  });
  ctx.restore();
}

/** As much of a text as there is room for: its number, and its end, by which names are told apart. */
function fitted(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  const head = text.slice(0, text.indexOf(' ') + 1);
  const from = (start: number): string => `${head}…${text.slice(start).trimStart()}`;
  let start = head.length + 1;
  while (start < text.length - 1 && ctx.measureText(from(start)).width > room) start++;
  return from(start);
}

/** One per run: at the end of its test line where there is one, else of its train line. */
function endLabels(plot: uPlot, overlay: Overlay): readonly Label[] {
  const byRun = new Map<string, Label>();
  overlay.lines().forEach(({ key, kind, title, colour, line }) => {
    const value = line.y.at(-1);
    if (value === undefined || kind === 'low' || kind === 'high') return;
    const name = title.length > LABEL_LENGTH ? `${title.slice(0, LABEL_LENGTH - 1)}…` : title;
    byRun.set(key.slice(0, key.lastIndexOf(':')), {
      text: `${metricText(value, overlay.metric)} ${name}`,
      hue: overlay.hue(colour),
      y: plot.valToPos(value, 'y', true),
    });
  });
  return [...byRun.values()].filter(({ y }) => Number.isFinite(y));
}
