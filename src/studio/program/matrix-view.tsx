import type { PointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { ComplexPlanes } from '../../photonics/propagate';
import { formatAngle, significant } from '../format/si';
import { onThemeChange } from '../mesh/palette';
import { paintMatrix } from './paint-matrix';

/** Rows and columns up to which every entry is also written for those who cannot see the picture. */
const WRITTEN = 12;

/** A matrix as a picture: brightness is |M|, hue the phase. Pointing at an entry tells its number. */
export function MatrixView(props: {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly matrix: ComplexPlanes | undefined;
}) {
  const { rows, columns, matrix } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [theme, setTheme] = useState(0);
  const [at, setAt] = useState<number>();
  useEffect(() => onThemeChange(() => setTheme((count) => count + 1)), []);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context && matrix) paintMatrix(context, rows, columns, matrix);
  }, [rows, columns, matrix, theme]);
  const point = (event: PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const row = Math.floor(((event.clientY - box.top) / box.height) * rows);
    const column = Math.floor(((event.clientX - box.left) / box.width) * columns);
    const isInside = row >= 0 && row < rows && column >= 0 && column < columns;
    setAt(isInside ? row * columns + column : undefined);
  };
  const shape = `${rows} × ${columns}`;
  return (
    <figure className="matrix-view">
      <canvas
        ref={canvas}
        className="matrix-canvas"
        width={columns}
        height={rows}
        style={{ aspectRatio: `${columns} / ${rows}` }}
        role="img"
        aria-label={`${props.name}, ${shape}`}
        onPointerMove={point}
        onPointerLeave={() => setAt(undefined)}
      />
      <figcaption>
        {at === undefined || matrix === undefined ? (
          <>
            <span>{props.name}</span>
            <span className="muted tabular">{shape}</span>
          </>
        ) : (
          <>
            <span className="muted tabular">
              {Math.floor(at / columns) + 1}, {(at % columns) + 1}
            </span>
            <span className="tabular">{entryText(matrix, at)}</span>
          </>
        )}
      </figcaption>
      {matrix && Math.max(rows, columns) <= WRITTEN && (
        <table className="visually-hidden">
          <caption>{props.name}, size and phase of every entry</caption>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              <tr key={row}>
                {Array.from({ length: columns }, (__, column) => (
                  <td key={column}>{entryText(matrix, row * columns + column)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </figure>
  );
}

function entryText({ re, im }: ComplexPlanes, at: number): string {
  const x = re[at] ?? 0;
  const y = im[at] ?? 0;
  const size = Math.hypot(x, y);
  return size < 1e-9 ? '0' : `${significant(size)} ∠ ${formatAngle(Math.atan2(y, x), 2)}`;
}
