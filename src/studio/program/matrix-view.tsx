import type { KeyboardEvent, PointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { ComplexPlanes } from '../../photonics/propagate';
import { formatAngle, significant } from '../format/si';
import { onThemeChange } from '../mesh/palette';
import { matrixWords } from '../words/matrix';
import type { MatrixLook } from './paint-matrix';
import { paintMatrix } from './paint-matrix';

/** Rows and columns up to which every entry is also written for those who cannot see the picture. */
const WRITTEN = 12;

/** A matrix as a picture. Pointing at an entry, or going to it by keys, tells its number. */
export function MatrixView(props: {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly matrix: ComplexPlanes | undefined;
  /** `complex` without it: brightness is |M|, hue the phase. */
  readonly look?: MatrixLook;
}) {
  const { rows, columns, matrix, look = 'complex' } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [theme, setTheme] = useState(0);
  const [at, setAt] = useState<number>();
  useEffect(() => onThemeChange(() => setTheme((count) => count + 1)), []);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context && matrix) paintMatrix(context, rows, columns, matrix, look);
  }, [rows, columns, matrix, theme, look]);
  const point = (event: PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const row = Math.floor(((event.clientY - box.top) / box.height) * rows);
    const column = Math.floor(((event.clientX - box.left) / box.width) * columns);
    const isInside = row >= 0 && row < rows && column >= 0 && column < columns;
    setAt(isInside ? row * columns + column : undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moved(event.key, at, rows, columns);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };
  // Another matrix may be smaller.
  const chosen = at !== undefined && at < rows * columns ? at : undefined;
  const text = (entry: number): string =>
    matrix === undefined ? '' : look === 'power' ? powerText(matrix, entry) : entryText(matrix, entry);
  return (
    <figure className="matrix-view">
      <span className="matrix-frame" style={{ aspectRatio: `${columns} / ${rows}` }}>
        <canvas
          ref={canvas}
          className="matrix-canvas"
          width={columns}
          height={rows}
          tabIndex={0}
          role="application"
          aria-label={`${props.name}, ${matrixWords.shape(rows, columns)}. ${matrixWords.help}`}
          onPointerMove={point}
          onPointerLeave={() => setAt(undefined)}
          onKeyDown={onKeyDown}
          onBlur={() => setAt(undefined)}
        />
        {chosen !== undefined && (
          <span
            className="matrix-cursor"
            style={{
              left: `${(100 * (chosen % columns)) / columns}%`,
              top: `${(100 * Math.floor(chosen / columns)) / rows}%`,
              width: `${100 / columns}%`,
              height: `${100 / rows}%`,
            }}
          />
        )}
      </span>
      <figcaption aria-live="polite">
        {chosen === undefined || matrix === undefined ? (
          <>
            <span>{props.name}</span>
            <span className="muted tabular">{matrixWords.shape(rows, columns)}</span>
          </>
        ) : (
          <>
            <span className="muted tabular">
              {matrixWords.entry(Math.floor(chosen / columns) + 1, (chosen % columns) + 1)}
            </span>
            <span className="tabular">{text(chosen)}</span>
          </>
        )}
      </figcaption>
      {matrix && Math.max(rows, columns) <= WRITTEN && (
        <table className="visually-hidden">
          <caption>{matrixWords.written(props.name)}</caption>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              <tr key={row}>
                {Array.from({ length: columns }, (__, column) => (
                  <td key={column}>{text(row * columns + column)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </figure>
  );
}

/** The entry that a key leads to, the first one from nowhere; undefined for keys that mean nothing here. */
function moved(key: string, from: number | undefined, rows: number, columns: number): number | undefined {
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[key];
  if (step === undefined) return undefined;
  if (from === undefined) return 0;
  const row = Math.min(rows - 1, Math.max(0, Math.floor(from / columns) + (step[0] ?? 0)));
  const column = Math.min(columns - 1, Math.max(0, (from % columns) + (step[1] ?? 0)));
  return row * columns + column;
}

function entryText({ re, im }: ComplexPlanes, at: number): string {
  const x = re[at] ?? 0;
  const y = im[at] ?? 0;
  const size = Math.hypot(x, y);
  return size < 1e-9 ? '0' : `${significant(size)} ∠ ${formatAngle(Math.atan2(y, x), 2)}`;
}

function powerText({ re, im }: ComplexPlanes, at: number): string {
  const power = (re[at] ?? 0) ** 2 + (im[at] ?? 0) ** 2;
  return power < 1e-12 ? '0' : significant(power);
}
