import { useEffect, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { onThemeChange } from '../mesh/palette';
import { KeepPicture } from '../parts/keep-picture';
import { runsWords } from '../words/runs';
import type { Line, Metric, XAxis } from './overlay-data';
import { aligned } from './overlay-data';
import type { DrawnLine } from './overlay-lines';
import type { Place } from './overlay-plot';
import { metricText, overlayOptions, xText } from './overlay-plot';
import type { OverlayPicture } from './overlay-svg';
import { overlaySvg } from './overlay-svg';
import { useRunHue } from './run-palette';
import { OverlayTable } from './overlay-table';
import { Reading } from './overlay-reading';

interface Props {
  readonly lines: readonly DrawnLine[];
  readonly metric: Metric;
  readonly axis: XAxis;
  readonly isLogX: boolean;
  readonly isLogY: boolean;
}

/** Curves of many runs: train solid, test dashed, names at the lines' ends; the pointer reads values. */
export function OverlayChart(props: Props) {
  const { lines, metric, axis, isLogX, isLogY } = props;
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const [place, setPlace] = useState<Place>();
  const hue = useRunHue();
  const data = useMemo(
    () =>
      aligned(
        lines.map(({ line }) => (isLogY ? positive(line) : line)),
        isLogX,
      ),
    [lines, isLogX, isLogY],
  );
  // The chart is built anew only when its lines are other ones, not when they have grown.
  const shape = JSON.stringify(lines.map(({ key, title, colour }) => [key, title, colour]));
  const newest = useRef({ lines, data });
  useEffect(() => {
    newest.current = { lines, data };
    plot.current?.setData(toPlot(data));
  }, [lines, data]);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const build = (): void => {
      plot.current?.destroy();
      const options = overlayOptions(element, {
        lines: () => newest.current.lines,
        hue,
        metric,
        axis,
        isLogX,
        isLogY,
        onCursor: setPlace,
      });
      plot.current = new uPlot(options, toPlot(newest.current.data), element);
    };
    build();
    const observer = new ResizeObserver(() => {
      if (element.clientWidth > 0 && element.clientHeight > 0)
        plot.current?.setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    const stop = onThemeChange(build);
    return () => {
      observer.disconnect();
      stop();
      plot.current?.destroy();
      plot.current = undefined;
    };
  }, [shape, hue, metric, axis, isLogX, isLogY]);
  const picture = (): OverlayPicture => {
    const style = getComputedStyle(document.documentElement);
    const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
    const { fontFamily } = getComputedStyle(document.body);
    return { lines, metric, axis, isLogX, isLogY, hue, token, fontFamily };
  };
  const over = runsWords.axisUnits[axis];
  const title = runsWords.chart(runsWords.metrics[metric], over);
  return (
    <figure className="curve-overlay">
      <figcaption className="overlay-title small">
        <strong>{runsWords.metrics[metric]}</strong>{' '}
        <span className="muted">
          {runsWords.over(over)} · {runsWords.legend}
        </span>
        {lines.length > 0 && <KeepPicture title={title} svg={() => overlaySvg(picture())} />}
      </figcaption>
      <div className="overlay-frame">
        <div
          ref={host}
          className="overlay-plot"
          role="img"
          aria-label={title}
          onPointerLeave={() => setPlace(undefined)}
        />
        {lines.length === 0 && <p className="overlay-empty muted">{runsWords.chartEmpty}</p>}
        {place !== undefined && (
          <Reading
            lines={lines}
            place={place}
            title={xText(place.at, axis)}
            text={(value) => metricText(value, metric)}
            hue={hue}
          />
        )}
      </div>
      <OverlayTable lines={lines} caption={title} text={(value) => metricText(value, metric)} />
    </figure>
  );
}

function toPlot({ x, ys }: ReturnType<typeof aligned>): uPlot.AlignedData {
  return [[...x], ...ys.map((y) => [...y])];
}

/** A logarithm knows no zero. */
function positive({ x, y }: Line): Line {
  return { x: x.filter((_, index) => y[index]! > 0), y: y.filter((value) => value > 0) };
}
