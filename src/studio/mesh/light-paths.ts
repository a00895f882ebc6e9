import { columnCount } from '../../photonics/mesh';
import type { Camera, Detail } from './camera';
import type { ChipLayout, MeshSection, PortSection } from './layout';
import type { Light, SectionLight } from './light';

/** Steps of brightness: strokes of one step share one path, so a frame is a few dozen strokes. */
export const LEVELS = 20;

/** Waveguides sorted by brightness; `all` is every waveguide, for the dark glass underneath. */
export interface LightPaths {
  readonly all: Path2D;
  readonly levels: readonly Path2D[];
}

/** Brightness of a power on the square-root scale, 0…LEVELS−1; −1 is dark. */
export function levelOf(power: number, peak: number): number {
  if (!(peak > 0) || !(power > 0)) return -1;
  const level = Math.ceil(Math.sqrt(Math.min(1, power / peak)) * LEVELS) - 1;
  return level;
}

/** The parts of a cell, as fractions of a column: bend in, coupler, arms, coupler, bend out. */
const CELL = { straight: 0.02, coupler: 0.29, middle: 0.325, arms: 0.45 } as const;
/** Distance of the arms from the cell's middle, and half the gap in a coupler, in waveguide pitches. */
export const ARM = 0.23;
const GAP = 0.03;

export function lightPaths(
  layout: ChipLayout,
  light: Light | undefined,
  camera: Camera,
  detail: Detail,
  width: number,
): LightPaths {
  const paths: LightPaths = { all: new Path2D(), levels: Array.from({ length: LEVELS }, () => new Path2D()) };
  layout.sections.forEach((section, index) => {
    const left = camera.offsetX + section.x * camera.scaleX;
    if (left > width || left + section.width * camera.scaleX < 0) return;
    const sectionLight = light?.sections[index];
    const brush = new Brush(paths, light?.peaks[section.layer] ?? 0);
    if (section.kind === 'mesh') addMesh(brush, section, sectionLight, camera, detail, width);
    else
      addPorts(
        brush,
        new Brush(paths, exposureAfter(light, section)),
        section,
        sectionLight,
        camera,
        layout.modes,
      );
  });
  return paths;
}

/** Adds one stretch of waveguide to the dark glass and to the path of its brightness. */
class Brush {
  readonly #paths: LightPaths;
  readonly #peak: number;

  constructor(paths: LightPaths, peak: number) {
    this.#paths = paths;
    this.#peak = peak;
  }

  draw(power: number | undefined, stroke: (path: Path2D) => void): void {
    stroke(this.#paths.all);
    const level = levelOf(power ?? 0, this.#peak);
    const path = this.#paths.levels[level];
    if (path !== undefined) stroke(path);
  }
}

/** Behind a nonlinearity the next layer's scale holds. */
function exposureAfter(light: Light | undefined, section: PortSection): number {
  const own = light?.peaks[section.layer] ?? 0;
  return section.kind === 'nonlinearity' ? (light?.peaks[section.layer + 1] ?? own) : own;
}

function addPorts(
  brush: Brush,
  after: Brush,
  section: PortSection,
  light: SectionLight | undefined,
  camera: Camera,
  modes: number,
): void {
  const x = camera.offsetX + section.x * camera.scaleX;
  const half = x + (section.width * camera.scaleX) / 2;
  const end = x + section.width * camera.scaleX;
  for (let port = 0; port < modes; port++) {
    const y = camera.offsetY + port * camera.scaleY;
    brush.draw(light?.power[port], (path) => line(path, x, half, y));
    after.draw(light?.power[modes + port], (path) => line(path, half, end, y));
  }
}

function addMesh(
  brush: Brush,
  section: MeshSection,
  light: SectionLight | undefined,
  camera: Camera,
  detail: Detail,
  width: number,
): void {
  const { pairs, columnStart, modes } = section.mesh.topology;
  const w = camera.scaleX;
  for (let column = 0; column < columnCount(section.mesh.topology); column++) {
    const x = camera.offsetX + (section.x + column) * w;
    if (x + w < 0 || x > width) continue;
    const before = column * modes;
    const coupled = new Uint8Array(modes);
    for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
      const ports = [pairs[2 * k] ?? 0, pairs[2 * k + 1] ?? 0] as const;
      const middle = camera.offsetY + ((ports[0] + ports[1]) / 2) * camera.scaleY;
      ports.forEach((port, lower) => {
        coupled[port] = 1;
        const y = camera.offsetY + port * camera.scaleY;
        const pitch = (lower === 0 ? -1 : 1) * camera.scaleY;
        const draw = detail === 'full' ? drawCell : drawSimpleCell;
        draw(
          brush,
          x,
          w,
          y,
          middle,
          pitch,
          light?.power[before + port],
          light?.arms?.[before + port],
          light?.power[before + modes + port],
        );
      });
    }
    for (let port = 0; port < modes; port++) {
      if (coupled[port] === 1) continue;
      const y = camera.offsetY + port * camera.scaleY;
      brush.draw(light?.power[before + port], (path) => line(path, x, x + w, y));
    }
  }
}

type Cell = (
  brush: Brush,
  x: number,
  w: number,
  y: number,
  middle: number,
  pitch: number,
  before: number | undefined,
  arm: number | undefined,
  after: number | undefined,
) => void;

const drawCell: Cell = (brush, x, w, y, middle, pitch, before, arm, after) => {
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

const drawSimpleCell: Cell = (brush, x, w, y, middle, pitch, before, _arm, after) => {
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

/** A cubic that leaves and arrives level. */
export function ease(path: Path2D, x0: number, y0: number, x1: number, y1: number): void {
  const bend = (x1 - x0) * 0.5;
  path.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1, y1);
}

function line(path: Path2D, from: number, to: number, y: number): void {
  path.moveTo(from, y);
  path.lineTo(to, y);
}
