import type { Brush } from './brush';
import { ease, line } from './brush';
import type { Camera, Detail } from './camera';
import { ARM, CELL, COUPLER, GAP } from './cell-shape';
import type { MeshSection } from './layout';
import type { SectionLight } from './light';
import { columnSpan, isFixed, rowOf } from './places';

/** The visible part, pixels. */
export interface Window {
  readonly width: number;
  readonly height: number;
}

/** Adds the waveguides of a mesh: cells, guides that pass between them, and crossings. */
export function addMesh(
  brush: Brush,
  section: MeshSection,
  light: SectionLight | undefined,
  camera: Camera,
  detail: Detail,
  window: Window,
): void {
  const columns = section.cell.length;
  for (let column = 0; column <= columns; column++) {
    const [from, to] = columnSpan(section, column).map((x) => camera.offsetX + x * camera.scaleX);
    if (from === undefined || to === undefined) continue;
    const start = column === 0 ? section.x : columnSpan(section, column - 1)[1];
    const left = camera.offsetX + start * camera.scaleX;
    if (left > window.width) return;
    if (from > left + 1e-6 && from >= 0) addCrossings(brush, section, light, camera, column, left, from);
    if (column < columns && to >= 0 && from <= window.width)
      addColumn(brush, section, light, camera, detail, column, from, to - from, window.height);
  }
}

/** From the rows of the column before to those of this one. */
function addCrossings(
  brush: Brush,
  section: MeshSection,
  light: SectionLight | undefined,
  camera: Camera,
  column: number,
  left: number,
  right: number,
): void {
  const { modes } = section.mesh.topology;
  for (let port = 0; port < modes; port++) {
    const y0 = camera.offsetY + rowOf(section, column - 1, port) * camera.scaleY;
    const y1 = camera.offsetY + rowOf(section, column, port) * camera.scaleY;
    brush.draw(light?.power[column * modes + port], (path) => {
      path.moveTo(left, y0);
      ease(path, left, y0, right, y1);
    });
  }
}

function addColumn(
  brush: Brush,
  section: MeshSection,
  light: SectionLight | undefined,
  camera: Camera,
  detail: Detail,
  column: number,
  x: number,
  w: number,
  height: number,
): void {
  const { pairs, columnStart, modes } = section.mesh.topology;
  const before = column * modes;
  const coupled = new Uint8Array(modes);
  const yOf = (port: number): number => camera.offsetY + rowOf(section, column, port) * camera.scaleY;
  for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
    const ports = [pairs[2 * k] ?? 0, pairs[2 * k + 1] ?? 0] as const;
    const middle = (yOf(ports[0]) + yOf(ports[1])) / 2;
    const rows = ports.map(yOf);
    if (Math.max(...rows) < 0 || Math.min(...rows) > height) {
      for (const port of ports) coupled[port] = 1;
      continue;
    }
    const full = isFixed(section.mesh, k) ? drawCoupler : drawCell;
    const draw = detail === 'full' ? full : drawSimpleCell;
    for (const port of ports) {
      coupled[port] = 1;
      const y = yOf(port);
      draw(
        brush,
        { x, w, y, middle, pitch: Math.sign(y - middle) * camera.scaleY },
        light?.power[before + port],
        light?.arms?.[before + port],
        light?.power[before + modes + port],
      );
    }
  }
  for (let port = 0; port < modes; port++) {
    if (coupled[port] === 1) continue;
    const y = yOf(port);
    if (y >= 0 && y <= height) brush.draw(light?.power[before + port], (path) => line(path, x, x + w, y));
  }
}

/** One waveguide's part of a cell, pixels; `pitch` points from the cell's middle to the waveguide. */
interface CellPlace {
  readonly x: number;
  readonly w: number;
  readonly y: number;
  readonly middle: number;
  readonly pitch: number;
}

type Cell = (
  brush: Brush,
  place: CellPlace,
  before: number | undefined,
  arm: number | undefined,
  after: number | undefined,
) => void;

const drawCell: Cell = (brush, { x, w, y, middle, pitch }, before, arm, after) => {
  const near = middle + GAP * pitch;
  const far = middle + ARM * pitch;
  const at = (fraction: number): number => x + fraction * w;
  brush.draw(before, (path) => {
    path.moveTo(x, y);
    path.lineTo(at(CELL.straight), y);
    ease(path, at(CELL.straight), y, at(CELL.coupler), near);
    path.lineTo(at(CELL.middle), near);
  });
  brush.draw(arm, (path) => {
    path.moveTo(at(CELL.middle), near);
    ease(path, at(CELL.middle), near, at(CELL.arms), far);
    path.lineTo(at(1 - CELL.arms), far);
    ease(path, at(1 - CELL.arms), far, at(1 - CELL.middle), near);
  });
  brush.draw(after, (path) => {
    path.moveTo(at(1 - CELL.middle), near);
    path.lineTo(at(1 - CELL.coupler), near);
    ease(path, at(1 - CELL.coupler), near, at(1 - CELL.straight), y);
    path.lineTo(x + w, y);
  });
};

/** Waveguides that approach and part once. */
const drawCoupler: Cell = (brush, { x, w, y, middle, pitch }, before, _arm, after) => {
  const near = middle + GAP * pitch;
  const at = (fraction: number): number => x + fraction * w;
  brush.draw(before, (path) => {
    path.moveTo(x, y);
    path.lineTo(at(COUPLER.straight), y);
    ease(path, at(COUPLER.straight), y, at(COUPLER.coupler), near);
    path.lineTo(at(0.5), near);
  });
  brush.draw(after, (path) => {
    path.moveTo(at(0.5), near);
    path.lineTo(at(1 - COUPLER.coupler), near);
    ease(path, at(1 - COUPLER.coupler), near, at(1 - COUPLER.straight), y);
    path.lineTo(x + w, y);
  });
};

const drawSimpleCell: Cell = (brush, { x, w, y, middle, pitch }, before, _arm, after) => {
  const near = middle + 0.1 * pitch;
  brush.draw(before, (path) => {
    path.moveTo(x, y);
    ease(path, x, y, x + w / 2, near);
  });
  brush.draw(after, (path) => {
    path.moveTo(x + w / 2, near);
    ease(path, x + w / 2, near, x + w, y);
  });
};
