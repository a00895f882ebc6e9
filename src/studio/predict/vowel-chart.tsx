import type { KeyboardEvent, PointerEvent } from 'react';
import { useMemo, useRef } from 'react';
import { classColour } from '../parts/class-colours';
import { predictWords } from '../words/predict';
import { VowelRegions } from './vowel-regions';
import type { VowelSample } from './vowel-space';
import { F1_RANGE, classCentre, fromChart, spreadLabels, toChart } from './vowel-space';
import { moveVowel, useVoice, useVowel } from './vowel-store';

/** Side of the chart in its own units. */
const WIDTH = 244;
const HEIGHT = 208;
const KEY_STEP = 0.02;
const F1_TICKS = [300, 500, 800, 1200];
const F2_TICKS = [3000, 2000, 1200, 800];
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Props {
  readonly samples: readonly VowelSample[];
  readonly names: readonly string[];
}

/** The F1/F2 chart: the chip's regions, the data's points, and the vowel in hand with its way. */
export function VowelChart({ samples, names }: Props) {
  const point = useVowel((state) => state.point);
  const dragging = useRef(false);
  const follow = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    moveVowel(...fromChart((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = KEYS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const [x, y] = toChart(...point);
    moveVowel(...fromChart(x + KEY_STEP * step[0], y + KEY_STEP * step[1]));
  };
  const [x, y] = toChart(...point);
  return (
    <div className="vowel-space">
      <VowelRegions samples={samples} />
      <svg
        className="vowel-chart"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="slider"
        tabIndex={0}
        aria-label={predictWords.chart}
        aria-valuemin={F1_RANGE[0]}
        aria-valuemax={F1_RANGE[1]}
        aria-valuenow={Math.round(point[0])}
        aria-valuetext={predictWords.chartValue(...point)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          dragging.current = true;
          follow(event);
        }}
        onPointerMove={(event) => dragging.current && follow(event)}
        onPointerUp={() => (dragging.current = false)}
        onPointerCancel={() => (dragging.current = false)}
        onKeyDown={onKeyDown}
      >
        <Data samples={samples} names={names} />
        <Trace />
        <g className="vowel-point" transform={`translate(${x * WIDTH} ${y * HEIGHT})`}>
          <circle r={9} />
          <circle r={2} />
        </g>
      </svg>
    </div>
  );
}

/** The way of the voice, as it speaks. */
function Trace() {
  const trace = useVoice((state) => state.trace);
  if (trace.length < 2) return null;
  const points = trace.map(([f1, f2]) => {
    const [x, y] = toChart(f1, f2);
    return `${(x * WIDTH).toFixed(1)},${(y * HEIGHT).toFixed(1)}`;
  });
  return <polyline className="vowel-trace" points={points.join(' ')} />;
}

/** What does not move: grid, points of the training set, names. */
function Data({ samples, names }: Props) {
  return useMemo(() => {
    const centres = names.flatMap((name, label) => {
      const centre = classCentre(samples, label);
      return centre ? [{ name, x: centre[0] * WIDTH, y: centre[1] * HEIGHT }] : [];
    });
    return (
      <>
        <Grid />
        <Dots samples={samples} />
        {spreadLabels(centres, 24, 15).map(({ name, x, y }) => (
          <text key={name} className="vowel-name" x={x} y={y}>
            {name}
          </text>
        ))}
      </>
    );
  }, [samples, names]);
}

function Grid() {
  return (
    <g className="vowel-grid">
      {F1_TICKS.map((hertz) => {
        const y = toChart(hertz, 1000)[1] * HEIGHT;
        return (
          <g key={hertz}>
            <line x1={0} x2={WIDTH} y1={y} y2={y} />
            <text x={WIDTH - 3} y={y - 3} textAnchor="end">
              {hertz}
            </text>
          </g>
        );
      })}
      {F2_TICKS.map((hertz) => {
        const x = toChart(500, hertz)[0] * WIDTH;
        return (
          <g key={hertz}>
            <line y1={0} y2={HEIGHT} x1={x} x2={x} />
            <text x={x + 3} y={11}>
              {hertz}
            </text>
          </g>
        );
      })}
      <text x={4} y={HEIGHT - 5}>
        {predictWords.axes}
      </text>
    </g>
  );
}

function Dots({ samples }: Pick<Props, 'samples'>) {
  return (
    <g>
      {samples.map(({ label, values }, index) => {
        const [x, y] = toChart(values['f1'] ?? Number.NaN, values['f2'] ?? Number.NaN);
        if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
        return (
          <circle
            key={index}
            cx={x * WIDTH}
            cy={y * HEIGHT}
            r={1.4}
            fill={classColour(label)}
            opacity={0.55}
          />
        );
      })}
    </g>
  );
}
