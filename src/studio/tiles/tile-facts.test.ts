import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TiledStage } from '../../learning/convolution/tile-map';
import { tileFacts } from './tile-facts';

function stageOf(rows: number, columns: number, tile: number): TiledStage {
  const [down, across] = [Math.ceil(rows / tile), Math.ceil(columns / tile)];
  const [phases, interferometers] = [100 * down * across, 50 * down * across];
  const filled = (rows * columns) / (down * across * tile ** 2);
  return {
    stage: 0,
    kind: 'patches',
    rows,
    columns,
    complex: false,
    tile,
    down,
    across,
    positions: 4,
    phases,
    interferometers,
    filled,
  };
}

it('says what of the matrix lies on a tile, at its edges too', () => {
  const stage = stageOf(10, 9, 4);
  expect(tileFacts(stage, 4, 2)).toEqual({
    rows: [5, 8],
    columns: [5, 8],
    down: 1,
    across: 1,
    phases: 100,
    setting: [3, 5],
  });
  expect(tileFacts(stage, 8, 1)).toMatchObject({ rows: [9, 10], columns: [9, 9], down: 0.5, across: 0.25 });
});

it('covers the matrix once', () => {
  const size = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(size, size, fc.integer({ min: 2, max: 16 }), (rows, columns, tile) => {
      const stage = stageOf(rows, columns, tile);
      let area = 0;
      for (let block = 0; block < stage.down * stage.across; block++) {
        const facts = tileFacts(stage, block, 1);
        area += facts.down * facts.across * tile ** 2;
      }
      expect(area).toBeCloseTo(rows * columns, 6);
    }),
  );
});
