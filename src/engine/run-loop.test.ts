import { describe, expect, it } from 'vitest';
import { PhotonicError } from '../lib/fault';
import type { Backend } from './backend';
import { createClock } from './clock';
import { createReferenceBackend } from './reference/backend';
import { bench, smallPlan, steppedClock } from './run-loop.fixture';

const STEPS = 60;

describe('run loop', () => {
  it('trains to the end: the loss falls, the test split is reported, the work is saved', async () => {
    const run = await bench(smallPlan(STEPS));
    const finished = run.until('finished');
    await run.loop.play();
    await finished;
    const curve = run.curve();
    expect(curve).toHaveLength(STEPS);
    expect(mean(curve.slice(-6))).toBeLessThan(0.7 * mean(curve.slice(0, 6)));
    expect(run.last('evaluation')).toMatchObject({ step: STEPS, split: 'test' });
    expect(run.last('parameters')).toMatchObject({ step: STEPS });
    await run.loop.dispose();
    expect(run.saved.at(-1)?.state.step).toBe(STEPS);
    expect(run.states()).toEqual(['ready', 'running', 'finished']);
  });

  it('gives the same curve however it is paused and stepped', async () => {
    const straight = await trained(STEPS);
    const run = await bench(smallPlan(STEPS));
    await run.loop.step(1);
    await run.loop.step(7);
    const paused = run.loop.pause();
    await run.loop.play();
    await paused;
    await run.loop.pause();
    const finished = run.until('finished');
    await run.loop.play();
    await finished;
    expect(run.curve()).toEqual(straight);
  });

  it('stops between two calls when paused, and starts nothing afterwards', async () => {
    let heard: () => void = () => undefined;
    const metrics = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const run = await bench(smallPlan(100_000), {
      clock: createClock(),
      onEvent: (event) => {
        if (event.kind === 'metrics') heard();
      },
    });
    await run.loop.play();
    await metrics;
    await run.loop.pause();
    const reached = run.loop.steps;
    expect(reached).toBeGreaterThan(0);
    expect(run.curve()).toHaveLength(reached);
    expect(run.states().at(-1)).toBe('paused');
    // Queued behind anything the pause may have left over.
    await run.loop.evaluate('test');
    expect(run.loop.steps).toBe(reached);
    expect(run.last('evaluation')?.step).toBe(reached);
  });

  it('lets a pause overtake a long step request', async () => {
    const run = await bench(smallPlan(100_000), { clock: createClock() });
    const stepping = run.loop.step(100_000);
    await run.loop.pause();
    await stepping;
    expect(run.loop.steps).toBeLessThan(100_000);
  });

  it('repeats the curve bit for bit after a reset', async () => {
    const run = await bench(smallPlan(STEPS));
    await run.loop.step(20);
    const first = run.curve();
    await run.loop.reset();
    expect(run.last('parameters')?.step).toBe(0);
    expect(run.states().at(-1)).toBe('ready');
    expect(run.forgotten()).toBe(1);
    await run.loop.step(20);
    expect(run.curve()).toEqual(first);
  });

  it('continues a checkpoint on the same curve, and shows the part before it', async () => {
    const straight = await trained(STEPS);
    const first = await bench(smallPlan(STEPS));
    await first.loop.step(25);
    await first.loop.dispose();
    const from = first.saved.at(-1);
    expect(from?.state.step).toBe(25);
    const second = await bench(smallPlan(STEPS), { from });
    expect(second.loop.steps).toBe(25);
    expect(second.states()).toEqual(['paused']);
    expect(second.curve()).toEqual(first.curve());
    await second.loop.step(STEPS);
    expect(second.curve()).toEqual(straight);
  });

  it('reports the test split at epoch ends and saves checkpoints on the way', async () => {
    const run = await bench(smallPlan(STEPS), { clock: steppedClock(300) });
    const finished = run.until('finished');
    await run.loop.play();
    await finished;
    const reported = run.events.flatMap((event) => (event.kind === 'evaluation' ? [event.step] : []));
    // 48 samples in batches of 8: an epoch has 6 steps.
    expect(reported.length).toBeGreaterThan(2);
    expect(reported.filter((step) => step % 6 !== 0)).toEqual([]);
    const [first] = run.saved;
    expect(first?.state.step).toBeLessThan(STEPS);
    expect([...(first?.curve.loss ?? [])]).toEqual(run.curve().slice(0, first?.state.step));
    await run.loop.dispose();
  });

  it('breaks an endless report off when training goes on, and when the run is closed', async () => {
    const run = await bench(smallPlan(STEPS), { backend: endlessReports() });
    await run.loop.step(3);
    await run.loop.step(2);
    expect(run.loop.steps).toBe(5);
    const asked = run.loop.evaluate('test');
    const answer = expect(asked).rejects.toMatchObject({ fault: { code: 'engine/closed' } });
    await run.loop.dispose();
    await answer;
    expect(run.last('evaluation')).toBeUndefined();
    expect(run.last('fault')).toBeUndefined();
  });

  it('keeps an edit of the phases and refuses one that is not finite', async () => {
    const run = await bench(smallPlan(STEPS));
    await run.loop.step(3);
    const edited = run.last('parameters')?.parameters.slice() ?? new Float64Array();
    edited[0] = 1.25;
    await run.loop.setParameters(edited);
    expect(run.last('parameters')).toMatchObject({ step: 3, parameters: edited });
    await expect(run.loop.setParameters(edited.fill(NaN))).rejects.toBeInstanceOf(PhotonicError);
    await expect(run.loop.setParameters(new Float64Array(1))).rejects.toBeInstanceOf(PhotonicError);
    await run.loop.dispose();
    expect(run.saved.at(-1)?.state.parameters[0]).toBe(1.25);
  });

  it('takes over only the phases a hand turned, not what the page last saw of the others', async () => {
    const run = await bench(smallPlan(STEPS));
    const seen = run.last('parameters')?.parameters.slice() ?? new Float64Array();
    await run.loop.step(3);
    const trained = run.last('parameters')?.parameters.slice() ?? new Float64Array();
    seen[0] = 1.25;
    await run.loop.setParameters(seen, [0]);
    const expected = trained.slice();
    expected[0] = 1.25;
    expect(run.last('parameters')?.parameters).toEqual(expected);
    expect(trained[1]).not.toBe(seen[1]);
    await run.loop.dispose();
  });
});

async function trained(steps: number): Promise<number[]> {
  const run = await bench(smallPlan(steps));
  await run.loop.step(steps);
  return run.curve();
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The reference, with reports that end only when they are broken off. */
function endlessReports(): Backend {
  const backend = createReferenceBackend();
  return {
    ...backend,
    prepare: async (plan, data, state) => {
      const session = await backend.prepare(plan, data, state);
      session.evaluate = (_, signal) =>
        new Promise((_resolve, reject) => {
          const stop = (): void => reject(signal?.reason as Error);
          if (signal?.aborted) stop();
          signal?.addEventListener('abort', stop);
        });
      return session;
    },
  };
}
