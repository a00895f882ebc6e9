import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blocksOf } from '../../learning/convolution/plan';
import { drawDie } from '../../learning/die';
import type { Die } from '../../learning/die';
import { meshesOf } from '../../learning/plan';
import { MESH_KINDS, mziCount } from '../../photonics/mesh';
import { normal } from '../../lib/rng';
import { relativeError } from '../conformance.fixture';
import { convPlanOf } from '../conv-conformance.fixture';
import { densePlan } from './conv-dense-plan';
import { ConvTiles } from './conv-tiles';
import { kernelsInNode } from './kernels.fixture';

const open = await kernelsInNode();

/** Matrices and gradients of a plan's tiles on a die. */
function computed(plan: ReturnType<typeof convPlanOf>, die: Die | undefined, phases = plan.initial) {
  const { arena, kernels } = open();
  const dense = densePlan(plan);
  const tiles = new ConvTiles(kernels, arena, plan, dense);
  if (die) tiles.setDie(die);
  const at = arena.putFloats(phases, 16);
  const [vector, gradient] = [arena.floats(dense.length), arena.floats(plan.parameterCount + 16)];
  const cotangent = arena.putFloats(Float32Array.from({ length: dense.length }, (_, i) => normal(2, 5, i)));
  tiles.compile(at, undefined, vector);
  tiles.backward(at, gradient, cotangent);
  const slopes = arena
    .f32(gradient, plan.parameterCount)
    .map((slope, i) => (plan.roles[i] === 3 ? slope : 0));
  return { matrices: arena.f32(vector, dense.length).slice(), gradient: slopes };
}

/** No flaws, but said so: the way of the complex kernels. */
function flawless(plan: ReturnType<typeof convPlanOf>): Die {
  return meshesOf(blocksOf(plan.stages)).map(({ topology }) => {
    const zero = new Float64Array(mziCount(topology));
    return { a: zero, b: zero, theta: zero, phi: zero };
  });
}

// The fixed couplers of three-splitter cells are flaws of the die.
const WITHOUT_FIXED = MESH_KINDS.filter((kind) => kind !== 'three-splitter');
const mesh = fc.oneof(
  fc.tuple(fc.integer({ min: 2, max: 13 }), fc.constantFrom('rectangular' as const, 'triangular' as const)),
  fc.tuple(fc.constant(8), fc.constantFrom(...WITHOUT_FIXED)),
);

it('gives the same by real rotations as by the complex meshes', () => {
  fc.assert(
    fc.property(mesh, ([modes, kind]) => {
      const convolution = { mesh: kind };
      const plan = convPlanOf({ stages: [{ channels: 7 }, { channels: 3 }], modes, convolution });
      const [real, complex] = [computed(plan, undefined), computed(plan, flawless(plan))];
      expect(relativeError(real.matrices, complex.matrices)).toBeLessThan(2e-6);
      expect(relativeError(real.gradient, complex.gradient)).toBeLessThan(4e-6);
    }),
    { numRuns: 40 },
  );
});

it('takes the complex meshes once a sign is turned or the die has flaws', () => {
  const plan = convPlanOf({ stages: [{ channels: 7 }], modes: 5 });
  const ideal = computed(plan, undefined);
  const turned = plan.initial.slice();
  const first = blocksOf(plan.stages)[0]?.mesh.phiOffset ?? 0;
  turned[first] = (turned[first] ?? 0) + 0.5;
  expect(computed(plan, undefined, turned).matrices).toEqual(computed(plan, flawless(plan), turned).matrices);
  expect(relativeError(computed(plan, undefined, turned).matrices, ideal.matrices)).toBeGreaterThan(1e-3);
  const die = drawDie(meshesOf(blocksOf(plan.stages)), { die: 3, splitterError: 0.1, phaseError: 0.1 });
  expect(relativeError(computed(plan, die).matrices, ideal.matrices)).toBeGreaterThan(1e-3);
});
