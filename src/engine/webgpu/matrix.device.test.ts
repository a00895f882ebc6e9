import { afterAll, beforeAll, expect, it } from 'vitest';
import { IDEAL_HARDWARE } from '../../experiment/defaults';
import { layerMatrix } from '../../learning/layer-matrix';
import { FORMS } from '../../learning/nonlinearities.fixture';
import type { WebGpuBackend } from './backend';
import { layersOf, openBackend, planOf, relativeError, syntheticData } from './device.fixture';

let backend: WebGpuBackend;
beforeAll(async () => {
  backend = await openBackend();
});
afterAll(() => {
  backend.dispose();
});

const IDEAL = IDEAL_HARDWARE;
const FLAWED = { ...IDEAL, splitterError: 0.1, phaseError: 0.2, insertionLoss: 0.5 };
const MODES = 11;

/** A layer's matrix as the device compiles and applies it: what becomes of a unit field in each port. */
it.each(
  FORMS.flatMap((form) =>
    [IDEAL, FLAWED].map((hardware) => ({ form, hardware, loss: hardware.insertionLoss })),
  ),
)(
  'compiles a $form layer with $loss dB per interferometer to the matrix of the reference',
  async ({ form, hardware }) => {
    const plan = planOf({ modes: MODES, hardware, layers: layersOf(1, form, { kind: 'none' }) });
    const session = await backend.prepare(plan, syntheticData(MODES, 3, 4, 4));
    const unit = Float32Array.from({ length: MODES * MODES }, (_, i) => (i % (MODES + 1) === 0 ? 1 : 0));
    const columns = await session.propagate({
      count: MODES,
      modes: MODES,
      re: unit,
      im: new Float32Array(MODES * MODES),
    });
    const [layer] = plan.layers;
    const { matrix } = layerMatrix(layer ?? expect.fail('no layer'), plan.initial);
    // Sample s holds column s of the matrix.
    const transposed = (values: Float32Array): number[] =>
      Array.from(values, (_, i) => values[(i % MODES) * MODES + Math.floor(i / MODES)] ?? NaN);
    const mine = [...transposed(columns.re), ...transposed(columns.im)];
    expect(relativeError(mine, [...matrix.re, ...matrix.im])).toBeLessThan(1e-6);
    session.dispose();
  },
);
