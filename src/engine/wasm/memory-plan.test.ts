import { describe, expect, it } from 'vitest';
import { PhotonicError } from '../../lib/fault';
import type { Case } from '../conformance.fixture';
import { RECEIVER, dataFor, planOf } from '../conformance.fixture';
import { Arena } from './arena';
import { kernelsInNode } from './kernels.fixture';
import { planMemory, reserveMemory } from './memory-plan';
import { WasmSession } from './session';

const fresh = await kernelsInNode();
const KERR = { kind: 'kerr', g: 0.5 } as const;

const CASES: Readonly<Record<string, Case>> = {
  'a small chip': { modes: 6, form: 'u', nonlinearity: KERR },
  'three large layers': { modes: 100, form: 'usv', nonlinearity: KERR, layers: 3, batchSize: 700 },
  'an odd number of modes': { modes: 37, form: 'u-diag', nonlinearity: { kind: 'none' }, batchSize: 1 },
  'a sparse mesh': { modes: 512, form: 'u', nonlinearity: KERR, layers: 1, layer: { mesh: 'butterfly' } },
  'every flaw': {
    modes: 48,
    form: 'usv',
    nonlinearity: { kind: 'nofu', kappa: 3, r: 0.8, a: 0.7 },
    hardware: {
      splitterError: 0.1,
      insertionLoss: 0.1,
      quantisation: { of: 'phase', bits: 8 },
      crosstalk: { strength: 1, columnPitch: 24, rowPitch: 30, armPitch: 10 },
      drift: 0.1,
      splitterNoise: 0.01,
      detection: { ...RECEIVER, shot: true },
    },
    training: { frozen: [3], range: { kind: 'clamp', phases: ['theta'], low: 0, high: 3 } },
  },
};

describe('memory is predicted', () => {
  it.each(Object.entries(CASES))('for %s', (_, testCase) => {
    const plan = planOf(testCase);
    const data = dataFor(plan);
    const { arena, kernels } = fresh();
    const before = arena.used;
    new WasmSession(kernels, arena, plan, data);
    const taken = arena.used - before;
    const { samples, batch, network } = planMemory(plan, data);
    expect(samples + batch + network).toBeGreaterThanOrEqual(taken);
    expect(samples + batch + network).toBeLessThan(1.2 * taken + 16_384);
  });

  it('for a batch as large as it may be, in one piece', () => {
    const plan = planOf({ modes: 16, form: 'u', nonlinearity: KERR, batchSize: 8192 });
    const data = dataFor(plan);
    const { arena, kernels } = fresh();
    reserveMemory(arena, plan, data);
    const { byteLength } = arena.memory.buffer;
    new WasmSession(kernels, arena, plan, data);
    expect(arena.memory.buffer.byteLength).toBe(byteLength);
  });
});

describe('too large a run is refused before anything is taken:', () => {
  const plan = planOf({ modes: 64, form: 'u', nonlinearity: KERR });
  const data = dataFor(plan);
  it.each([
    ['training.batchSize', { ...plan, batchSize: 2_000_000 }, data],
    ['task.dataset', plan, { ...data, train: { ...data.train, count: 9_000_000 } }],
    ['modes', { ...plan, parameterCount: 200_000_000 }, data],
  ] as const)('%s', (where, huge, samples) => {
    const arena = new Arena();
    const { byteLength } = arena.memory.buffer;
    const attempt = () => {
      reserveMemory(arena, huge, samples);
    };
    expect(attempt).toThrow(PhotonicError);
    expect(attempt).toThrow(/64 modes/);
    try {
      attempt();
    } catch (thrown) {
      expect((thrown as PhotonicError).fault).toMatchObject({ code: 'engine/out-of-memory', where });
    }
    expect(arena.memory.buffer.byteLength).toBe(byteLength);
  });
});
