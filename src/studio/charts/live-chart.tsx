import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { onThemeChange } from '../mesh/palette';
import { useChartView } from '../state/chart-view';
import { useExperiment } from '../state/experiment-store';
import { trainingLog } from '../state/training-log';
import { chartWords } from '../words/charts';
import type { Axis } from './axis';
import { toPlot } from './curves';
import type { ChartDefinition } from './definitions';
import { presentAxis, presentReading } from './definitions';
import { describeEdit } from './describe-edit';
import type { Marker } from './draw-over';
import { drawEmpty, drawEndLabels, drawMarkers, lastOf } from './draw-over';
import { plotOptions } from './plot-options';

/** Pixels from a marker at which the cursor reads it out. */
const MARKER_REACH = 6;

/**
 * A chart that follows the training log: drawn at most once per frame, outside React. Labels stand at the lines' ends;
 * what is under the cursor is read out above the curves.
 */
export function LiveChart({ definition }: { readonly definition: ChartDefinition }) {
  const host = useRef<HTMLDivElement>(null);
  const reading = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    const out = reading.current;
    if (element === null || out === null) return;
    let plot: uPlot | undefined;
    let frame = 0;
    const draw = (): void => {
      frame = 0;
      const points = Math.max(80, Math.floor(element.clientWidth / 2));
      plot?.setData(toPlot(definition.read(presentReading(points))));
    };
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    const build = (): void => {
      plot?.destroy();
      plot = makePlot(element, out, definition);
      draw();
    };
    build();
    const observer = new ResizeObserver(() => {
      if (element.clientWidth > 0 && element.clientHeight > 0)
        plot?.setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    const stops = [
      trainingLog.subscribe(later),
      // Units and constants are the experiment's.
      useExperiment.subscribe(later),
      useChartView.subscribe((view, before) => {
        if (view.axis !== before.axis || view.isLog !== before.isLog) build();
        else later();
      }),
      onThemeChange(build),
    ];
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      stops.forEach((stop) => stop());
      plot?.destroy();
    };
  }, [definition]);
  return (
    <div className="chart-frame">
      <div ref={host} className="chart" role="img" aria-label={definition.label} />
      <div ref={reading} className="chart-reading tabular" aria-hidden />
    </div>
  );
}

function makePlot(element: HTMLElement, out: HTMLElement, definition: ChartDefinition): uPlot {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const { fontFamily } = style;
  const axis = presentAxis();
  const isLog = definition.canLog && useChartView.getState().isLog;
  const size = { width: Math.max(10, element.clientWidth), height: Math.max(10, element.clientHeight) };
  const options = plotOptions(definition, axis, isLog, { ...size, token, fontFamily });
  const draw = (plot: uPlot): void => {
    if (definition.source().log.length === 0) drawEmpty(plot, token('muted'), fontFamily);
    drawMarkers(plot, markersOn(axis), token);
    drawEndLabels(plot, definition, token, fontFamily);
  };
  const readOut = (plot: uPlot): void => {
    out.textContent = underCursor(plot, definition, axis);
  };
  return new uPlot({ ...options, hooks: { draw: [draw], setCursor: [readOut] } }, [[]], element);
}

export function markersOn(axis: Axis): readonly Marker[] {
  return trainingLog.edits.flatMap((edit) => {
    const x = axis.position(edit.step);
    return Number.isFinite(x) ? [{ x, text: describeEdit(edit) }] : [];
  });
}

/** The values under the cursor, and the change of settings where it is at one. */
function underCursor(plot: uPlot, definition: ChartDefinition, axis: Axis): string {
  const { idx, left } = plot.cursor;
  const x = idx === null || idx === undefined ? undefined : plot.data[0][idx];
  if (idx === null || idx === undefined || x === undefined || left === undefined || left < 0) return '';
  const values = definition.curves.flatMap((curve, index) => {
    const value = lastOf(plot.data[index + 1] ?? [], idx);
    return value === undefined ? [] : [`${curve.label} ${definition.format(value)}`];
  });
  const near = markersOn(axis).filter(
    (marker) => Math.abs(plot.valToPos(marker.x, 'x') - left) <= MARKER_REACH,
  );
  const label = chartWords.axes[axis.kind].label;
  return [`${label} ${axis.format(x)}`, ...values, ...near.map(({ text }) => text)].join(' · ');
}
