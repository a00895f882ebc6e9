import uPlot from 'uplot';
import { chartWords as words } from '../words/charts';
import type { ChartDefinition } from './definitions';
import type { Token } from './plot-options';

/** A change of settings, where it is drawn. */
export interface Marker {
  readonly x: number;
  readonly text: string;
}

const LABEL_GAP = 14;

/** Says what will be here before the first step. */
export function drawEmpty(plot: uPlot, colour: string, fontFamily: string): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.font = `${12 * uPlot.pxRatio}px ${fontFamily}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = colour;
  ctx.fillText(words.empty, bbox.left + bbox.width / 2, bbox.top + bbox.height / 2);
  ctx.restore();
}

/** Vertical dashed lines where settings were changed. */
export function drawMarkers(plot: uPlot, markers: readonly Marker[], token: Token): void {
  const { ctx, bbox } = plot;
  const density = uPlot.pxRatio;
  ctx.save();
  ctx.strokeStyle = token('text');
  ctx.globalAlpha = 0.6;
  ctx.lineWidth = density;
  ctx.setLineDash([3 * density, 3 * density]);
  for (const { x } of markers) {
    const at = Math.round(plot.valToPos(x, 'x', true)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(at, bbox.top);
    ctx.lineTo(at, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

/** Names and last values at the curves' ends, moved apart where they would overlap. */
export function drawEndLabels(
  plot: uPlot,
  definition: ChartDefinition,
  token: Token,
  fontFamily: string,
): void {
  const density = uPlot.pxRatio;
  const labels = definition.curves.flatMap((curve, index) => {
    const value = curve.style === 'faint' ? undefined : lastOf(plot.data[index + 1] ?? []);
    if (value === undefined) return [];
    const text = `${curve.label} ${definition.format(value)}`;
    return [{ text, colour: token(curve.token), y: plot.valToPos(value, 'y', true) }];
  });
  labels.sort((a, b) => a.y - b.y);
  const gap = LABEL_GAP * density;
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.font = `${11 * density}px ${fontFamily}`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  const bottom = bbox.top + bbox.height - gap / 2;
  let last = -Infinity;
  labels.forEach((label, index) => {
    // Labels below still need their room above the axis.
    const lowest = bottom - (labels.length - 1 - index) * gap;
    const y = Math.max(Math.min(label.y, lowest), last + gap);
    last = y;
    ctx.fillStyle = label.colour;
    ctx.fillText(label.text, bbox.left + bbox.width + 8 * density, y);
  });
  ctx.restore();
}

/** The last value of a column that is one. */
export function lastOf(
  values: ArrayLike<number | null | undefined>,
  from = values.length - 1,
): number | undefined {
  for (let i = from; i >= 0; i--) {
    const value = values[i];
    if (value !== null && value !== undefined) return value;
  }
  return undefined;
}
