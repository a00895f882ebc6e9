import type uPlot from 'uplot';
import type { Axis } from './axis';
import type { ChartDefinition, Curve } from './definitions';

export type Token = (name: string) => string;

const MARGIN_FOR_LABELS = 96;

export interface PlotStyle {
  readonly width: number;
  readonly height: number;
  readonly token: Token;
  readonly fontFamily: string;
}

/** A chart for uPlot, without what is drawn over it. */
export function plotOptions(
  definition: ChartDefinition,
  axis: Axis,
  isLog: boolean,
  { width, height, token, fontFamily }: PlotStyle,
): uPlot.Options {
  const font = `11px ${fontFamily}`;
  const lines = {
    stroke: token('muted'),
    font,
    grid: { stroke: token('grid'), width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height,
    padding: [10, MARGIN_FOR_LABELS, 0, 0],
    legend: { show: false },
    cursor: { points: { show: false }, drag: { x: false, y: false }, y: false },
    scales: {
      x: { time: false, range: (_, min, max) => [Math.min(min ?? 0, 0), Math.max(max ?? 0, axis.least)] },
      y: isLog ? { distr: 3, range: logRange } : { range: linearRange(definition.range) },
    },
    axes: [
      { ...lines, size: 28, gap: 4, values: (_, ticks) => ticks.map((tick) => axis.tick(tick)) },
      {
        ...lines,
        size: 56,
        gap: 6,
        values: (_, ticks) => ticks.map((tick) => (tick === null ? '' : definition.format(tick))),
      },
    ],
    series: [{}, ...definition.curves.map((curve) => seriesOf(curve, token(curve.token)))],
  };
}

function linearRange(range: ChartDefinition['range']): uPlot.Scale.Range {
  return (_, __, max) => (range === undefined ? [0, (max ?? 0) > 0 ? 1.06 * (max ?? 0) : 1] : [...range]);
}

/** Whole decades would leave most of a short curve's chart empty. */
function logRange(_: uPlot, min: number | null, max: number | null): [number, number] {
  const [low, high] = [min ?? 0.1, max ?? 1];
  if (!(low > 0 && high > 0)) return [0.1, 1];
  const room = Math.max(1.05, (high / low) ** 0.05);
  return [low / room, high * room];
}

function seriesOf(curve: Curve, colour: string): uPlot.Series {
  if (curve.style === 'points') {
    return {
      stroke: colour,
      width: 1.25,
      dash: [5, 4],
      spanGaps: true,
      points: { show: true, size: 5, fill: colour, stroke: colour },
    };
  }
  return {
    stroke: colour,
    width: curve.style === 'faint' ? 1 : 1.75,
    alpha: curve.style === 'faint' ? 0.32 : 1,
    points: { show: false },
  };
}
