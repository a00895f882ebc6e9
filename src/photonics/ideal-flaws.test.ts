import { describe, expect, it } from 'vitest';
import { idealFlaws } from './ideal-flaws';
import { mziCount, rectangularMesh } from './mesh';
import { threeSplitterMesh } from './meshes/three-splitter';
import { meshMatrix, mziCoefficients } from './propagate';

describe('ideal flaws', () => {
  it('are none for interferometers', () => {
    expect(idealFlaws(rectangularMesh(4))).toBeUndefined();
  });

  it('make fixed elements one 50:50 coupler, [[1, i], [i, 1]]/√2', () => {
    const mesh = threeSplitterMesh(5);
    const count = mziCount(mesh);
    const zero = {
      theta: new Float64Array(count),
      phi: new Float64Array(count),
      gamma: new Float64Array(mesh.modes),
    };
    const entries = mziCoefficients(mesh, zero, idealFlaws(mesh));
    mesh.fixed?.forEach((isFixed, k) => {
      const expected =
        isFixed === 1 ? [1, 0, 0, 1, 0, 1, 1, 0].map((x) => x * Math.SQRT1_2) : [0, 0, 0, 1, 0, 1, 0, 0];
      expected.forEach((value, i) => expect(entries[8 * k + i]).toBeCloseTo(value, 15));
    });
    expect(meshMatrix(mesh, zero)).toEqual(meshMatrix(mesh, zero, idealFlaws(mesh)));
  });
});
