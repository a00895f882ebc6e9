import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import type { Layer } from '../../experiment/schema';
import { compilePlan } from '../../learning/compile-plan';
import { MESH_KINDS } from '../../photonics/mesh';
import type { ChipLayout } from './layout';
import { chipLayout } from './layout';

function layoutOf(part: Partial<Layer>, modes = 8): ChipLayout {
  const layers = ficonnVowels.layers.map((layer) => ({ ...layer, ...part }));
  const plan = compilePlan({ ...ficonnVowels, modes, layers }, { trainSamples: 540, classes: 6 });
  if (!plan.ok) throw new Error(plan.fault.message);
  return chipLayout(plan.value);
}

describe('chipLayout', () => {
  it('puts sections edge to edge in the order light meets them', () => {
    for (const form of ['u', 'u-diag', 'usv'] as const) {
      const { sections, width } = layoutOf({ form });
      let x = 0;
      for (const section of sections) {
        expect(section.x).toBeCloseTo(x, 12);
        x += section.width;
      }
      expect(width).toBeCloseTo(x, 12);
    }
    expect(
      layoutOf({ form: 'usv' })
        .sections.slice(0, 6)
        .map((s) => s.kind),
    ).toEqual(['input', 'mesh', 'output-phase', 'attenuator', 'mesh', 'output-phase']);
  });

  it('draws no box for a layer without nonlinearity', () => {
    expect(layoutOf({}).sections.filter((s) => s.kind === 'nonlinearity')).toHaveLength(2);
  });

  it.each(MESH_KINDS)('keeps every waveguide in one row at a time: %s', (mesh) => {
    const { sections, rowsIn, rowsOut, modes } = layoutOf({ mesh, form: 'usv' });
    let before = rowsIn;
    for (const section of sections) {
      const count = section.rows.length / modes;
      for (let at = 0; at < count; at++) {
        const rows = section.rows.subarray(at * modes, (at + 1) * modes);
        expect([...rows].sort((a, b) => a - b)).toEqual([...rows.keys()]);
      }
      expect(section.rows.subarray(0, modes)).toEqual(before);
      before = section.rows.subarray(section.rows.length - modes);
    }
    expect(before).toEqual(rowsOut);
  });

  it.each(MESH_KINDS)('draws the waveguides of every pair next to each other: %s', (mesh) => {
    for (const section of layoutOf({ mesh }).sections) {
      if (section.kind !== 'mesh') continue;
      const { pairs, columnStart, modes } = section.mesh.topology;
      section.cell.forEach((_, column) => {
        const rows = section.rows.subarray((column + 1) * modes, (column + 2) * modes);
        for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++)
          expect(Math.abs((rows[pairs[2 * k] ?? 0] ?? 0) - (rows[pairs[2 * k + 1] ?? 0] ?? 0))).toBe(1);
      });
    }
  });

  it.each(MESH_KINDS)('leaves room exactly where waveguides cross: %s', (mesh) => {
    for (const section of layoutOf({ mesh }).sections) {
      if (section.kind !== 'mesh') continue;
      const { modes } = section.mesh.topology;
      let end = 0;
      for (let column = 0; column <= section.cell.length; column++) {
        const rows = section.rows.subarray(column * modes, (column + 2) * modes);
        const crosses = rows.subarray(0, modes).some((row, p) => row !== rows[modes + p]);
        const gap = (section.left[column] ?? 0) - end;
        if (crosses) expect(gap).toBeGreaterThan(0.5);
        else expect(gap).toBeCloseTo(0, 12);
        end = (section.left[column] ?? 0) + (section.cell[column] ?? 0);
      }
      expect(section.width).toBeCloseTo(end, 12);
    }
  });

  it('needs less room for couplers without shifters', () => {
    const [, mesh] = layoutOf({ mesh: 'three-splitter' }).sections;
    if (mesh?.kind !== 'mesh') throw new Error('expected a mesh');
    expect([...mesh.cell.subarray(0, 4)]).toEqual([0.5, 1, 0.5, 1]);
  });
});
