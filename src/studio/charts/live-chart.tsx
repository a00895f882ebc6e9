import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { onThemeChange } from '../mesh/palette';
import { trainingLog } from '../state/training-log';

/** One curve of a chart. */
export interface Curve {
  readonly label: string;
  /** A token of the stylesheet. */
  readonly token: 'accent' | 'light' | 'muted' | 'text';
  readonly style: 'faint' | 'solid' | 'points';
}

export interface ChartData {
  readonly x: readonly number[];
  readonly ys: readonly (readonly (number | null)[])[];
}

const MARGIN_FOR_LABELS = 92;
/** Steps an empty chart shows. */
const FIRST_STEPS = 20;

/**
 * A chart that follows the training log: drawn at most once per frame, outside React. Labels stand at the
 * lines' ends.
 */
export function LiveChart(props: {
  readonly label: string;
  readonly curves: readonly Curve[];
  readonly read: (points: number) => ChartData;
  readonly format: (value: number) => string;
  /** Fixed ends of the y axis; otherwise it starts at zero. */
  readonly range?: readonly [number, number];
}) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    let plot: uPlot | undefined;
    let frame = 0;
    const draw = (): void => {
      frame = 0;
      plot?.setData(toPlot(props.read(Math.max(80, Math.floor(element.clientWidth / 2)))));
    };
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    const build = (): void => {
      plot?.destroy();
      plot = new uPlot(options(element, props), [[]], element);
      draw();
    };
    build();
    const observer = new ResizeObserver(() => {
      if (element.clientWidth > 0 && element.clientHeight > 0)
        plot?.setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    const stops = [trainingLog.subscribe(later), onThemeChange(build)];
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      stops.forEach((stop) => stop());
      plot?.destroy();
    };
  }, [props]);
  return <div ref={host} className="chart" role="img" aria-label={props.label} />;
}

function toPlot(data: ChartData): uPlot.AlignedData {
  return [data.x as number[], ...data.ys.map((y) => y as (number | null)[])];
}

function options(element: HTMLElement, props: Parameters<typeof LiveChart>[0]): uPlot.Options {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const font = `11px ${style.fontFamily}`;
  const axis = {
    stroke: token('muted'),
    font,
    grid: { stroke: token('grid'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: Math.max(10, element.clientWidth),
    height: Math.max(10, element.clientHeight),
    padding: [10, MARGIN_FOR_LABELS, 0, 0],
    legend: { show: false },
    cursor: { points: { show: false }, drag: { x: false, y: false }, y: false },
    scales: {
      x: {
        time: false,
        range: (_, min, max) => [Math.min(min ?? 0, 0), Math.max(max ?? FIRST_STEPS, FIRST_STEPS)],
      },
      y: {
        range: (_, __, max) =>
          props.range === undefined ? [0, (max ?? 0) > 0 ? 1.06 * (max ?? 0) : 1] : [...props.range],
      },
    },
    axes: [
      {
        ...axis,
        size: 30,
        gap: 4,
        values: (_, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? compact(tick) : '')),
      },
      {
        ...axis,
        size: 56,
        gap: 6,
        values: (_, ticks) => ticks.map((tick) => (tick === null ? '' : props.format(tick))),
      },
    ],
    series: [{}, ...props.curves.map((curve) => seriesOf(curve, token(curve.token)))],
    hooks: { draw: [(plot) => drawEndLabels(plot, props, token, font)] },
  };
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

function compact(value: number): string {
  return value >= 10_000 ? `${value / 1000}k` : String(value);
}

/** Says what will be here before the first step. */
function drawEmpty(plot: uPlot, colour: string, font: string): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.font = font.replace('11px', `${12 * uPlot.pxRatio}px`);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = colour;
  ctx.fillText('Train to draw the curve', bbox.left + bbox.width / 2, bbox.top + bbox.height / 2);
  ctx.restore();
}

/** Names and last values at the curves' ends, moved apart where they would overlap. */
function drawEndLabels(
  plot: uPlot,
  props: Parameters<typeof LiveChart>[0],
  token: (name: string) => string,
  font: string,
): void {
  const density = uPlot.pxRatio;
  const labels = props.curves.flatMap((curve, index) => {
    if (curve.style === 'faint') return [];
    const values = plot.data[index + 1] ?? [];
    for (let i = values.length - 1; i >= 0; i--) {
      const value = values[i];
      if (value === null || value === undefined) continue;
      return [
        {
          text: `${curve.label} ${props.format(value)}`,
          colour: token(curve.token),
          y: plot.valToPos(value, 'y', true),
        },
      ];
    }
    return [];
  });
  labels.sort((a, b) => a.y - b.y);
  const gap = 14 * density;
  if (trainingLog.length === 0) drawEmpty(plot, token('muted'), font);
  const { ctx } = plot;
  ctx.save();
  ctx.font = font.replace('11px', `${11 * density}px`);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  const bottom = plot.bbox.top + plot.bbox.height - gap / 2;
  let last = -Infinity;
  labels.forEach((label, index) => {
    // Labels below still need their room above the axis.
    const lowest = bottom - (labels.length - 1 - index) * gap;
    const y = Math.max(Math.min(label.y, lowest), last + gap);
    last = y;
    ctx.fillStyle = label.colour;
    ctx.fillText(label.text, plot.bbox.left + plot.bbox.width + 8 * density, y);
  });
  ctx.restore();
}
