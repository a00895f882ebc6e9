import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import type { Layer } from '../../experiment/schema';
import { compilePlan } from '../../learning/compile-plan';
import { MESH_KINDS } from '../../photonics/mesh';
import type { ChipLayout } from './layout';
import { chipLayout } from './layout';
import type { MziRef } from './places';
import { columnOf, discPlaces, firstMzi, isFixed, mziAt, mziCentre, mziName, neighbour } from './places';

function layoutOf(mesh: Layer['mesh'], modes = 8): ChipLayout {
  const layers = ficonnVowels.layers.map((layer) => ({ ...layer, mesh }));
  const plan = compilePlan({ ...ficonnVowels, modes, layers }, { trainSamples: 540, classes: 6 });
  if (!plan.ok) throw new Error(plan.fault.message);
  return chipLayout(plan.value);
}

/** All interferometers of a chip, without its fixed couplers. */
function devices(layout: ChipLayout): readonly MziRef[] {
  return layout.sections.flatMap((part, section) =>
    part.kind === 'mesh'
      ? Array.from({ length: part.mesh.topology.pairs.length / 2 }, (_, index) => ({
          section,
          index,
        })).filter(({ index }) => !isFixed(part.mesh, index))
      : [],
  );
}

describe.each(MESH_KINDS)('%s', (kind) => {
  const layout = layoutOf(kind);

  it('finds each interferometer at its centre and under its discs', () => {
    for (const ref of devices(layout)) {
      const part = layout.sections[ref.section];
      if (part?.kind !== 'mesh') throw new Error('expected a mesh');
      expect(mziAt(layout, ...mziCentre(layout, ref))).toEqual(ref);
      const { theta, phi } = discPlaces(part, columnOf(part.mesh, ref.index), ref.index);
      expect(mziAt(layout, ...theta)).toEqual(ref);
      expect(mziAt(layout, ...phi)).toEqual(ref);
    }
  });

  it('reaches every interferometer with the arrow keys', () => {
    const first = firstMzi(layout);
    if (first === undefined) throw new Error('expected an interferometer');
    const key = ({ section, index }: MziRef): string => `${section}:${index}`;
    const seen = new Map([[key(first), first]]);
    for (const ref of seen.values()) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = neighbour(layout, ref, direction);
        if (!seen.has(key(next))) seen.set(key(next), next);
      }
    }
    expect(seen.size).toBe(devices(layout).length);
  });

  it('moves in the direction of the key, or not at all', () => {
    for (const ref of devices(layout)) {
      const [x, y] = mziCentre(layout, ref);
      const [left] = mziCentre(layout, neighbour(layout, ref, 'left'));
      const [right] = mziCentre(layout, neighbour(layout, ref, 'right'));
      const [upX, upY] = mziCentre(layout, neighbour(layout, ref, 'up'));
      const [downX, downY] = mziCentre(layout, neighbour(layout, ref, 'down'));
      expect(left).toBeLessThanOrEqual(x);
      expect(right).toBeGreaterThanOrEqual(x);
      expect([upX, downX]).toEqual([x, x]);
      expect(upY).toBeLessThanOrEqual(y);
      expect(downY).toBeGreaterThanOrEqual(y);
    }
  });
});

it('finds nothing beside the chip or on an uncoupled edge', () => {
  const layout = layoutOf('rectangular', 6);
  expect(mziAt(layout, -1, 2)).toBeUndefined();
  expect(mziAt(layout, 0.45 + 1.5, 0)).toBeUndefined();
});

it('finds nothing where waveguides only cross', () => {
  const layout = layoutOf('butterfly');
  const [, mesh] = layout.sections;
  if (mesh?.kind !== 'mesh') throw new Error('expected a mesh');
  expect(mziAt(layout, mesh.x + 1 + ((mesh.left[1] ?? 0) - 1) / 2, 0.5)).toBeUndefined();
});

it('steps over columns without an interferometer', () => {
  const layout = layoutOf('rectangular', 6);
  let ref = { section: 1, index: 0 };
  const columns = new Set<string>();
  for (let step = 0; step < 40; step++) {
    const part = layout.sections[ref.section];
    if (part?.kind === 'mesh') columns.add(`${ref.section}:${columnOf(part.mesh, ref.index)}`);
    ref = neighbour(layout, ref, 'right');
  }
  expect(columns.size).toBe(18);
  expect(neighbour(layout, ref, 'right')).toEqual(ref);
});

it('names parts from 1, and waveguides that were far apart one by one', () => {
  expect(mziName(layoutOf('rectangular', 6), { section: 1, index: 3 })).toBe(
    'Layer 1, column 2, waveguides 2–3',
  );
  expect(mziName(layoutOf('butterfly'), { section: 1, index: 4 })).toBe(
    'Layer 1, column 2, waveguides 1 and 3',
  );
});
