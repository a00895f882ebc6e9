import { expect, it } from 'vitest';
import { PLAIN_LAYER } from '../experiment/defaults';
import { ficonnVowels } from '../experiment/presets';
import { normal, uniform } from '../lib/rng';
import { mziCount } from '../photonics/mesh';
import { correctErrors } from '../photonics/programming/correct-errors';
import { transferRange } from '../photonics/programming/transfer-range';
import type { MeshFlaws } from '../photonics/propagate';
import { compilePlan } from './compile-plan';
import { withDie } from './die';
import { phasesOf } from './mesh-phases';
import { networkForward, networkGradient } from './network';
import { meshesOf } from './plan';
import { keepInRange } from './range';

const MAX_ERROR = 0.06;
const MODES = 6;
const LANES = 20;

/** Couplers anywhere within the largest error, which a normal distribution would not keep to. */
function boundedFlaws(count: number, seed: number): MeshFlaws {
  const draw = (stream: number): Float64Array =>
    Float64Array.from({ length: count }, (_, k) => MAX_ERROR * (2 * uniform(seed, stream, k) - 1));
  return { a: draw(1), b: draw(2), theta: new Float64Array(count), phi: new Float64Array(count) };
}

it('moves a network trained for the maximally faulty chip to any better one without loss', () => {
  const reach = transferRange(MAX_ERROR);
  if (!reach.ok) throw new Error(reach.fault.message);
  const layer = { ...PLAIN_LAYER, nonlinearity: { kind: 'kerr', g: 0.5 } } as const;
  const compiled = compilePlan(
    {
      ...ficonnVowels,
      layers: [layer, { ...layer, form: 'usv' }],
      training: { ...ficonnVowels.training, range: { kind: 'clamp', phases: ['theta'], ...reach.value } },
    },
    { trainSamples: LANES, classes: 3 },
  );
  if (!compiled.ok) throw new Error(compiled.fault.message);
  const plan = compiled.value;
  const draw = (stream: number): Float64Array =>
    Float64Array.from({ length: MODES * LANES }, (_, i) => 0.5 * normal(5, stream, i));
  const input = { re: draw(1), im: draw(2) };
  const labels = Uint8Array.from({ length: LANES }, (_, lane) => lane % 3);
  const parameters = plan.initial.slice();
  const lossOf = (): number => networkGradient(plan, parameters, input, labels, LANES).loss;
  keepInRange(plan.range, plan.roles, parameters);
  const before = lossOf();
  for (let step = 0; step < 200; step++) {
    const { gradient } = networkGradient(plan, parameters, input, labels, LANES);
    for (let i = 0; i < parameters.length; i++)
      parameters[i] = (parameters[i] ?? 0) - 0.3 * (gradient[i] ?? 0);
    keepInRange(plan.range, plan.roles, parameters);
  }
  // It has learnt something, at phases that better chips can reach.
  expect(lossOf()).toBeLessThan(0.8 * before);

  const meshes = meshesOf(plan.layers);
  const die = meshes.map(({ topology }, index) => boundedFlaws(mziCount(topology), 30 + index));
  const moved = parameters.slice();
  meshes.forEach((mesh, index) => {
    const flaws = die[index];
    if (flaws === undefined) return;
    const corrected = correctErrors(mesh.topology, phasesOf(mesh, parameters), flaws);
    expect(corrected.outOfReach).toBe(0);
    const target = phasesOf(mesh, moved);
    target.theta.set(corrected.phases.theta);
    target.phi.set(corrected.phases.phi);
    target.gamma.set(corrected.phases.gamma);
  });
  const wanted = networkForward(plan, parameters, input, LANES);
  const onDie = withDie(plan, die);
  const got = networkForward(onDie, moved, input, LANES);
  const uncorrected = networkForward(onDie, parameters, input, LANES);
  const gap = (fields: typeof wanted): number =>
    Math.max(...fields.re.map((x, i) => Math.abs(x - (wanted.re[i] ?? Number.NaN))));
  expect(gap(got)).toBeLessThan(1e-10);
  expect(gap(uncorrected)).toBeGreaterThan(1e-2);
});
