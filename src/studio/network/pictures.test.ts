import { describe, expect, it } from 'vitest';
import { MESH_KINDS } from '../../photonics/mesh';
import { nonlinearityOf } from '../../experiment/usual-layers';
import { meshSketch } from './sketch';
import { CURVE_END, activationCurve, curvePath, outputField, transferCurve } from './transfer-curve';

describe('meshSketch', () => {
  it.each(MESH_KINDS)('draws a %s mesh of any size with a few of its waveguides', (kind) => {
    for (const modes of [2, 6, 64, 512]) {
      const sketch = meshSketch(kind, modes);
      expect(sketch.rows).toBeLessThanOrEqual(8);
      expect(sketch.guides).toHaveLength(sketch.rows);
      expect(sketch.parts.length).toBeGreaterThan(0);
      expect(sketch.guides.join('')).not.toContain('NaN');
    }
  });
});

describe('transfer curves', () => {
  it('are those of the functions', () => {
    expect(outputField({ kind: 'none' }, 1.5)).toBeCloseTo(1.5, 12);
    expect(outputField({ kind: 'power' }, 1.5)).toBeCloseTo(2.25, 12);
    expect(outputField({ kind: 'mod-relu', threshold: 0.5 }, 0.4)).toBe(0);
    expect(outputField({ kind: 'mod-relu', threshold: 0.5 }, 1.5)).toBeCloseTo(1, 12);
    expect(outputField({ kind: 'kerr', g: 3 }, 1.2)).toBeCloseTo(1.2, 12);
  });

  it('begin in the dark, end at the edge and are finite', () => {
    for (const kind of ['electro-optic', 'nofu', 'modulus', 'saturable-absorber'] as const) {
      const curve = transferCurve(nonlinearityOf(kind));
      expect(curve[0]?.[0]).toBe(0);
      expect(curve.at(-1)?.[0]).toBe(CURVE_END);
      expect(curvePath(curve, 20, 10)).not.toContain('NaN');
    }
    expect(activationCurve('relu').at(0)).toEqual([-CURVE_END, 0]);
    expect(activationCurve('modulus').at(0)).toEqual([-CURVE_END, CURVE_END]);
  });
});
