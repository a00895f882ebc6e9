import type { Layer } from '../experiment/schema';
import type { EncodedData } from '../data/fields';
import type { Backend } from '../engine/backend';
import type { Plan } from '../learning/plan';
import { createReferenceBackend } from '../engine/reference/backend';
import { availableBackends } from './backends';
import type { Bench } from './row';
import { EO_LAYER, benchData, benchPlan } from './workload';

/**
 * Biased at quadrature: at a bias of π the activation starts at zero, three layers put the light out, and
 * what is left is rounding for any f32 arithmetic.
 */
export const PARITY_LAYER: Layer = {
  ...EO_LAYER,
  form: 'usv',
  nonlinearity: { kind: 'electro-optic', alpha: 0.1, g: 0.05 * Math.PI, phiB: Math.PI / 2 },
};

/** Norm-wise error of every backend against the f64 reference, worst of forward and gradient. */
export function parityBench(modes: number, batch: number, goal: number): Bench {
  return {
    id: `parity.n${modes}`,
    what: `every backend against f64, three U·Σ·V† layers, N = ${modes}`,
    unit: 'relative error',
    goal: { kind: 'at-most', value: goal },
    async run() {
      const plan = benchPlan(modes, [PARITY_LAYER, PARITY_LAYER, PARITY_LAYER], batch);
      const data = benchData(modes, 2 * batch);
      const oracle = await answers(createReferenceBackend(), plan, data);
      const errors: { label: string; forward: number; gradient: number }[] = [];
      for (const backend of await availableBackends()) {
        const got = await answers(backend, plan, data);
        errors.push({
          label: backend.id,
          forward: relativeError(got.fields, oracle.fields),
          gradient: relativeError(got.gradient, oracle.gradient),
        });
        backend.dispose();
      }
      const value = Math.max(...errors.flatMap(({ forward, gradient }) => [forward, gradient]));
      const detail = errors
        .map(
          ({ label, forward, gradient }) => `${label} forward ${short(forward)}, gradient ${short(gradient)}`,
        )
        .join('; ');
      return { value, detail: `${detail}; batch ${batch}`, holds: errors.length === 2 };
    },
  };
}

interface Answers {
  readonly fields: Float32Array;
  readonly gradient: Float64Array;
}

async function answers(backend: Backend, plan: Plan, data: EncodedData): Promise<Answers> {
  const session = await backend.prepare(plan, data);
  const { re, im } = await session.propagate(data.test);
  const fields = new Float32Array(re.length + im.length);
  fields.set(re);
  fields.set(im, re.length);
  const gradient = await session.gradient();
  session.dispose();
  return { fields, gradient };
}

export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = 0;
  let norm = 0;
  for (let i = 0; i < b.length; i++) {
    difference += ((a[i] ?? Number.NaN) - (b[i] ?? 0)) ** 2;
    norm += (b[i] ?? 0) ** 2;
  }
  return Math.sqrt(difference / norm);
}

export function short(value: number): string {
  return value.toExponential(1);
}
