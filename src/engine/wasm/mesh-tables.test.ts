import { expect, it } from 'vitest';
import { noisyDie } from '../../learning/effects';
import type { PlanMesh } from '../../learning/plan';
import { normal } from '../../lib/rng';
import { mziCount, rectangularMesh } from '../../photonics/mesh';
import type { MeshFlaws } from '../../photonics/propagate';
import { kernelsInNode } from './kernels.fixture';
import { MeshTables } from './mesh-tables';

const { arena, kernels } = (await kernelsInNode())();
const topology = rectangularMesh(7);
const COUNT = mziCount(topology);
const draw = (stream: number) => Float64Array.from({ length: COUNT }, (_, k) => 0.3 * normal(2, stream, k));
const FLAWS: MeshFlaws = { a: draw(1), b: draw(2), theta: draw(3), phi: draw(4) };
const MESH: PlanMesh = {
  topology,
  thetaOffset: 0,
  phiOffset: 0,
  gammaOffset: 0,
  flaws: FLAWS,
  losses: undefined,
  drive: 'single',
};

function expectTables(tables: MeshTables, { a, b }: Pick<MeshFlaws, 'a' | 'b'>): void {
  const at = (address: number, array: number, k: number) =>
    arena.f32(address, 7 * tables.stride)[array * tables.stride + k];
  for (let k = 0; k < COUNT; k++) {
    const [x, y] = [a[k] ?? NaN, b[k] ?? NaN];
    const cos = Math.cos(Math.PI / 4 + y);
    const sin = Math.sin(Math.PI / 4 + y);
    expect(at(tables.flaws, 0, k)).toBeCloseTo(Math.cos(x + y), 6);
    expect(at(tables.flaws, 1, k)).toBeCloseTo(Math.sin(x + y), 6);
    expect(at(tables.flaws, 2, k)).toBeCloseTo(Math.cos(x - y), 6);
    expect(at(tables.flaws, 3, k)).toBeCloseTo(Math.sin(x - y), 6);
    expect(at(tables.weights, 0, k)).toBeCloseTo(cos ** 2, 6);
    expect(at(tables.weights, 1, k)).toBeCloseTo(sin ** 2, 6);
    expect(at(tables.weights, 2, k)).toBeCloseTo(cos * sin, 6);
  }
}

it('draws the couplers noise of the reference on top of the die, and leaves it out again', () => {
  const noise = { sigma: 0.1, first: 40 };
  const before = { topology: rectangularMesh(4), flaws: undefined };
  const others = [
    before,
    before,
    before,
    before,
    before,
    before,
    { topology: rectangularMesh(3), flaws: undefined },
  ];
  const tables = new MeshTables(kernels, arena, MESH, { ...noise, first: 39 });
  tables.present(77);
  const noisy = noisyDie([...others, MESH], noise.sigma, 77).at(-1);
  if (!noisy) throw new Error('No die was drawn.');
  expectTables(tables, noisy);
  tables.present(undefined);
  expectTables(tables, FLAWS);
});

it('takes another die, and a perfect one', () => {
  const tables = new MeshTables(kernels, arena, MESH, undefined);
  expectTables(tables, FLAWS);
  tables.setFlaws({ ...FLAWS, a: FLAWS.b, b: FLAWS.a });
  expectTables(tables, { a: FLAWS.b, b: FLAWS.a });
  tables.setFlaws(undefined);
  expectTables(tables, { a: new Float64Array(COUNT), b: new Float64Array(COUNT) });
});
