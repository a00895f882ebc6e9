import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { compilePlan } from '../../learning/compile-plan';
import type { ChipLayout } from './layout';
import { chipLayout, columnOf, mziAt, mziCentre, mziName, neighbour } from './layout';

function layoutOf(form: 'u' | 'u-diag' | 'usv'): ChipLayout {
  const layers = ficonnVowels.layers.map((layer) => ({ ...layer, form }));
  const plan = compilePlan({ ...ficonnVowels, layers }, { trainSamples: 540, classes: 6 });
  if (!plan.ok) throw new Error(plan.fault.message);
  return chipLayout(plan.value);
}

const layout = layoutOf('u');

describe('chipLayout', () => {
  it('puts sections edge to edge in the order light meets them', () => {
    for (const form of ['u', 'u-diag', 'usv'] as const) {
      const { sections, width } = layoutOf(form);
      let x = 0;
      for (const section of sections) {
        expect(section.x).toBeCloseTo(x, 12);
        x += section.width;
      }
      expect(width).toBeCloseTo(x, 12);
    }
    expect(
      layoutOf('usv')
        .sections.slice(0, 6)
        .map((s) => s.kind),
    ).toEqual(['input', 'mesh', 'output-phase', 'attenuator', 'mesh', 'output-phase']);
  });

  it('draws no box for a layer without nonlinearity', () => {
    expect(layout.sections.filter((s) => s.kind === 'nonlinearity')).toHaveLength(2);
  });
});

describe('finding interferometers', () => {
  it('finds each one at its centre', () => {
    layout.sections.forEach((part, section) => {
      if (part.kind !== 'mesh') return;
      for (let index = 0; index < part.mesh.topology.pairs.length / 2; index++) {
        const [x, y] = mziCentre(layout, { section, index });
        expect(mziAt(layout, x, y)).toEqual({ section, index });
      }
    });
  });

  it('finds nothing beside the chip or on an uncoupled edge', () => {
    expect(mziAt(layout, -1, 2)).toBeUndefined();
    expect(mziAt(layout, 0.45 + 1.5, 0)).toBeUndefined();
  });

  it('knows the column of every interferometer', () => {
    const part = layout.sections[1];
    if (part?.kind !== 'mesh') throw new Error('expected a mesh');
    const starts = part.mesh.topology.columnStart;
    for (let column = 0; column + 1 < starts.length; column++) {
      for (let k = starts[column] ?? 0; k < (starts[column + 1] ?? 0); k++)
        expect(columnOf(part.mesh, k)).toBe(column);
    }
  });

  it('moves with the arrow keys through the whole chip and stops at its edges', () => {
    let ref = { section: 1, index: 0 };
    const seen = new Set<string>();
    for (let step = 0; step < 40; step++) {
      seen.add(`${ref.section}:${columnOfRef(ref)}`);
      ref = neighbour(layout, ref, 'right');
    }
    expect(seen.size).toBe(18);
    expect(neighbour(layout, ref, 'right')).toEqual(ref);
    expect(neighbour(layout, { section: 1, index: 0 }, 'up')).toEqual({ section: 1, index: 0 });
    expect(neighbour(layout, { section: 1, index: 0 }, 'down')).toEqual({ section: 1, index: 1 });
  });

  it('names parts from 1', () => {
    expect(mziName(layout, { section: 1, index: 3 })).toBe('Layer 1, column 2, waveguides 2–3');
  });
});

function columnOfRef(ref: { section: number; index: number }): number {
  const part = layout.sections[ref.section];
  return part?.kind === 'mesh' ? columnOf(part.mesh, ref.index) : -1;
}
