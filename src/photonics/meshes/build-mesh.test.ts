import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mesh, MeshKind } from '../mesh';
import { MESH_KINDS, columnCount, mziCount } from '../mesh';
import { meshMatrix } from '../propagate';
import { buildMesh, sizeFault } from './build-mesh';
import { diamondBlock } from './diamond';
import { fixedBefore } from './fixed-before';
import { permutingBlocks, rectangularPermutation } from './permuting';

function built(kind: MeshKind, modes: number): Mesh {
  const mesh = buildMesh(kind, modes);
  if (!mesh.ok) throw new Error(mesh.fault.message);
  return mesh.value;
}

/** Sizes that every kind allows, and some that most do. */
const SIZES = [2, 3, 4, 5, 6, 7, 8, 12, 16, 23, 32, 46, 64, 90, 128];
const POSSIBLE = MESH_KINDS.flatMap((kind) =>
  SIZES.filter((modes) => sizeFault(kind, modes) === undefined).map((modes) => ({ kind, modes })),
);

function rowOf(mesh: Mesh, column: number, waveguide: number): number {
  return mesh.rows?.[column * mesh.modes + waveguide] ?? waveguide;
}

describe.each(POSSIBLE)('a $kind mesh of $modes modes', ({ kind, modes }) => {
  const mesh = built(kind, modes);
  const columns = columnCount(mesh);

  it('says what it is', () => {
    expect(mesh.kind).toBe(kind);
    expect(mesh.modes).toBe(modes);
    expect(mesh.columnStart[0]).toBe(0);
    expect(mesh.columnStart[columns]).toBe(mziCount(mesh));
  });

  it('uses a waveguide at most once a column, and only those it has', () => {
    for (let column = 0; column < columns; column++) {
      const used = [...mesh.pairs.subarray(2 * mesh.columnStart[column]!, 2 * mesh.columnStart[column + 1]!)];
      expect(new Set(used).size).toBe(used.length);
      for (const port of used) expect(port >= 0 && port < modes).toBe(true);
    }
  });

  it('draws each waveguide in a row of its own, and light meets in neighbouring rows', () => {
    if (mesh.rows) expect(mesh.rows).toHaveLength((columns + 1) * modes);
    for (let column = 0; column <= columns; column++) {
      const rows = Array.from({ length: modes }, (_, waveguide) => rowOf(mesh, column, waveguide));
      expect([...rows].sort((x, y) => x - y)).toEqual(rows.map((_, row) => row));
    }
    for (let column = 0; column < columns; column++) {
      for (let k = mesh.columnStart[column]!; k < mesh.columnStart[column + 1]!; k++) {
        const [top = -1, bottom = -1] = mesh.pairs.subarray(2 * k, 2 * k + 2);
        expect(rowOf(mesh, column, bottom)).toBe(rowOf(mesh, column, top) + 1);
      }
    }
  });

  it('has the count and depth of its kind', () => {
    const half = (modes * (modes - 1)) / 2;
    const block = diamondBlock(modes).size;
    const expected: Record<MeshKind, readonly [number, number]> = {
      rectangular: [half, modes],
      triangular: [half, 2 * modes - 3],
      butterfly: [(modes / 2) * Math.log2(modes), Math.log2(modes)],
      permuting: [half, modes],
      diamond: [(block - 1) ** 2, modes - 1],
      tree: [modes - 1, Math.log2(modes)],
      'three-splitter': [2 * half, 2 * modes],
    };
    expect([mziCount(mesh), columns]).toEqual(expected[kind]);
  });
});

describe('mesh sizes', () => {
  it('reach from 2 to 512', () => {
    for (const kind of MESH_KINDS) {
      expect(built(kind, 2).modes).toBe(2);
      expect(built(kind, 512).modes).toBe(512);
    }
  });

  it.each([
    ['rectangular', 1, 'mesh/modes'],
    ['rectangular', 513, 'mesh/modes'],
    ['triangular', 2.5, 'mesh/modes'],
    ['triangular', Number.NaN, 'mesh/modes'],
    ['butterfly', 12, 'mesh/power-of-two'],
    ['tree', 6, 'mesh/power-of-two'],
    ['diamond', 7, 'mesh/even'],
  ] as const)('refuse a %s mesh of %d modes', (kind, modes, code) => {
    const mesh = buildMesh(kind, modes);
    expect(mesh).toMatchObject({ ok: false, fault: { code, where: 'modes' } });
  });

  it('name the next possible sizes', () => {
    expect(sizeFault('butterfly', 100)?.fix).toContain('64 or 128');
    expect(sizeFault('diamond', 11)?.fix).toContain('10 or 12');
  });
});

