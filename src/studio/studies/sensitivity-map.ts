import type { NetworkPlan } from '../../learning/plan';
import { mziCount } from '../../photonics/mesh';
import { linearStages, tilePlan } from '../conv/tile-plan';
import type { ChipLayout } from '../mesh/layout';
import { chipLayout } from '../mesh/layout';
import { columnOf, columnSpan, portsOf, rowsOfPair } from '../mesh/places';
import { studiesWords } from '../words/studies';

const words = studiesWords.sensitivityMap;

/** One mesh as the map draws it: a cell per interferometer, in the order of its topology. Plain arrays, to be kept. */
export interface MapMesh {
  /** "Layer 2", "Layer 2, mesh V", "Stage 1, tile 3, mesh U" */
  readonly name: string;
  readonly modes: number;
  /** In columns. */
  readonly width: number;
  /** Section of the layout that the mesh view draws; undefined for tiles, of which it draws one. */
  readonly section: number | undefined;
  readonly columns: readonly number[];
  /** Two waveguides per interferometer. */
  readonly ports: readonly number[];
  /** Left and right edge per interferometer, in columns from the mesh's own left edge. */
  readonly spans: readonly number[];
  /** Upper and lower row per interferometer. */
  readonly rows: readonly number[];
}

/** All meshes of a network in the order of light. */
export function mapOf(network: NetworkPlan): readonly MapMesh[] {
  if (network.kind === 'coherent') {
    const layout = chipLayout(network);
    return meshesOfLayout(layout, (layer) => layout.names[layer] ?? '', true);
  }
  return linearStages(network).flatMap(({ matrix }, stage) =>
    matrix.blocks.flatMap((block, tile) => {
      const name = words.stageTile(stage + 1, tile + 1);
      return meshesOfLayout(chipLayout(tilePlan(network, block)), () => name, false);
    }),
  );
}

function meshesOfLayout(
  layout: ChipLayout,
  nameOf: (layer: number) => string,
  isDrawn: boolean,
): readonly MapMesh[] {
  const hasRoles = layout.sections.some((section) => section.kind === 'mesh' && section.role === 'V');
  return layout.sections.flatMap((section, index): readonly MapMesh[] => {
    if (section.kind !== 'mesh') return [];
    const { mesh } = section;
    const each = Array.from({ length: mziCount(mesh.topology) }, (_, k) => ({
      k,
      column: columnOf(mesh, k),
    }));
    return [
      {
        name: nameOf(section.layer) + (hasRoles ? words.mesh(section.role) : ''),
        modes: mesh.topology.modes,
        width: section.width,
        section: isDrawn ? index : undefined,
        columns: each.map(({ column }) => column),
        ports: each.flatMap(({ k }) => portsOf(mesh, k)),
        spans: each.flatMap(({ column }) => columnSpan(section, column).map((x) => x - section.x)),
        rows: each.flatMap(({ k, column }) => {
          const rows = rowsOfPair(section, column, k);
          return [Math.min(...rows), Math.max(...rows)];
        }),
      },
    ];
  });
}

/** "Layer 2, column 3, waveguides 4–5" (counted from 1). */
export function cellName(mesh: MapMesh, k: number): string {
  const [a = 0, b = 0] = mesh.ports.slice(2 * k, 2 * k + 2);
  const ports =
    Math.abs(a - b) === 1 ? `${Math.min(a, b) + 1}–${Math.max(a, b) + 1}` : words.and(a + 1, b + 1);
  return words.columnWaveguides(mesh.name, (mesh.columns[k] ?? 0) + 1, ports);
}

/** The interferometers whose error costs most, worst first: mesh, place in it, and rise of the loss. */
export function worst(
  rise: readonly ArrayLike<number>[],
  count: number,
): readonly { readonly mesh: number; readonly k: number; readonly rise: number }[] {
  const all = rise.flatMap((values, mesh) =>
    Array.from(values, (value, k) => ({ mesh, k, rise: value })).filter(({ rise }) => Number.isFinite(rise)),
  );
  return all.sort((a, b) => b.rise - a.rise).slice(0, count);
}
