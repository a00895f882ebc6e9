import type { Layer } from '../../experiment/schema';
import type { MeshKind } from '../../photonics/mesh';
import { columnCount } from '../../photonics/mesh';
import { buildMesh } from '../../photonics/meshes/build-mesh';

/** Waveguides of the largest sketch: more would be a grey patch. */
const MOST = 8;

/** A small picture of a mesh: paths of its waveguides, and where its interferometers are. */
export interface MeshSketch {
  readonly columns: number;
  readonly rows: number;
  /** SVG path data in units of one column and one row, one path per waveguide. */
  readonly guides: readonly string[];
  /** Column and upper row of each interferometer. */
  readonly parts: readonly (readonly [number, number])[];
}

/** The mesh itself, with at most so many waveguides as can be told apart. */
export function meshSketch(kind: MeshKind, modes: number): MeshSketch {
  const built = buildMesh(kind, sketchModes(modes));
  if (!built.ok) return { columns: 0, rows: 0, guides: [], parts: [] };
  const mesh = built.value;
  const columns = columnCount(mesh);
  const rowOf = (port: number, column: number): number => mesh.rows?.[column * mesh.modes + port] ?? port;
  const parts: [number, number][] = [];
  /** Whether a waveguide meets another one in a column, and on which side: −1 above it, 1 below. */
  const meets = new Map<string, number>();
  for (let column = 0; column < columns; column++) {
    for (let k = mesh.columnStart[column] ?? 0; k < (mesh.columnStart[column + 1] ?? 0); k++) {
      const [a = 0, b = 0] = mesh.pairs.subarray(2 * k, 2 * k + 2);
      const [first, second] = [rowOf(a, column), rowOf(b, column)];
      parts.push([column, Math.min(first, second)]);
      meets.set(`${column}:${a}`, second - first);
      meets.set(`${column}:${b}`, first - second);
    }
  }
  const guides = Array.from({ length: mesh.modes }, (_, port) => {
    let path = `M0 ${rowOf(port, 0)}`;
    for (let column = 0; column < columns; column++) {
      const y = rowOf(port, column);
      const next = rowOf(port, column + 1);
      // Both approach the middle between them, as in a coupler.
      const middle = y + 0.34 * (meets.get(`${column}:${port}`) ?? 0);
      path += ` C${column + 0.25} ${y} ${column + 0.2} ${middle} ${column + 0.5} ${middle}`;
      path += ` S${column + 0.75} ${next} ${column + 1} ${next}`;
    }
    return path;
  });
  return { columns, rows: mesh.modes, guides, parts };
}

/** Powers of two come in all kinds; below the largest sketch the number is the true one where it is even. */
function sketchModes(modes: number): number {
  return modes >= MOST ? MOST : modes >= 4 ? 4 : 2;
}

/** Meshes of a layer's linear part, in the order of light. */
export function meshesOfForm(form: Layer['form']): number {
  return form === 'usv' ? 2 : 1;
}
