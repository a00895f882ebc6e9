import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../../experiment/presets';
import { compileNetwork } from '../../../learning/compile-network';
import { mapOf } from '../sensitivity-map';
import { cellAt, heatLayout, nextCell } from './heat-layout';

const image = { channels: 1, height: 8, width: 8 } as const;
const plan = compileNetwork(ficonnVowels, { classes: 6, trainSamples: 540, image });
if (!plan.ok) throw new Error(plan.fault.message);
const map = mapOf(plan.value);

describe('the heat map’s layout', () => {
  it.each([
    [600, 120],
    [600, 400],
    [300, 200],
    [120, 400],
    [5, 40],
  ])('keeps all meshes within %d pixels, and within %d where that is possible', (width, height) => {
    const layout = heatLayout(map, width, height);
    layout.meshes.forEach(({ x, scaleX }, i) => {
      expect(x + scaleX * (map[i]?.width ?? 0)).toBeLessThanOrEqual(width + 1e-9);
    });
    if (width >= 120) expect(layout.height).toBeLessThanOrEqual(height);
  });

  it('finds every cell under its own middle, and none beside the meshes', () => {
    const layout = heatLayout(map, 500, 200);
    map.forEach((mesh, index) => {
      const place = layout.meshes[index];
      if (place === undefined) throw new Error('not placed');
      mesh.columns.forEach((_, k) => {
        const x = ((mesh.spans[2 * k] ?? 0) + (mesh.spans[2 * k + 1] ?? 0)) / 2;
        const y = ((mesh.rows[2 * k] ?? 0) + (mesh.rows[2 * k + 1] ?? 0)) / 2 + 0.5;
        expect(cellAt(map, layout, place.x + x * place.scaleX, place.y + y * place.scaleY)).toEqual([
          index,
          k,
        ]);
      });
    });
    expect(cellAt(map, layout, 499, 199)).toBeUndefined();
  });
});

it('walks with the arrow keys through columns and meshes', () => {
  expect(nextCell(map, [0, 0], 'ArrowDown')).toEqual([0, 1]);
  expect(nextCell(map, [0, 0], 'ArrowUp')).toEqual([0, 0]);
  expect(nextCell(map, [0, 0], 'ArrowLeft')).toEqual([0, 0]);
  // From the last column of the first mesh into the second.
  const last = (map[0]?.columns.length ?? 0) - 1;
  expect(nextCell(map, [0, last], 'ArrowRight')?.[0]).toBe(1);
  expect(nextCell(map, [1, 0], 'ArrowLeft')?.[0]).toBe(0);
  expect(nextCell(map, [0, 0], 'x')).toBeUndefined();
});
