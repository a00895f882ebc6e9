import { describe, expect, it } from 'vitest';
import { photonicCnnMnist } from '../../experiment/convolution-presets';
import { ficonnVowels, fourierMnist } from '../../experiment/presets';
import type { Experiment } from '../../experiment/schema';
import { compileNetwork } from '../../learning/compile-network';
import { tileMap } from '../../learning/convolution/tile-map';
import type { NetworkPlan } from '../../learning/plan';
import { ROLE } from '../../learning/plan';
import { sumOf } from '../../photonics/budget/item';
import { heatOf, networkBudget } from './network-budget';

const SMALL: Experiment = {
  ...photonicCnnMnist,
  modes: 4,
  convolution: {
    ...photonicCnnMnist.convolution,
    weights: 'real',
    mesh: 'rectangular',
    head: 'flatten',
    hidden: 0,
    augmentation: { shift: 0, flip: false },
    smoothing: 0,
    stages: [{ channels: 5, kernel: 3, stride: 1, normalise: true, activation: 'relu', pool: 'max' }],
  },
};

function planOf(experiment: Experiment): NetworkPlan {
  const image = { channels: 1, height: 8, width: 8 } as const;
  const plan = compileNetwork(experiment, { classes: 6, trainSamples: 540, image });
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

const budgetOf = (experiment: Experiment, tiles = 1) =>
  networkBudget(experiment, planOf(experiment), undefined, tiles);

describe('the budget of a network', () => {
  it('reproduces the published 410 ps of the six-mode, three-layer chip', () => {
    const { pass, inference } = budgetOf(ficonnVowels);
    expect(pass.latency.total).toBeCloseTo(410, 0);
    expect(inference).toMatchObject({ passes: 1, latency: pass.latency.total, energy: pass.energy });
  });

  it('counts both meshes of a U·Σ·V layer, and their attenuators', () => {
    const layers = ficonnVowels.layers.map((layer) => ({ ...layer, form: 'usv' as const }));
    const { pass } = budgetOf({ ...ficonnVowels, layers });
    expect(pass.latency.segments.filter(({ name }) => name.includes('12 columns'))).toHaveLength(3);
    expect(pass.loss.map(({ name }) => name)).toContain('39 interferometers in a row');
  });

  it('takes columns, crossings and interferometers from the mesh, not from its size', () => {
    const layers = fourierMnist.layers.map((layer) => ({ ...layer, mesh: 'butterfly' as const }));
    const { pass } = budgetOf({ ...fourierMnist, layers });
    const names = pass.loss.map(({ name }) => name);
    expect(names).toContain('12 interferometers in a row');
    expect(names).not.toContain('0 crossings');
    // log2(64) columns of 32 interferometers in each of two layers.
    expect(pass.footprint).toBeCloseTo(2 * 6 * 32 * 0.12 * 0.1, 12);
  });

  it('lights only the waveguides that carry measurements', () => {
    const { encoder } = ficonnVowels;
    if (encoder.kind !== 'columns') throw new Error('no columns');
    const { pass } = budgetOf({ ...ficonnVowels, encoder: { ...encoder, columns: ['f1'] } });
    expect(pass.loss.map(({ name }) => name)).toContain('Split to 2 waveguides');
  });

  it('lets the losses of the simulated chip go before the platform’s', () => {
    const hardware = { ...ficonnVowels.hardware, insertionLoss: 0.4, propagationLoss: 7 };
    const sources = budgetOf({ ...ficonnVowels, hardware }).pass.loss.map(({ source }) => source);
    expect(sources.filter((source) => source.startsWith('the experiment’s loss'))).toHaveLength(2);
  });

  it('holds phases modulo one turn, and nothing for what is no phase', () => {
    const roles = Uint8Array.of(ROLE.phase, ROLE.phase | ROLE.trainable, ROLE.trainable);
    expect(heatOf({ roles }, Float64Array.of(-1, 7, 5))).toBeCloseTo(2 * Math.PI - 1 + (7 - 2 * Math.PI), 12);
  });
});

describe('the budget of a convolution', () => {
  it('follows the tile map: passes, and what they take', () => {
    const plan = planOf(SMALL);
    if (plan.kind !== 'convolutional') throw new Error('no convolution');
    // 5 × 9 on tiles of 4: 2 × 3 tiles at 64 places; then 6 × 80: 2 × 20 tiles, once.
    const tiles = tileMap(plan).map(({ down, across }) => [down, across]);
    expect(tiles).toEqual([
      [2, 3],
      [2, 20],
    ]);
    const { pass, inference, parts } = budgetOf(SMALL);
    expect(inference.passes).toBe(6 * 64 + 40);
    expect(inference.settings).toBe(46);
    const flight = pass.latency.total;
    expect(inference.latency).toBeCloseTo((1000 * 6 * 63) / parts.modulatorRate.value + 46 * flight, 6);
    expect(inference.energy).toBeCloseTo(
      (inference.passes * sumOf(pass.power)) / parts.modulatorRate.value,
      6,
    );
    expect(inference.macs).toBe(5 * 9 * 64 + 6 * 80);
  });

  it('is faster but not cheaper on a chip with more tiles', () => {
    const [one, many] = [budgetOf(SMALL), budgetOf(SMALL, 6)];
    expect(many.inference.passes).toBe(64 + 7);
    expect(many.inference.latency).toBeLessThan(one.inference.latency / 4);
    expect(many.pass.footprint).toBeCloseTo(6 * one.pass.footprint, 9);
    expect(many.pass.detector.power).toBeLessThan(one.pass.detector.power);
    // One laser for all tiles, and everything else six times.
    const withoutLaser = ({ pass }: typeof one) => sumOf(pass.power.filter(({ name }) => name !== 'Laser'));
    expect(withoutLaser(many)).toBeCloseTo(6 * withoutLaser(one), 9);
  });

  it('gives the chip its share of the network’s heat', () => {
    const plan = planOf(SMALL);
    const heater = (tiles: number): number =>
      networkBudget(SMALL, plan, 460, tiles).pass.power.find(({ name }) => name === 'Phase shifters')
        ?.value ?? 0;
    expect(heater(2)).toBeCloseTo(2 * heater(1), 12);
    const { parts } = networkBudget(SMALL, plan, 460, 1);
    expect(heater(1)).toBeCloseTo((10 / Math.PI) * parts.heaterPower.value, 12);
  });
});
