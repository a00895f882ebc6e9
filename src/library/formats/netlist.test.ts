import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import type { Experiment } from '../../experiment/schema';
import { compilePlan } from '../../learning/compile-plan';
import { QUIET, effectivePhases } from '../../learning/effects';
import { layerMatrix } from '../../learning/layer-matrix';
import type { Plan } from '../../learning/plan';
import { distance } from '../../photonics/complex-matrix';
import { MESH_KINDS } from '../../photonics/mesh';
import { layerNetlists } from './netlist';
import { netlistMatrix } from './netlist.fixture';

function planOf(change: Partial<Experiment>): Plan {
  const plan = compilePlan({ ...ficonnVowels, modes: 8, ...change }, { trainSamples: 540, classes: 6 });
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

const layersOf = (part: Partial<Experiment['layers'][number]>): Experiment['layers'] =>
  ficonnVowels.layers.map((layer) => ({ ...layer, ...part }));

/** SAX's own names: what Python takes for an identifier. */
const nameSchema = v.pipe(v.string(), v.regex(/^[A-Za-z_]\w*$/));
const portSchema = v.pipe(v.string(), v.regex(/^[A-Za-z_]\w*,(in|out)\d$/));
const netlistSchema = v.record(
  nameSchema,
  v.strictObject({
    instances: v.record(
      nameSchema,
      v.strictObject({
        component: nameSchema,
        settings: v.record(nameSchema, v.pipe(v.number(), v.finite())),
      }),
    ),
    connections: v.record(portSchema, portSchema),
    ports: v.record(nameSchema, portSchema),
  }),
);

it('has the shape of a recursive netlist of SAX', () => {
  const written = layerNetlists(planOf({}), planOf({}).initial);
  if (!written.ok) throw new Error(written.fault.message);
  expect(v.is(netlistSchema, JSON.parse(JSON.stringify(written.value)))).toBe(true);
  expect(Object.keys(written.value)).toEqual(['layer_1', 'layer_2', 'layer_3']);
});

it('reproduces the layer’s matrix on every mesh, flawed and lossy', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MESH_KINDS),
      fc.constantFrom('u' as const, 'u-diag' as const, 'usv' as const),
      fc.constantFrom('complex' as const, 'real' as const),
      fc.integer({ min: 0, max: 1000 }),
      // Couplers so wrong that their amplitudes change sign, too.
      fc.constantFrom(0, 0.05, Math.PI / 4),
      (mesh, form, weights, die, splitterError) => {
        if (mesh === 'three-splitter' && weights === 'real') return;
        const hardware = {
          ...ficonnVowels.hardware,
          die,
          splitterError,
          phaseError: 0.1,
          insertionLoss: 0.3,
          crossingLoss: 0.1,
          crosstalk: { strength: 0.5, columnPitch: 120, rowPitch: 40, armPitch: 20 },
        };
        const plan = planOf({ layers: layersOf({ mesh, form, weights, gain: 1.3 }), hardware, seed: die });
        const written = layerNetlists(plan, plan.initial);
        if (!written.ok) throw new Error(written.fault.message);
        const met = effectivePhases(plan, plan.initial, QUIET);
        plan.layers.forEach((layer, index) => {
          const netlist = written.value[`layer_${index + 1}`];
          if (!netlist) throw new Error('expected a netlist');
          expect(distance(netlistMatrix(netlist), layerMatrix(layer, met).matrix)).toBeLessThan(1e-12);
        });
      },
    ),
    { seed: 11, numRuns: 40 },
  );
});

it('says when a circuit is too large for a solver', () => {
  const plan = planOf({ modes: 256, layers: layersOf({ form: 'usv' }) });
  expect(layerNetlists(plan, plan.initial)).toMatchObject({
    ok: false,
    fault: { code: 'format/netlist-too-large' },
  });
});
