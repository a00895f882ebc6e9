import type { MapMesh } from '../sensitivity-map';

/** Where a mesh lies in the picture: pixels, and pixels per column and per row. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

export interface HeatLayout {
  readonly meshes: readonly Placed[];
  readonly height: number;
}

/** A mesh's name above it, and space between meshes, pixels. */
export const NAME = 16;
const GAP = 14;
/** Pixels per column and row: below the least the picture is scrolled, above the most nothing is gained. */
const LEAST = 2;
const MOST = 34;

/**
 * Meshes side by side in lines, as large as the room allows with all of them in it; where even the smallest cells do not fit,
 * the picture grows downward.
 */
export function heatLayout(map: readonly MapMesh[], width: number, height: number): HeatLayout {
  let best = placed(map, width, LEAST);
  for (let scale = MOST; scale > LEAST; scale /= 1.12) {
    const layout = placed(map, width, scale);
    if (layout !== undefined && layout.height <= height) {
      best = layout;
      break;
    }
  }
  // A single mesh wider than the room is squeezed.
  return best === undefined ? squeezed(map, width) : stretched(map, best, width);
}

/** Columns may be wider than rows are high. */
const MOST_STRETCH = 1.8;

function stretched(map: readonly MapMesh[], layout: HeatLayout, width: number): HeatLayout {
  const used = layout.meshes.map(({ x, scaleX }, i) => x + scaleX * (map[i]?.width ?? 0));
  const factor = Math.min(MOST_STRETCH, width / Math.max(1, ...used));
  return {
    ...layout,
    meshes: layout.meshes.map((place) => ({
      ...place,
      x: factor * place.x,
      scaleX: factor * place.scaleX,
    })),
  };
}

function placed(map: readonly MapMesh[], width: number, scale: number): HeatLayout | undefined {
  let [x, y, line] = [0, 0, 0];
  const meshes: Placed[] = [];
  for (const mesh of map) {
    const w = mesh.width * scale;
    const h = NAME + mesh.modes * scale;
    if (w > width) return undefined;
    if (x > 0 && x + w > width) {
      x = 0;
      y += line + GAP;
      line = 0;
    }
    meshes.push({ x, y: y + NAME, scaleX: scale, scaleY: scale });
    x += w + GAP;
    line = Math.max(line, h);
  }
  return { meshes, height: y + line };
}

function squeezed(map: readonly MapMesh[], width: number): HeatLayout {
  let y = 0;
  const meshes = map.map((mesh): Placed => {
    const place = { x: 0, y: y + NAME, scaleX: width / Math.max(1, mesh.width), scaleY: LEAST };
    y += NAME + mesh.modes * LEAST + GAP;
    return place;
  });
  return { meshes, height: y };
}

/** The cell under a point of the picture. */
export function cellAt(
  map: readonly MapMesh[],
  layout: HeatLayout,
  px: number,
  py: number,
): readonly [mesh: number, k: number] | undefined {
  for (const [index, mesh] of map.entries()) {
    const place = layout.meshes[index];
    if (place === undefined) continue;
    const x = (px - place.x) / place.scaleX;
    const y = (py - place.y) / place.scaleY - 0.5;
    if (x < 0 || x > mesh.width || y < -0.5 || y > mesh.modes - 0.5) continue;
    for (let k = 0; k < mesh.columns.length; k++) {
      const [from = 0, to = 0] = [mesh.spans[2 * k], mesh.spans[2 * k + 1]];
      const [upper = 0, lower = 0] = [mesh.rows[2 * k], mesh.rows[2 * k + 1]];
      if (x >= from && x < to && y >= upper - 0.5 && y < lower + 0.5) return [index, k];
    }
  }
  return undefined;
}

/** The nearest cell in a direction, in the same mesh or the next one. */
export function nextCell(
  map: readonly MapMesh[],
  [mesh, k]: readonly [number, number],
  key: string,
): readonly [number, number] | undefined {
  const at = map[mesh];
  if (at === undefined) return undefined;
  const column = at.columns[k] ?? 0;
  const middle = (of: MapMesh, i: number): number => ((of.rows[2 * i] ?? 0) + (of.rows[2 * i + 1] ?? 0)) / 2;
  const nearest = (of: MapMesh, accepts: (i: number) => boolean): number | undefined => {
    let best: number | undefined;
    for (let i = 0; i < of.columns.length; i++) {
      if (!accepts(i)) continue;
      const distance = Math.abs(middle(of, i) - middle(at, k));
      if (best === undefined || distance < Math.abs(middle(of, best) - middle(at, k))) best = i;
    }
    return best;
  };
  const vertical = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (vertical !== undefined) {
    const found = nearest(
      at,
      (i) => at.columns[i] === column && vertical * (middle(at, i) - middle(at, k)) > 0,
    );
    return [mesh, found ?? k];
  }
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (step === undefined) return undefined;
  const inMesh = nearest(at, (i) => at.columns[i] === column + step);
  if (inMesh !== undefined) return [mesh, inMesh];
  const other = map[mesh + step];
  if (other === undefined) return [mesh, k];
  const edge = step > 0 ? 0 : Math.max(...other.columns);
  return [mesh + step, nearest(other, (i) => other.columns[i] === edge) ?? 0];
}
