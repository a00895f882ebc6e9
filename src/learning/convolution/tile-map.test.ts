import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLE } from '../plan';
import { PLAIN_STAGE, convPlan } from './convolution.fixture';
import { passes, tileMap, tileTotals } from './tile-map';

describe('the tile map', () => {
  it('says how each matrix lies on tiles', () => {
    const plan = convPlan({ stages: [{ ...PLAIN_STAGE, channels: 6, pool: 'max' }], hidden: 5 });
    const map = tileMap(plan);
    expect(map).toMatchObject([
      { stage: 0, kind: 'patches', rows: 6, columns: 9, tile: 4, down: 2, across: 3, positions: 36 },
      { stage: 5, kind: 'dense', rows: 5, columns: 54, down: 2, across: 14, positions: 1 },
      { stage: 8, kind: 'dense', rows: 3, columns: 5, down: 1, across: 2, positions: 1 },
    ]);
    expect(map[0]?.filled).toBeCloseTo(54 / 96, 12);
    // Two meshes of six interferometers and four attenuators a tile.
    expect(map[0]).toMatchObject({ phases: 6 * (2 * 16 + 4), interferometers: 6 * 12 });
    expect(tileMap(convPlan({ stages: [{ ...PLAIN_STAGE, kernel: 1 }] }))[0]).toMatchObject({
      kind: 'pixels',
    });
  });

  it('counts every phase of the plan', () => {
    for (const weights of ['real', 'complex'] as const) {
      const activation = weights === 'real' ? 'relu' : 'modulus';
      const plan = convPlan({ weights, stages: [{ ...PLAIN_STAGE, activation }] });
      const phases = plan.roles.filter((role) => (role & ROLE.phase) !== 0).length;
      expect(tileTotals(tileMap(plan), 1).phases).toBe(phases);
    }
  });

  it('counts complex rows once: both quadratures are read of the same light', () => {
    const stage = { ...PLAIN_STAGE, channels: 5, activation: 'modulus' } as const;
    const [first] = tileMap(convPlan({ weights: 'complex', stages: [stage] }));
    expect(first).toMatchObject({ rows: 5, down: 2, across: 3, complex: true });
  });

  it('needs fewer passes on more tiles, down to one per position', () => {
    const [stage] = tileMap(convPlan());
    if (stage === undefined) throw new Error('unreachable');
    const all = stage.down * stage.across;
    expect(passes(stage, 1)).toBe(all * stage.positions);
    expect(passes(stage, all)).toBe(stage.positions);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (tiles) => {
        expect(passes(stage, tiles + 1)).toBeLessThanOrEqual(passes(stage, tiles));
        expect(passes(stage, tiles) * tiles).toBeGreaterThanOrEqual(all * stage.positions);
      }),
    );
  });
});
