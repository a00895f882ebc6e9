import type { Convolution, Experiment, Layer } from '../../experiment/schema';
import type { Mesh } from '../../photonics/mesh';
import { columnCount } from '../../photonics/mesh';
import { buildMesh } from '../../photonics/meshes/build-mesh';

/** Of the picture, in its own units. */
export const SKETCH_SIZE = { width: 240, height: 64 } as const;
const SIZE = SKETCH_SIZE;

/** A chip as a few strokes: SVG path data in a box of {@link SKETCH_SIZE}. */
export interface Sketch {
  readonly guides: string;
  /** Interferometers, or the tiles of a convolution. */
  readonly parts: string;
  /** Where light comes in. */
  readonly light: string;
  /** Nonlinearities and detectors between layers. */
  readonly marks: string;
}

/** More waveguides than this cannot be told apart in so small a picture. */
const MOST_ROWS = 24;
const LEAD = 12;
const GAP = 10;

/** The experiment's own chip; one of more than {@link MOST_ROWS} waveguides is drawn with fewer of its kind. */
export function sketchOf(experiment: Experiment): Sketch {
  return experiment.convolution === null ? chipSketch(experiment) : convSketch(experiment.convolution);
}

function chipSketch({ layers, modes, encoder }: Experiment): Sketch {
  const meshes = layers.map((layer) => meshesOf(layer, Math.min(modes, MOST_ROWS)));
  const count = meshes.flat().length;
  const inner = SIZE.width - 2 * LEAD - GAP * (count - 1);
  const columns = meshes.flat().reduce((sum, mesh) => sum + columnCount(mesh), 0);
  const pen = new Pen();
  let x = LEAD;
  meshes.forEach((ofLayer, index) => {
    for (const mesh of ofLayer) {
      const width = (inner * columnCount(mesh)) / Math.max(1, columns);
      drawMesh(pen, mesh, x, width);
      x += width;
      if (x < SIZE.width - LEAD - 1) joinRows(pen, mesh, x, GAP);
      x += GAP;
    }
    const isLast = index === meshes.length - 1;
    if (!isLast && layers[index]?.nonlinearity.kind !== 'none') markRow(pen, ofLayer[0], x - GAP / 2);
  });
  const first = meshes[0]?.[0];
  const lit = encoder.kind === 'columns' ? encoder.columns.length : modes;
  if (first !== undefined) {
    for (let port = 0; port < first.modes; port++) {
      const y = rowAt(first, port, 0);
      (port < lit ? pen.light : pen.guides).push(`M0 ${y}H${LEAD}`);
      pen.guides.push(`M${SIZE.width - LEAD} ${rowAt(first, port, columnCount(first))}H${SIZE.width}`);
    }
  }
  return pen.sketch();
}

/** Meshes of a layer in the order of light, with at most so many waveguides; sizes a kind has not are rounded down. */
function meshesOf({ form, mesh: kind }: Layer, modes: number): readonly Mesh[] {
  const size = kind === 'butterfly' || kind === 'tree' ? 2 ** Math.floor(Math.log2(modes)) : modes;
  const mesh = buildMesh(kind, size);
  if (!mesh.ok) return [];
  return form === 'usv' ? [mesh.value, mesh.value] : [mesh.value];
}

function drawMesh(pen: Pen, mesh: Mesh, x: number, width: number): void {
  const columns = columnCount(mesh);
  const step = width / columns;
  for (let port = 0; port < mesh.modes; port++) {
    let path = `M${round(x)} ${rowAt(mesh, port, 0)}`;
    for (let column = 0; column < columns; column++) {
      const next = rowAt(mesh, port, column + 1);
      path += `H${round(x + (column + 0.8) * step)}L${round(x + (column + 1) * step)} ${next}`;
    }
    pen.guides.push(mesh.rows === undefined ? `M${round(x)} ${rowAt(mesh, port, 0)}h${round(width)}` : path);
  }
  const half = Math.min(12, step * 0.34);
  for (let column = 0; column < columns; column++) {
    for (let k = mesh.columnStart[column] ?? 0; k < (mesh.columnStart[column + 1] ?? 0); k++) {
      const top = rowAt(mesh, mesh.pairs[2 * k] ?? 0, column);
      const bottom = rowAt(mesh, mesh.pairs[2 * k + 1] ?? 0, column);
      pen.parts.push(interferometer(round(x + (column + 0.4) * step), half, top, bottom));
    }
  }
}

