import type { KeyboardEvent, MouseEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { significant } from '../../format/si';
import { onThemeChange } from '../../mesh/palette';
import { useSize } from '../plot/use-size';
import type { MapMesh } from '../sensitivity-map';
import { cellName } from '../sensitivity-map';
import type { HeatLayout } from './heat-layout';
import { NAME, cellAt, heatLayout, nextCell } from './heat-layout';
import { studiesWords } from '../../words/studies';

const words = studiesWords.heatMap;

/** Shades of the map and its legend. */
const SHADES = 5;
const LEGEND_HEIGHT = 22;

/** Every interferometer as a cell, the darker the more an error there costs; one hue, so that order needs no legend. */
export function HeatMap(props: {
  readonly map: readonly MapMesh[];
  readonly rise: readonly ArrayLike<number>[];
  readonly summary: string;
  /** A cell was chosen by click or Enter. */
  readonly onChoose: (mesh: number, k: number) => void;
}) {
  const { map, rise } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const [cell, setCell] = useState<readonly [number, number]>();
  const [theme, setTheme] = useState(0);
  useEffect(() => onThemeChange(() => setTheme((count) => count + 1)), []);
  const most = mostOf(rise);
  const layout = heatLayout(map, Math.max(1, width - 8), Math.max(1, height - LEGEND_HEIGHT));
  useEffect(() => {
    if (canvas.current !== null && width > 0) draw(canvas.current, { map, rise, layout, most, width, cell });
  }, [map, rise, layout, most, width, cell, theme]);

  const at = (event: MouseEvent<HTMLCanvasElement>): readonly [number, number] | undefined => {
    const box = event.currentTarget.getBoundingClientRect();
    return cellAt(map, layout, event.clientX - box.left, event.clientY - box.top);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === words.enter && cell) props.onChoose(...cell);
    const next = cell
      ? nextCell(map, cell, event.key)
      : event.key.startsWith(words.arrow)
        ? ([0, 0] as const)
        : undefined;
    if (next === undefined) return;
    event.preventDefault();
    setCell(next);
  };
  return (
    <div className="heat" ref={ref}>
      <div className="heat-legend">
        <span>0</span>
        <span className="heat-scale" aria-hidden>
          {Array.from({ length: SHADES }, (_, i) => (
            <span key={i} style={{ '--share': shade(i / (SHADES - 1)) }} />
          ))}
        </span>
        <span className="tabular">
          {significant(most)}
          {words.riseOfTheLoss}
        </span>
        <output className="heat-cell">{cell ? cellText(map, rise, cell) : words.pointAtACellOr}</output>
      </div>
      <canvas
        ref={canvas}
        className="heat-canvas"
        tabIndex={0}
        role="application"
        aria-label={words.sensitivityMapArrowKeysWalk(props.summary)}
        onKeyDown={onKeyDown}
        onMouseMove={(event) => setCell(at(event))}
        onMouseLeave={() => setCell(undefined)}
        onClick={(event) => {
          const found = at(event);
          if (found) props.onChoose(...found);
        }}
      />
    </div>
  );
}

function cellText(
  map: readonly MapMesh[],
  rise: readonly ArrayLike<number>[],
  [mesh, k]: readonly [number, number],
): string {
  const of = map[mesh];
  const value = rise[mesh]?.[k] ?? NaN;
  if (of === undefined) return '';
  return `${cellName(of, k)}: ${Number.isFinite(value) ? signed(value) : words.notMeasuredYet}`;
}

function signed(value: number): string {
  return value < 0 ? `−${significant(-value)}` : `+${significant(value)}`;
}

function mostOf(rise: readonly ArrayLike<number>[]): number {
  let most = 0;
  for (const values of rise) {
    for (let k = 0; k < values.length; k++) {
      const value = values[k] ?? NaN;
      if (value > most) most = value;
    }
  }
  return most;
}

/** Small rises are many: the square root lets them be told apart. */
function shade(share: number): number {
  return Math.sqrt(Math.max(0, share));
}

/** "2.13 V" for mesh V of tile 13 in stage 2; "1 V" for a layer’s. */
function shortName(name: string): string {
  return name.replace(
    /^\w+ (\d+)(?:, tile (\d+))?(?:, mesh (\w))?$/,
    (_, part: string, tile = '', role = '') =>
      [tile === '' ? part : `${part}.${tile}`, role].join(' ').trim(),
  );
}

interface Picture {
  readonly map: readonly MapMesh[];
  readonly rise: readonly ArrayLike<number>[];
  readonly layout: HeatLayout;
  readonly most: number;
  readonly width: number;
  readonly cell: readonly [number, number] | undefined;
}

function draw(canvas: HTMLCanvasElement, { map, rise, layout, most, width, cell }: Picture): void {
  const ratio = devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round((layout.height + 2) * ratio);
  canvas.style.height = `${layout.height + 2}px`;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const style = getComputedStyle(canvas);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const colours = Array.from(
    { length: 33 },
    (_, i) => `color-mix(in oklab, ${token('accent')} ${(100 * i) / 32}%, ${token('raised')})`,
  );
  context.scale(ratio, ratio);
  context.font = `11px ${style.fontFamily}`;
  map.forEach((mesh, index) => {
    const place = layout.meshes[index];
    if (place === undefined) return;
    const edge = Math.min(1, 0.12 * place.scaleY);
    context.fillStyle = token('muted');
    const name = [mesh.name, shortName(mesh.name)].find(
      (text) => context.measureText(text).width <= mesh.width * place.scaleX,
    );
    if (name !== undefined) context.fillText(name, place.x, place.y - NAME + 11);
    for (let k = 0; k < mesh.columns.length; k++) {
      const value = rise[index]?.[k] ?? NaN;
      const x = place.x + (mesh.spans[2 * k] ?? 0) * place.scaleX;
      const w = ((mesh.spans[2 * k + 1] ?? 0) - (mesh.spans[2 * k] ?? 0)) * place.scaleX;
      const y = place.y + (mesh.rows[2 * k] ?? 0) * place.scaleY;
      const h = ((mesh.rows[2 * k + 1] ?? 0) - (mesh.rows[2 * k] ?? 0) + 1) * place.scaleY;
      if (Number.isFinite(value)) {
        context.fillStyle = colours[Math.round(32 * shade(most > 0 ? value / most : 0))] ?? '';
        context.fillRect(x + edge, y + edge, w - 2 * edge, h - 2 * edge);
      } else {
        context.strokeStyle = token('line');
        context.strokeRect(x + edge + 0.5, y + edge + 0.5, w - 2 * edge - 1, h - 2 * edge - 1);
      }
      if (cell?.[0] === index && cell[1] === k) {
        context.strokeStyle = token('text');
        context.lineWidth = 1.5;
        context.strokeRect(x, y, w, h);
        context.lineWidth = 1;
      }
    }
  });
}
