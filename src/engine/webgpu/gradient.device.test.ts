import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDEAL_HARDWARE } from '../../experiment/defaults';
import { ficonnVowels } from '../../experiment/presets';
import type { Plan } from '../../learning/plan';
import { FORMS } from '../../learning/nonlinearities.fixture';
import { createReferenceBackend } from '../reference/backend';
import { openDevice } from './adapter';
import { geometryOf } from './geometry';
import { Gpu } from './gpu';
import { prepareCoherent } from './coherent';
import { GENTLE_NONLINEARITIES, layersOf, planOf, relativeError, syntheticData } from './device.fixture';

let gpu: Gpu;
beforeAll(async () => {
  gpu = new Gpu(await openDevice());
});
afterAll(() => {
  gpu.dispose();
});

/** Norm-wise errors against the f64 reference, with workgroups for a software or a real device. */
async function errors(plan: Plan, software = true): Promise<{ forward: number; gradient: number }> {
  const data = syntheticData(plan.modes, plan.classes, 50, 13);
  const session = await prepareCoherent(gpu, plan, data, undefined, geometryOf(plan, software));
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
  for (const nonlinearity of GENTLE_NONLINEARITIES) {
    it.each(FORMS)(`${nonlinearity.kind} in %s layers`, async (form) => {
      const { forward, gradient } = await errors(
        planOf({ modes: 5, layers: layersOf(2, form, nonlinearity) }),
      );
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
    const { gradient } = await errors(
      planOf({ modes: 6, readout, layers: layersOf(2, 'u', { kind: 'modulus' }) }),
    );
    expect(gradient).toBeLessThan(4e-6);
  });

  it('splitter errors, phase errors and loss', async () => {
    const hardware = {
      ...IDEAL_HARDWARE,
      splitterError: 0.05,
      phaseError: 0.1,
      insertionLoss: 0.3,
      die: 4,
    };
    const { forward, gradient } = await errors(
      planOf({ modes: 9, hardware, layers: layersOf(2, 'usv', { kind: 'kerr', g: 0.5 }) }),
    );
    expect(forward).toBeLessThan(2e-6);
    expect(gradient).toBeLessThan(4e-6);
  });

  it.each([2, 3, 8, 17])('%i modes', async (modes) => {
    const { forward, gradient } = await errors(
      planOf({ modes, layers: layersOf(2, 'usv', { kind: 'modulus' }) }, 50, 2),
    );
    expect(forward).toBeLessThan(2e-6);
    expect(gradient).toBeLessThan(4e-6);
  });

  it.each([7, 12, 33])('%i modes in the workgroups of a real device', async (modes) => {
    const { forward, gradient } = await errors(
      planOf({ modes, layers: layersOf(2, 'usv', { kind: 'kerr', g: 0.5 }) }, 50, 3),
      false,
    );
    expect(forward).toBeLessThan(2e-6);
    expect(gradient).toBeLessThan(4e-6);
  });

  it('a batch cut into several runs, the last one short', async () => {
    const training = { ...ficonnVowels.training, batchSize: 77 };
    const plan = planOf({ modes: 6, training, layers: layersOf(2, 'u', { kind: 'kerr', g: 0.5 }) });
    expect(geometryOf(plan, true).splits).toBeGreaterThan(1);
    const { gradient } = await errors(plan);
    expect(gradient).toBeLessThan(4e-6);
  });

  it('partial gradients of several groups of virtual columns in one slot', async () => {
    const plan = planOf({ modes: 17, layers: layersOf(2, 'usv', { kind: 'kerr', g: 0.5 }) });
    const data = syntheticData(plan.modes, plan.classes, 50, 13);
    const session = await prepareCoherent(gpu, plan, data, undefined, {
      ...geometryOf(plan, true),
      slots: 2,
    });
    const oracle = await createReferenceBackend().prepare(plan, data);
    expect(relativeError(await session.gradient(), await oracle.gradient())).toBeLessThan(4e-6);
    session.dispose();
  });

  it.each(['none', 'electro-optic'] as const)(
    'three U·Σ·V† layers of 64 modes with %s, within 5e-6',
    async (kind) => {
      const nonlinearity = kind === 'none' ? { kind } : { kind, alpha: 0.1, g: 0.05 * Math.PI, phiB: 1 };
      const plan = planOf({ modes: 64, layers: layersOf(3, 'usv', nonlinearity) }, 50, 10);
      const { forward, gradient } = await errors(plan);
      expect(forward).toBeLessThan(5e-6);
      expect(gradient).toBeLessThan(5e-6);
    },
  );
});