/** Two waveguides that cross; where there is no room for that, a line between them. */
function interferometer(x: number, half: number, top: number, bottom: number): string {
  if (half < 1.6) return `M${x} ${top}V${bottom}`;
  const [left, right] = [round(x - half), round(x + half)];
  const across = (from: number, to: number): string =>
    `M${left} ${from}C${x} ${from} ${x} ${to} ${right} ${to}`;
  return across(top, bottom) + across(bottom, top);
}

function joinRows(pen: Pen, mesh: Mesh, x: number, width: number): void {
  for (let port = 0; port < mesh.modes; port++) {
    const from = rowAt(mesh, port, columnCount(mesh));
    pen.guides.push(`M${round(x)} ${from}L${round(x + width)} ${rowAt(mesh, port, 0)}`);
  }
}

function markRow(pen: Pen, mesh: Mesh | undefined, x: number): void {
  if (mesh === undefined) return;
  const radius = Math.min(2.5, SIZE.height / mesh.modes / 4);
  for (let port = 0; port < mesh.modes; port++) {
    const y = rowAt(mesh, port, 0);
    pen.marks.push(
      `M${round(x - radius)} ${y}a${round(radius)} ${round(radius)} 0 1 0 ${round(2 * radius)} 0a${round(radius)} ${round(radius)} 0 1 0 ${round(-2 * radius)} 0`,
    );
  }
}

/** Height of a waveguide in a column. */
function rowAt(mesh: Mesh, port: number, column: number): number {
  const row = mesh.rows?.[column * mesh.modes + port] ?? port;
  return round(((row + 0.5) / mesh.modes) * SIZE.height);
}

/** Stages as stacks of what they make: as high as the image, as wide as there are channels. */
function convSketch({ stages, hidden }: Convolution): Sketch {
  const pen = new Pen();
  let side = 28;
  pen.light.push(box(0, side));
  const widths = stages.map(({ channels }) => 4 * Math.round(Math.log2(channels)));
  const room =
    SIZE.width -
    34 -
    LEAD -
    4 * stages.length -
    widths.reduce((sum, width) => sum + width, 0) -
    (hidden > 0 ? 8 : 0);
  const gap = room / (stages.length + 1);
  let x = 34;
  stages.forEach(({ pool, stride }, index) => {
    const width = widths[index] ?? 0;
    pen.guides.push(`M${round(x)} ${SIZE.height / 2}h${round(gap - 4)}`);
    x += gap;
    side = Math.max(7, side / stride / (pool === 'none' ? 1 : 2));
    for (let at = 0; at <= width; at += 4) pen.parts.push(bar(x + at, side));
    x += width + 4;
  });
  pen.guides.push(`M${round(x)} ${SIZE.height / 2}H${SIZE.width - LEAD}`);
  pen.marks.push(`M${SIZE.width - LEAD} 10V${SIZE.height - 10}`);
  return pen.sketch();
}

const bar = (x: number, side: number): string => {
  const height = 1.7 * side;
  return `M${round(x)} ${round((SIZE.height - height) / 2)}v${round(height)}`;
};

const box = (x: number, side: number): string =>
  `M${x + 1} ${round((SIZE.height - side) / 2)}h${side}v${side}h${-side}z`;

class Pen {
  readonly guides: string[] = [];
  readonly parts: string[] = [];
  readonly light: string[] = [];
  readonly marks: string[] = [];

  sketch(): Sketch {
    return {
      guides: this.guides.join(''),
      parts: this.parts.join(''),
      light: this.light.join(''),
      marks: this.marks.join(''),
    };
  }
}

const round = (value: number): number => Math.round(10 * value) / 10;
