import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../learning/plan';
import { createReferenceBackend } from '../reference/backend';
import type { WebGpuBackend } from './backend';
import { FORMS, NONLINEARITIES, layersOf, openBackend, planOf, relativeError, syntheticData } from './test-kit';

let backend: WebGpuBackend;
beforeAll(async () => {
  backend = await openBackend();
});
afterAll(() => {
  backend.dispose();
});

/** Norm-wise errors against the f64 reference. */
async function errors(plan: Plan, samples = 50): Promise<{ forward: number; gradient: number }> {
  const data = syntheticData(plan.modes, plan.classes, samples, 13);
  const session = await backend.prepare(plan, data);
  const oracle = await createReferenceBackend().prepare(plan, data);
  try {
    const [fields, exact] = [await session.propagate(data.test), await oracle.propagate(data.test)];
    return {
      forward: relativeError([...fields.re, ...fields.im], [...exact.re, ...exact.im]),
      gradient: relativeError(await session.gradient(), await oracle.gradient()),
    };
  } finally {
    session.dispose();
    oracle.dispose();
  }
}

describe('forward fields and gradients agree with the f64 reference', () => {
  for (const nonlinearity of NONLINEARITIES) {
    it.each(FORMS)(`${nonlinearity.kind} in %s layers`, async (form) => {
      const { forward, gradient } = await errors(planOf({ modes: 5, layers: layersOf(2, form, nonlinearity) }));
      expect(forward).toBeLessThan(2e-6);
      expect(gradient).toBeLessThan(4e-6);
    });
  }

  it.each([
    { normalise: true, scale: 5, loss: 'cross-entropy' },
    { normalise: true, scale: 1, loss: 'mse' },
    { normalise: false, scale: 0.3, loss: 'mse' },
    { normalise: false, scale: 0.7, loss: 'cross-entropy' },
  ] as const)('readout %o', async (readout) => {
    const { gradient } = await errors(planOf({ modes: 6, readout, layers: layersOf(2, 'u', { kind: 'modulus' }) }));
    expect(gradient).toBeLessThan(4e-6);
  });

  it('splitter errors, phase errors and loss', async () => {
    const hardware = { preset: 'ideal', splitterError: 0.05, phaseError: 0.1, insertionLoss: 0.3, die: 4 } as const;
    const { forward, gradient } = await errors(planOf({ modes: 9, hardware, layers: layersOf(2, 'usv', { kind: 'kerr', g: 0.5 }) }));
    expect(forward).toBeLessThan(2e-6);
    expect(gradient).toBeLessThan(4e-6);
  });

  it.each([2, 3, 16, 17, 33])('%i modes', async (modes) => {
    const plan = planOf({ modes, layers: layersOf(2, 'usv', { kind: 'modulus' }) }, 50, 2);
    const { forward, gradient } = await errors(plan);
    expect(forward).toBeLessThan(2e-6);
    expect(gradient).toBeLessThan(4e-6);
  });

  it('three U·Σ·V† layers of 64 modes, within 5e-6', async () => {
    const plan = planOf({ modes: 64, layers: layersOf(3, 'usv', { kind: 'electro-optic', alpha: 0.1, g: 0.16, phiB: 3.1 }) }, 50, 10);
    const { forward, gradient } = await errors(plan);
    expect(forward).toBeLessThan(5e-6);
    expect(gradient).toBeLessThan(5e-6);
  });
});
