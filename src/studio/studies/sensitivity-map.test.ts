import { expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { compileNetwork } from '../../learning/compile-network';
import { linearParts } from '../../learning/methods/twin';
import { meshesOf } from '../../learning/plan';
import { mziCount } from '../../photonics/mesh';
import { cellName, mapOf, worst } from './sensitivity-map';

it.each(['rectangular', 'permuting', 'three-splitter'] as const)('draws every cell of %s meshes', (mesh) => {
  const layers = ficonnVowels.layers.map((layer) => ({ ...layer, mesh, form: 'usv' as const }));
  const image = { channels: 1, height: 8, width: 8 } as const;
  const plan = compileNetwork({ ...ficonnVowels, layers }, { classes: 6, trainSamples: 540, image });
  if (!plan.ok) throw new Error(plan.fault.message);
  const map = mapOf(plan.value);
  const meshes = meshesOf(linearParts(plan.value));
  expect(map.map(({ columns }) => columns.length)).toEqual(meshes.map(({ topology }) => mziCount(topology)));
  expect(map.map(({ name }) => name).slice(0, 3)).toEqual([
    'Layer 1, mesh V',
    'Layer 1, mesh U',
    'Layer 2, mesh V',
  ]);
  for (const { spans, rows, width, modes, ports } of map) {
    expect(Math.min(...spans)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...spans)).toBeLessThanOrEqual(width + 1e-9);
    expect(Math.min(...rows)).toBe(0);
    expect(Math.max(...rows)).toBe(modes - 1);
    expect(ports).toHaveLength(rows.length);
  }
});

it('names a cell as the mesh view does, and ranks the measured ones', () => {
  const mesh = {
    name: 'Layer 2',
    modes: 6,
    width: 6,
    section: 3,
    columns: [2],
    ports: [3, 4],
    spans: [2, 3],
    rows: [3, 4],
  };
  expect(cellName(mesh, 0)).toBe('Layer 2, column 3, waveguides 4–5');
  expect(
    worst(
      [
        [0.1, NaN],
        [0.4, -1],
      ],
      2,
    ),
  ).toEqual([
    { mesh: 1, k: 0, rise: 0.4 },
    { mesh: 0, k: 0, rise: 0.1 },
  ]);
});
