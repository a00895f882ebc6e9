import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ok } from '../../lib/result';
import { significant } from '../format/si';
import { classColour } from '../parts/class-colours';
import { NumberEntry } from '../parts/number-entry';
import { Section } from '../parts/section';
import { useExperiment } from '../state/experiment-store';
import { awaiting, useRun } from '../state/run-store';
import { useOwnSample } from './use-own-sample';
import type { VowelSample } from './vowel-space';
import { F1_RANGE, classCentre, fromChart, measurementsAt, spreadLabels, toChart } from './vowel-space';

/** Side of the chart in its own units. */
const WIDTH = 244;
const HEIGHT = 208;
/** Training samples drawn: enough to show the clouds. */
const DOTS = 540;
const KEY_STEP = 0.02;
const NO_NAMES: readonly string[] = [];
const F1_TICKS = [300, 500, 800, 1200];
const F2_TICKS = [3000, 2000, 1200, 800];

/** A point on the F1/F2 chart that is classified while it is dragged. */
export function VowelPicker({ answer }: { readonly answer: ReactNode }) {
  const samples = useTrainingVowels();
  const names = useRun((state) => state.info?.classNames) ?? NO_NAMES;
  const encoder = useExperiment((state) => state.experiment.encoder);
  const { offer, fault } = useOwnSample();
  const [point, setPoint] = useState<readonly [f1: number, f2: number]>([560, 1700]);
  const [edited, setEdited] = useState<Readonly<Record<string, number>>>({});
  const dragging = useRef(false);
  const values = useMemo(
    () => ({ ...measurementsAt(point[0], point[1], samples), ...edited }),
    [point, samples, edited],
  );
  const touched = useRef(false);

  const offerValues = useCallback(
    (next: Readonly<Record<string, number>>) => offer({ kind: 'table', values: next }),
    [offer],
  );
  useEffect(() => {
    if (touched.current) offerValues(values);
  }, [values, offerValues]);

  const moveTo = (f1: number, f2: number): void => {
    touched.current = true;
    setEdited({});
    setPoint([f1, f2]);
  };
  const follow = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    moveTo(...fromChart((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const [x, y] = toChart(...point);
    moveTo(...fromChart(x + KEY_STEP * (step[0] ?? 0), y + KEY_STEP * (step[1] ?? 0)));
  };
  const labels = useMemo(() => {
    const placed = names.flatMap((name, label) => {
      const centre = classCentre(samples, label);
      return centre ? [{ name, x: centre[0] * WIDTH, y: centre[1] * HEIGHT }] : [];
    });
    return spreadLabels(placed, 24, 15);
  }, [samples, names]);
  const [x, y] = toChart(...point);
  const shown = encoder.kind === 'columns' ? encoder.columns : [];

  return (
    <>
      <Section
        title="Pick a vowel"
        note="Drag the point. First formant down, second to the left, as phoneticians plot them."
      >
        <svg
          className="vowel-chart"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="slider"
          tabIndex={0}
          aria-label="Vowel chart"
          aria-valuemin={F1_RANGE[0]}
          aria-valuemax={F1_RANGE[1]}
          aria-valuenow={Math.round(point[0])}
          aria-valuetext={`F1 ${significant(point[0])} hertz, F2 ${significant(point[1])} hertz`}
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
          <Grid />
          <Dots samples={samples} />
          {labels.map(({ name, x: left, y: top }) => (
            <text key={name} className="vowel-name" x={left} y={top}>
              {name}
            </text>
          ))}
          <g className="vowel-point" transform={`translate(${x * WIDTH} ${y * HEIGHT})`}>
            <circle r={9} />
            <circle r={2} />
          </g>
        </svg>
        {fault && <p className="field-error">{`${fault.message} ${fault.fix}`}</p>}
      </Section>
      {answer}
      <Section
        title="Measurements"
        note="F1 and F2 as picked; the others are the mean of the nearest training vowels."
      >
        <div className="field-row field-row-3">
          {shown.map((name) => (
            <NumberEntry
              key={name}
              label={name.replace('_', ' ').toUpperCase()}
              value={Math.round(values[name] ?? 0)}
              step={10}
              onCommit={(value) => {
                touched.current = true;
                if (name === 'f1' || name === 'f2') {
                  setPoint(name === 'f1' ? [value, point[1]] : [point[0], value]);
                } else setEdited({ ...edited, [name]: value });
                return ok(value);
              }}
            />
          ))}
        </div>
      </Section>
    </>
  );
}

function Grid() {
  return (
    <g className="vowel-grid">
      {F1_TICKS.map((hertz) => {
        const [, y] = toChart(hertz, 1000);
        return (
          <g key={hertz}>
            <line x1={0} x2={WIDTH} y1={y * HEIGHT} y2={y * HEIGHT} />
            <text x={WIDTH - 3} y={y * HEIGHT - 3} textAnchor="end">
              {hertz}
            </text>
          </g>
        );
      })}
      {F2_TICKS.map((hertz) => {
        const [x] = toChart(500, hertz);
        return (
          <g key={hertz}>
            <line y1={0} y2={HEIGHT} x1={x * WIDTH} x2={x * WIDTH} />
            <text x={x * WIDTH + 3} y={11}>
              {hertz}
            </text>
          </g>
        );
      })}
      <text x={4} y={HEIGHT - 5}>
        F1 ↓ F2 ←, Hz
      </text>
    </g>
  );
}

function Dots({ samples }: { readonly samples: readonly VowelSample[] }) {
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
            r={1.6}
            fill={classColour(label)}
            opacity={0.4}
          />
        );
      })}
    </g>
  );
}

function useTrainingVowels(): readonly VowelSample[] {
  const run = useRun((state) => state.run);
  const [samples, setSamples] = useState<readonly VowelSample[]>([]);
  useEffect(() => {
    if (run === undefined) return;
    let isCurrent = true;
    const indices = Array.from({ length: Math.min(DOTS, run.info.trainSamples) }, (_, i) => i);
    awaiting(run.samples('train', indices)).then(
      (views) => isCurrent && setSamples(views.map(({ label, values }) => ({ label, values: values ?? {} }))),
      () => isCurrent && setSamples([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [run]);
  return samples;
}
