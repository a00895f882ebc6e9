import type { ReactNode } from 'react';
import { useRef } from 'react';
import { standaloneSvg } from '../../exchange/svg-picture';
import { KeepPicture } from '../../parts/keep-picture';
import { partWords } from '../../words/parts';
import type { Scale, ScaleKind } from './scale';
import { linearTicks, logTicks, scaleOf } from './scale';
import { useSize } from './use-size';

export interface Axis {
  readonly label: string;
  readonly domain: readonly [number, number];
  readonly kind?: ScaleKind;
  readonly ticks?: readonly number[];
  readonly format: (value: number) => string;
}

/** Where a plot's marks go: pixels of the drawing, and its inner edges. */
export interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const MARGIN = { top: 24, bottom: 37, left: 46, right: 10 } as const;
const X_TICK_EVERY = 76;
const Y_TICK_EVERY = 34;

/** Axes, grid and labels of a drawing that fills its place; what is drawn in it comes as a function of its scales. */
export function Plot(props: {
  /** The drawing in words. */
  readonly summary: string;
  readonly x: Axis;
  readonly y: Axis;
  /** Room at the right for names at the lines' ends, pixels. */
  readonly room?: number;
  readonly children: (frame: Frame) => ReactNode;
}) {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const drawing = useRef<SVGSVGElement>(null);
  const title = partWords.plotTitle(props.y.label, props.x.label);
  return (
    <div ref={ref} className="plot">
      {width > 0 && height > 0 && (
        <>
          <svg ref={drawing} width={width} height={height} role="img" aria-label={props.summary}>
            <Inside {...props} width={width} height={height} />
          </svg>
          <KeepPicture
            title={title}
            svg={() => (drawing.current === null ? undefined : standaloneSvg(drawing.current, title))}
          />
        </>
      )}
    </div>
  );
}

function Inside(props: Parameters<typeof Plot>[0] & { readonly width: number; readonly height: number }) {
  const { x, y, width, height } = props;
  const left = MARGIN.left;
  const right = Math.max(left + 40, width - MARGIN.right - (props.room ?? 0));
  const top = MARGIN.top;
  const bottom = Math.max(top + 30, height - MARGIN.bottom);
  const frame: Frame = {
    x: scaleOf(x.kind ?? 'linear', x.domain, [left, right]),
    y: scaleOf(y.kind ?? 'linear', y.domain, [bottom, top]),
    left,
    right,
    top,
    bottom,
  };
  const xs = ticksOf(x, (right - left) / X_TICK_EVERY);
  const ys = ticksOf(y, (bottom - top) / Y_TICK_EVERY);
  return (
    <>
      <g className="plot-grid">
        {ys.map((tick) => (
          <line key={tick} x1={left} x2={right} y1={frame.y(tick)} y2={frame.y(tick)} />
        ))}
      </g>
      <g className="plot-ticks tabular">
        {ys.map((tick) => (
          <text key={tick} x={left - 8} y={frame.y(tick)} textAnchor="end" dominantBaseline="central">
            {y.format(tick)}
          </text>
        ))}
        {xs.map((tick) => (
          <text key={tick} x={frame.x(tick)} y={bottom + 17} textAnchor="middle">
            {x.format(tick)}
          </text>
        ))}
        <line x1={left} x2={right} y1={bottom} y2={bottom} />
        {xs.map((tick) => (
          <line key={tick} x1={frame.x(tick)} x2={frame.x(tick)} y1={bottom} y2={bottom + 3} />
        ))}
      </g>
      <g className="plot-labels">
        <text x={left - 38} y={6} dominantBaseline="central">
          {y.label}
        </text>
        <text x={right} y={bottom + 32} textAnchor="end">
          {x.label}
        </text>
      </g>
      {props.children(frame)}
    </>
  );
}

function ticksOf({ ticks, kind, domain }: Axis, count: number): readonly number[] {
  return ticks ?? (kind === 'log' ? logTicks(domain) : linearTicks(domain, Math.max(2, count)));
}
