import { memo } from 'react';
import type { Nonlinearity } from '../../experiment/schema';
import type { MeshKind } from '../../photonics/mesh';
import type { Stage } from '../design/convolution/change-convolution';
import { meshSketch } from './sketch';
import { activationCurve, curvePath, transferCurve } from './transfer-curve';

/** A mesh of its kind in a few strokes. */
export const MeshPicture = memo(function MeshPicture(props: {
  readonly mesh: MeshKind;
  readonly modes: number;
  readonly width: number;
  readonly height: number;
}) {
  const { width, height } = props;
  const { columns, rows, guides, parts } = meshSketch(props.mesh, props.modes);
  const row = height / rows;
  const column = width / Math.max(1, columns);
  return (
    <svg className="mesh-sketch" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      <g transform={`translate(0 ${row / 2}) scale(${column} ${row})`}>
        {guides.map((path, port) => (
          <path key={port} d={path} className="sketch-guide" vectorEffect="non-scaling-stroke" />
        ))}
      </g>
      {parts.map(([at, top]) => (
        <circle
          key={`${at} ${top}`}
          cx={(at + 0.5) * column}
          cy={(top + 1) * row}
          r={Math.min(1.5, row / 4, column / 4)}
          className="sketch-part"
        />
      ))}
    </svg>
  );
});

/** What a nonlinearity makes of a field, drawn from the function itself; the fine line is no change at all. */
export function NonlinearityPicture(props: { readonly nonlinearity: Nonlinearity; readonly size: number }) {
  return (
    <Curve
      points={transferCurve(props.nonlinearity)}
      size={props.size}
      isLinear={props.nonlinearity.kind === 'none'}
    />
  );
}

export function ActivationPicture(props: {
  readonly activation: Stage['activation'];
  readonly size: number;
}) {
  return <Curve points={activationCurve(props.activation)} size={props.size} isLinear={false} />;
}

function Curve(props: {
  readonly points: readonly (readonly [number, number])[];
  readonly size: number;
  readonly isLinear: boolean;
}) {
  const { size } = props;
  return (
    <svg
      className="curve-sketch"
      width={size}
      height={size}
      viewBox={`-1 -1 ${size + 2} ${size + 2}`}
      aria-hidden
    >
      <path d={`M0 0V${size}H${size}`} className="sketch-axes" />
      <path
        d={curvePath(props.points, size, size)}
        className={props.isLinear ? 'sketch-curve is-linear' : 'sketch-curve'}
      />
    </svg>
  );
}

/** Patches of an image, as many pixels wide as the kernel. */
export function PatchPicture({ kernel, size }: { readonly kernel: number; readonly size: number }) {
  const cell = size / 7;
  const start = (7 - kernel) / 2;
  return (
    <svg className="patch-sketch" width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden>
      {Array.from({ length: 49 }, (_, i) => {
        const [x, y] = [i % 7, Math.floor(i / 7)];
        const isIn = x >= start && x < start + kernel && y >= start && y < start + kernel;
        return (
          <rect
            key={i}
            x={x * cell + 0.5}
            y={y * cell + 0.5}
            width={cell - 1}
            height={cell - 1}
            className={isIn ? 'sketch-lit' : 'sketch-dark'}
          />
        );
      })}
    </svg>
  );
}

/** Waveguides from one block to the next: as many as there are, up to five. */
export function Guides({ count, height }: { readonly count: number; readonly height: number }) {
  const drawn = Math.min(5, Math.max(1, count));
  return (
    <svg className="guide-sketch" viewBox={`0 0 10 ${height}`} preserveAspectRatio="none" aria-hidden>
      {Array.from({ length: drawn }, (_, i) => {
        const y = height / 2 + (i - (drawn - 1) / 2) * 5;
        return <path key={i} d={`M0 ${y}H10`} vectorEffect="non-scaling-stroke" />;
      })}
    </svg>
  );
}