describe('butterfly', () => {
  it('shuffles as neurophox does', () => {
    // Its butterfly of 8: where each row's waveguide was one column before.
    const published = [
      [0, 1, 2, 3, 4, 5, 6, 7],
      [0, 2, 1, 3, 4, 6, 5, 7],
      [0, 4, 1, 5, 2, 6, 3, 7],
      [0, 1, 2, 3, 4, 5, 6, 7],
    ];
    const mesh = built('butterfly', 8);
    const waveguideIn = (column: number, row: number): number =>
      Array.from({ length: 8 }, (_, w) => w).findIndex((w) => rowOf(mesh, column, w) === row);
    const moves = published.map((_, column) =>
      Array.from({ length: 8 }, (_, row) => {
        const waveguide = waveguideIn(column, row);
        return column === 0 ? waveguide : rowOf(mesh, column - 1, waveguide);
      }),
    );
    expect(moves).toEqual(published);
  });

  it('is the Fourier transform with its inputs in bit-reversed order', () => {
    const modes = 16;
    const mesh = built('butterfly', modes);
    const count = mziCount(mesh);
    // A radix-2 step (x + w·y, x − w·y)/√2 is e^{i(arg w − 3π/4)}·T(π/2, −arg w). The phases behind the interferometer
    // are carried to the next one's phi, and at last to gamma.
    const theta = new Float64Array(count).fill(Math.PI / 2);
    const phi = new Float64Array(count);
    const carried = new Float64Array(modes);
    for (let k = 0; k < count; k++) {
      const [top = 0, bottom = 0] = mesh.pairs.subarray(2 * k, 2 * k + 2);
      const stride = bottom - top;
      const twiddle = (2 * Math.PI * (top % stride)) / (2 * stride);
      phi[k] = -twiddle + carried[top]! - carried[bottom]!;
      const common = carried[bottom]! + twiddle;
      carried[top] = common - (3 * Math.PI) / 4;
      carried[bottom] = common - (3 * Math.PI) / 4;
    }
    const { re, im } = meshMatrix(mesh, { theta, phi, gamma: carried });
    const reversed = (n: number): number =>
      Number.parseInt(n.toString(2).padStart(4, '0').split('').reverse().join(''), 2);
    for (let row = 0; row < modes; row++) {
      for (let column = 0; column < modes; column++) {
        const angle = (2 * Math.PI * row * reversed(column)) / modes;
        expect(re[row * modes + column]).toBeCloseTo(Math.cos(angle) / 4, 12);
        expect(im[row * modes + column]).toBeCloseTo(Math.sin(angle) / 4, 12);
      }
    }
  });
});

describe('permuting rectangular mesh', () => {
  it('permutes and divides as neurophox does', () => {
    expect([...rectangularPermutation(8, 2)]).toEqual([1, 3, 0, 5, 2, 7, 4, 6]);
    expect(permutingBlocks(16).map(({ columns }) => columns)).toEqual([4, 4, 4, 4]);
    expect(permutingBlocks(16).map(({ stride }) => stride)).toEqual([0, 2, 8, 4]);
  });

  it('has permutations and N columns at every size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 512 }), (modes) => {
        const blocks = permutingBlocks(modes);
        expect(blocks.reduce((sum, { columns }) => sum + columns, 0)).toBe(modes);
        for (const { stride } of blocks.slice(1)) {
          expect(stride < modes).toBe(true);
          expect(new Set(rectangularPermutation(modes, stride)).size).toBe(modes);
        }
      }),
    );
  });
});

describe('three-splitter mesh', () => {
  it('has a coupler of exactly one half before every interferometer', () => {
    const mesh = built('three-splitter', 6);
    const before = fixedBefore(mesh);
    before.forEach((coupler, k) => {
      if (mesh.fixed?.[k] === 1) {
        expect(coupler).toBe(-1);
        return;
      }
      expect(mesh.fixed?.[coupler]).toBe(1);
      expect([...mesh.pairs.subarray(2 * coupler, 2 * coupler + 2)]).toEqual([
        ...mesh.pairs.subarray(2 * k, 2 * k + 2),
      ]);
    });
  });
});
