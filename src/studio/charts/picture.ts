import uPlot from 'uplot';
import { useChartView } from '../state/chart-view';
import { chartWords } from '../words/charts';
import { chartSvg } from './chart-svg';
import { toPlot } from './curves';
import type { ChartDefinition, ChartId } from './definitions';
import { CHARTS, presentAxis, presentReading } from './definitions';
import { drawEndLabels, drawMarkers } from './draw-over';
import { markersOn } from './live-chart';
import { plotOptions } from './plot-options';

const WIDTH = 1200;
const HEIGHT = 640;
const TITLE = 44;
/** Points a picture has across: more than a screen shows, few enough to edit. */
const POINTS = 1500;

/**
 * A chart of the run on screen as a picture, drawn as the charts are drawn now (axis, scale, smoothing, theme), whether
 * it is on screen or not. Undefined where there is no curve yet.
 */
export async function pictureOfChart(id: ChartId, kind: 'png' | 'svg'): Promise<Blob | undefined> {
  const definition = CHARTS[id];
  const data = definition.read(presentReading(POINTS));
  if (definition.source().log.length === 0) return undefined;
  const axis = presentAxis();
  const isLog = definition.canLog && useChartView.getState().isLog;
  const style = getComputedStyle(document.documentElement);
  const body = getComputedStyle(document.body);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const { fontFamily } = body;
  const common = { width: WIDTH, height: HEIGHT, token, fontFamily };
  if (kind === 'svg') {
    const text = chartSvg({
      definition,
      data,
      axis,
      isLog,
      markers: markersOn(axis),
      title: titleOf(definition),
      axisLabel: chartWords.axes[axis.kind].label,
      ...common,
    });
    return new Blob([text], { type: 'image/svg+xml' });
  }
  const options = plotOptions(definition, axis, isLog, { ...common, height: HEIGHT - TITLE });
  const draw = (plot: uPlot): void => {
    drawMarkers(plot, markersOn(axis), token);
    drawEndLabels(plot, definition, token, fontFamily);
  };
  return new Promise((resolve) => {
    const host = document.createElement('div');
    const done = (plot: uPlot): void => {
      draw(plot);
      framed(plot.ctx.canvas, titleOf(definition), token, fontFamily).toBlob((blob) => {
        plot.destroy();
        resolve(blob ?? undefined);
      });
    };
    new uPlot({ ...options, hooks: { draw: [done] } }, toPlot(data), host);
  });
}

function titleOf(definition: ChartDefinition): string {
  const note = definition.note();
  return note === '' ? definition.title() : `${definition.title()}: ${note}`;
}

/** The plot on its background, under its title. */
function framed(
  plot: HTMLCanvasElement,
  title: string,
  token: (name: string) => string,
  fontFamily: string,
): HTMLCanvasElement {
  const density = plot.width / WIDTH;
  const canvas = document.createElement('canvas');
  canvas.width = plot.width;
  canvas.height = Math.round(HEIGHT * density);
  const context = canvas.getContext('2d');
  if (context === null) return plot;
  context.fillStyle = token('panel');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = `600 ${14 * density}px ${fontFamily}`;
  context.fillStyle = token('text');
  context.textBaseline = 'middle';
  context.fillText(title, 16 * density, (TITLE / 2) * density);
  context.drawImage(plot, 0, TITLE * density);
  return canvas;
}
