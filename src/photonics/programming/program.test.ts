import { describe, expect, it } from 'vitest';
import { MESH_KINDS } from '../mesh';
import type { ComplexPlanes } from '../propagate';
import { meshMatrix } from '../propagate';
import { randomPlanes } from '../random.fixture';
import type { ProgramRequest, Programmed } from './program';
import { programMatrix } from './program';
import { haarMatrix } from './matrix-sources';
import { knownFlaws, meshOf } from './programming.fixture';
import { programTiles } from './tiles';

function request(size: number, matrix: ComplexPlanes, more: Partial<ProgramRequest> = {}): ProgramRequest {
  return { rows: size, columns: size, matrix, mesh: 'rectangular', form: 'u', flaws: undefined, ...more };
}

function programmed(asked: ProgramRequest): Programmed {
  const result = programMatrix(asked);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

function faultOf(asked: ProgramRequest) {
  const result = programMatrix(asked);
  if (result.ok) throw new Error('This should not have been programmed.');
  return result.fault;
}

const real = (...entries: number[]): ComplexPlanes => ({
  re: Float64Array.from(entries),
  im: new Float64Array(entries.length),
});

describe('programming a unitary matrix', () => {
  it.each(['rectangular', 'triangular', 'diamond', 'three-splitter'] as const)(
    'sets it on a %s mesh',
    (mesh) => {
      const result = programmed(request(6, haarMatrix(6, 1), { mesh }));
      expect(result).toMatchObject({ mesh, made: 'unitary', gain: 1, outOfReach: 0 });
      expect(result.residual).toBeLessThan(1e-13);
      expect(result.nonUnitarity).toBeLessThan(1e-13);
      expect(result.u.gamma).toHaveLength(result.modes);
    },
  );

  it('finds the gain of a multiple of one', () => {
    const result = programmed(request(2, real(1, 1, 1, -1)));
    expect(result.made).toBe('unitary');
    expect(result.gain).toBeCloseTo(Math.SQRT2, 14);
    expect(result.residual).toBeLessThan(1e-14);
  });

  it('beside other waveguides leaves those alone', () => {
    const { u, modes } = programmed(request(3, haarMatrix(3, 2), { modes: 5 }));
    const { re, im } = meshMatrix(meshOf('rectangular', modes), u);
    for (const port of [3, 4]) expect(re[6 * port]).toBeCloseTo(1, 13);
    expect(Math.hypot(re[3] ?? 1, im[3] ?? 1)).toBeLessThan(1e-13);
  });

  it('knows the couplers of the chip', () => {
    const mesh = meshOf('three-splitter', 8);
    const flaws = knownFlaws(mesh, 2, 0.03);
    const aware = programmed(request(8, haarMatrix(8, 3), { mesh: 'three-splitter', flaws: [flaws] }));
    expect(aware.residual).toBeLessThan(1e-13);
    const blind = programmed(request(8, haarMatrix(8, 3), { mesh: 'three-splitter' }));
    const { re, im } = meshMatrix(mesh, blind.u, flaws);
    const target = haarMatrix(8, 3);
    const off = re.reduce(
      (sum, x, i) => sum + (x - (target.re[i] ?? 0)) ** 2 + ((im[i] ?? 0) - (target.im[i] ?? 0)) ** 2,
      0,
    );
    expect(Math.sqrt(off / 8)).toBeGreaterThan(0.05);
  });
});

describe('programming any other matrix', () => {
  it('takes the nearest unitary on one mesh, and says so', () => {
    const matrix = randomPlanes(25, 1, 80);
    const result = programmed(request(5, matrix));
    expect(result.made).toBe('nearest-unitary');
    expect(result.nonUnitarity).toBeGreaterThan(0.1);
    expect(result.residual).toBeGreaterThan(0.1);
    expect(result.residual).toBeLessThan(1);
  });

  it.each(['rectangular', 'triangular', 'diamond', 'three-splitter'] as const)(
    'sets it as U·Σ·V on two %s meshes',
    (mesh) => {
      const result = programmed(request(5, randomPlanes(25, 1, 80), { mesh, form: 'usv' }));
      expect(result.made).toBe('svd');
      expect(result.residual).toBeLessThan(1e-13);
      expect(result.alpha).toHaveLength(result.modes);
      expect(result.gain).toBeGreaterThan(1);
    },
  );

  it('needs no gain for a matrix that only loses light', () => {
    const result = programmed(request(2, real(0.5, 0.1, 0, 0.25), { form: 'usv' }));
    expect(result.gain).toBe(1);
    expect(result.residual).toBeLessThan(1e-14);
  });

  it.each([
    [3, 7],
    [7, 3],
    [1, 4],
    [4, 1],
    [1, 1],
  ])('pads %d × %d with zeros', (rows, columns) => {
    const result = programmed({
      ...request(0, randomPlanes(rows * columns, 3, 80), { form: 'usv' }),
      rows,
      columns,
    });
    expect(result.modes).toBe(Math.max(rows, columns, 2));
    expect(result.residual).toBeLessThan(1e-13);
  });

  it('takes zeros, and numbers of any scale', () => {
    expect(programmed(request(3, real(...new Array<number>(9).fill(0)), { form: 'usv' })).residual).toBe(0);
    for (const scale of [1e-90, 1e90]) {
      const { re, im } = randomPlanes(16, 4, 80);
      const matrix = { re: re.map((x) => scale * x), im: im.map((x) => scale * x) };
      expect(programmed(request(4, matrix, { form: 'usv' })).residual).toBeLessThan(1e-13);
      expect(programmed(request(4, matrix)).gain / scale).toBeGreaterThan(0.1);
    }
  });
});

describe('programming a vector on a tree', () => {
  it.each([1, 2, 3, 8, 13])('sets %d fields', (rows) => {
    const asked = { ...request(0, randomPlanes(rows, 6, 80), { mesh: 'tree' }), rows, columns: 1 };
    const result = programmed(asked);
    expect(result.made).toBe('vector');
    expect(result.residual).toBeLessThan(1e-14);
    const mesh = meshOf('tree', result.modes);
    const flaws = knownFlaws(mesh, 1, 0.01);
    const aware = programmed({ ...asked, flaws: [flaws] });
    if (aware.outOfReach === 0) expect(aware.residual).toBeLessThan(1e-13);
  });

  it('leaves dark what shall be dark', () => {
    const result = programmed({
      ...request(0, real(0, 0, 3, 0, 0, -4), { mesh: 'tree' }),
      rows: 6,
      columns: 1,
    });
    expect(result.gain).toBeCloseTo(5, 14);
    expect(result.residual).toBeLessThan(1e-15);
  });
});

describe('tiles', () => {
  it('cover a matrix that is larger than one chip', () => {
    const tiles = programTiles(
      { rows: 7, columns: 10, matrix: randomPlanes(70, 8, 80), mesh: 'rectangular' },
      4,
    );
    if (!tiles.ok) throw new Error(tiles.fault.message);
    expect(tiles.value.map(({ row, column, rows, columns }) => [row, column, rows, columns])).toEqual([
      [0, 0, 4, 4],
      [0, 4, 4, 4],
      [0, 8, 4, 2],
      [4, 0, 3, 4],
      [4, 4, 3, 4],
      [4, 8, 3, 2],
    ]);
    for (const { programmed: tile } of tiles.value) {
      expect(tile.modes).toBe(4);
      expect(tile.residual).toBeLessThan(1e-13);
    }
  });
});

describe('requests that cannot be met', () => {
  const square = haarMatrix(4, 1);

  it.each([
    ['programming/empty', 'matrix', request(0, real())],
    ['programming/shape', 'matrix', request(2, real(1, 0, 0))],
    [
      'programming/too-large',
      'matrix',
      { ...request(0, real(...new Array<number>(513).fill(1)), { form: 'usv' }), rows: 513, columns: 1 },
    ],
    ['programming/not-square', 'matrix', { ...request(0, real(1, 0, 0, 1, 0, 0)), rows: 2, columns: 3 }],
    ['programming/too-small', 'matrix', request(1, real(1))],
    ['programming/not-finite', 'matrix', request(2, real(1, 0, Number.NaN, 1))],
    ['programming/not-finite', 'matrix', request(2, real(1, 0, 0, Infinity))],
    ['programming/zero', 'matrix', request(2, real(0, 0, 0, 0))],
    ['programming/not-universal', 'mesh', request(4, square, { mesh: 'butterfly' })],
    ['programming/not-universal', 'mesh', request(4, square, { mesh: 'tree' })],
    ['programming/not-universal', 'mesh', request(4, square, { mesh: 'permuting' })],
    ['programming/too-few-modes', 'modes', request(4, square, { modes: 3 })],
    ['programming/too-few-modes', 'modes', request(4, square, { modes: 4, mesh: 'diamond' })],
    [
      'programming/flaws',
      'flaws',
      request(4, square, { flaws: [knownFlaws(meshOf('rectangular', 5), 1, 0.1)] }),
    ],
    ['mesh/modes', 'modes', request(4, square, { modes: 900 })],
    ['mesh/power-of-two', 'modes', request(3, haarMatrix(3, 1), { mesh: 'butterfly' })],
  ] as const)('have the fault %s at %s', (code, where, asked) => {
    const fault = faultOf(asked);
    expect(fault).toMatchObject({ code, where });
    expect(fault.fix.length).toBeGreaterThan(10);
  });

  it('name the entry', () => {
    const { message } = faultOf({
      ...request(0, real(1, 0, 0, Number.NaN, 0, 0), { form: 'usv' }),
      rows: 2,
      columns: 3,
    });
    expect(message).toContain('row 2, column 1');
  });

  it('fail or succeed for every kind without throwing', () => {
    for (const mesh of MESH_KINDS)
      for (const form of ['u', 'usv'] as const)
        expect(typeof programMatrix(request(4, square, { mesh, form })).ok).toBe('boolean');
  });
});
