import { afterEach, describe, expect, it } from 'vitest';
import { liveSettings } from '../experiment/live-settings';
import { ficonnVowels } from '../experiment/presets';
import type { Experiment, Method } from '../experiment/schema';
import { compilePlan } from '../learning/compile-plan';
import { toFault } from '../lib/fault';
import { identity } from '../photonics/propagate';
import type { BackendId } from './backend';
import { createEngineClient } from './client';
import type { EngineClient, RunEvent } from './protocol';
import { curveOf } from './run-loop.fixture';
import type { MonteCarloRequest, StudyProgress } from './study';

/** Studies, methods and programming through the real worker. */
const vowels = (seed: number, training: Partial<Experiment['training']> = {}): Experiment => ({
  ...ficonnVowels,
  seed,
  task: { ...ficonnVowels.task, source: 'generated' },
  training: { ...ficonnVowels.training, ...training },
  hardware: { ...ficonnVowels.hardware, splitterError: 0.05, phaseError: 0.05 },
});

let engine: EngineClient | undefined;
const client = () => (engine ??= createEngineClient());
afterEach(() => {
  engine?.dispose();
  engine = undefined;
});

function dies(seed: number, backend: BackendId, count: number): MonteCarloRequest {
  const experiment = vowels(seed);
  const plan = compilePlan(experiment, { trainSamples: 540, classes: 6 });
  if (!plan.ok) throw new Error(plan.fault.message);
  return {
    kind: 'monte-carlo',
    experiment,
    parameters: plan.value.initial,
    backend,
    samples: 100,
    dies: count,
    scope: { kind: 'all' },
    corrected: false,
  };
}

async function trained(
  experiment: Experiment,
  backend: BackendId,
  steps: number,
  meanwhile?: () => Promise<unknown>,
) {
  const events: RunEvent[] = [];
  let wake: () => void = () => undefined;
  const run = await client().open({ experiment, backend, resume: false }, (event) => {
    events.push(event);
    wake();
  });
  const stepping = run.step(steps);
  await meanwhile?.();
  await stepping;
  while (curveOf(events).length < steps)
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  await run.reset();
  await run.dispose();
  return events;
}

describe('studies in the worker', () => {
  it('measure the same dies on every backend', async () => {
    const [reference, wasm] = await Promise.all(
      (['reference', 'wasm'] as const).map((backend) => client().study(dies(1, backend, 6), () => undefined)),
    );
    if (reference?.kind !== 'monte-carlo' || wasm?.kind !== 'monte-carlo') throw new Error('another study');
    expect(wasm.accuracy).toEqual(reference.accuracy);
    expect(new Set(wasm.accuracy).size).toBeGreaterThan(1);
  });

  it('run beside a run without changing its curve', async () => {
    const straight = curveOf(await trained(vowels(2), 'wasm', 300));
    let told = 0;
    const events = await trained(vowels(2), 'wasm', 300, () =>
      client().study(dies(3, 'wasm', 300), () => {
        told++;
      }),
    );
    expect(curveOf(events)).toEqual(straight);
    expect(told).toBeGreaterThan(1);
  });

  it('end when cancelled, and say nothing more', async () => {
    const controller = new AbortController();
    const told: StudyProgress[] = [];
    const studying = client().study(
      dies(4, 'wasm', 10_000),
      (progress) => {
        told.push(progress);
        if (progress.partial !== undefined) controller.abort();
      },
      controller.signal,
    );
    await expect(studying).rejects.toSatisfy((thrown) => toFault(thrown).code === 'engine/aborted');
    const heard = told.length;
    // The worker is free again: another study gets its turn and its answer.
    await client().study(dies(4, 'wasm', 2), () => undefined);
    expect(told).toHaveLength(heard);
    await expect(client().study(dies(4, 'wasm', 2), () => undefined, controller.signal)).rejects.toSatisfy(
      (thrown) => toFault(thrown).code === 'engine/aborted',
    );
  });

  it('tell what is wrong with a request', async () => {
    const request = { ...dies(5, 'wasm', 2), scope: { kind: 'layer', layer: 9 } } as const;
    await expect(client().study(request, () => undefined)).rejects.toSatisfy(
      (thrown) => toFault(thrown).where === 'scope',
    );
  });
});

describe('training methods in the worker', () => {
  const methods: readonly Method[] = [
    { kind: 'spsa', amplitude: 0.1 },
    { kind: 'in-situ', tapNoise: 0.01 },
    { kind: 'backprop', model: 'twin' },
  ];

  it.each(
    methods.flatMap((method) =>
      (['wasm', 'webgpu'] as const).map((backend) => [method.kind, backend, method] as const),
    ),
  )('train %s on %s as on the reference', async (_, backend, method) => {
    const experiment = vowels(6, { method, learningRate: 0.01 });
    const [expected, found] = [
      await trained(experiment, 'reference', 12),
      await trained(experiment, backend, 12),
    ];
    curveOf(found).forEach((loss, step) => {
      expect(Math.abs(loss - (curveOf(expected)[step] ?? NaN)), `step ${step}`).toBeLessThan(1e-3);
    });
    expect(found.some((event) => event.kind === 'backend')).toBe(false);
  });

  it('are switched in a running run', async () => {
    const events: RunEvent[] = [];
    const run = await client().open({ experiment: vowels(7), backend: 'wasm', resume: false }, (event) =>
      events.push(event),
    );
    await run.step(5);
    const method = { kind: 'spsa', amplitude: 0.1 } as const;
    await run.adjust({ ...liveSettings(vowels(7)), method, learningRate: 0.01 });
    await run.step(5);
    await run.evaluate('test');
    const told = events.flatMap((event) => (event.kind === 'metrics' ? [event.chipPasses] : []));
    expect(told.at(-1)).toBe(5 * 108 + 5 * 2 * 108);
    await run.reset();
    await run.dispose();
  });
});

describe('programming in the worker', () => {
  it('answers phases, or what is wrong with the matrix', async () => {
    const request = {
      rows: 4,
      columns: 4,
      matrix: identity(4),
      mesh: 'rectangular',
      form: 'u',
      flaws: undefined,
    } as const;
    const programmed = await client().program(request);
    expect(programmed.made).toBe('unitary');
    expect(programmed.residual).toBeLessThan(1e-12);
    const broken = { ...request, matrix: { ...identity(4), im: new Float64Array(16).fill(NaN) } };
    await expect(client().program(broken)).rejects.toSatisfy(
      (thrown) => toFault(thrown).code !== 'lib/unexpected',
    );
  });
});
