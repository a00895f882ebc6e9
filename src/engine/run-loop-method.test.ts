import { describe, expect, it } from 'vitest';
import type { LiveSettings } from '../experiment/live-settings';
import type { Method } from '../experiment/schema';
import { PhotonicError } from '../lib/fault';
import { createClock } from './clock';
import { prepareTraining } from './methods/method-session';
import type { RunEvent } from './protocol';
import { createReferenceBackend } from './reference/backend';
import { FragileBackend, START, bench, cloudData, smallPlan } from './run-loop.fixture';

const SPSA: Method = { kind: 'spsa', amplitude: 0.02 };
const IN_SITU: Method = { kind: 'in-situ', tapNoise: 0.01 };
const STEPS = 60;

const settings = (method: Method, learningRate: number): LiveSettings => ({
  ...START,
  method,
  learningRate,
});

/** Chip passes at the end of every slice of metrics. */
function passes(events: readonly RunEvent[]): (readonly [number, number])[] {
  return events.flatMap((event) =>
    event.kind === 'metrics' ? [[event.firstStep + event.loss.length, event.chipPasses] as const] : [],
  );
}

describe('switching the method of a run', () => {
  it('goes on at the same state, on the same curve, and counts the light of each method', async () => {
    const plan = smallPlan(STEPS);
    const run = await bench(plan);
    await run.loop.step(10);
    await run.loop.adjust(settings(SPSA, 0.02));
    expect(run.loop.steps).toBe(10);
    await run.loop.step(10);
    await run.loop.adjust(settings(IN_SITU, 0.05));
    await run.loop.step(10);
    const curve = run.curve();
    expect(curve).toHaveLength(30);
    // 8 samples a step: once by backpropagation, twice by SPSA, three times in situ.
    expect(passes(run.events)).toContainEqual([10, 80]);
    expect(passes(run.events)).toContainEqual([20, 240]);
    expect(passes(run.events)).toContainEqual([30, 480]);

    const data = cloudData(48, 24);
    const [backend, optimiser] = [createReferenceBackend(), plan.optimiser];
    const first = await prepareTraining(backend, plan, data);
    await first.step(10);
    const state = await first.state();
    const switched = { ...plan, method: SPSA, optimiser: { ...optimiser, learningRate: 0.02 } };
    const second = await prepareTraining(backend, switched, data, state);
    await second.step(10);
    expect([...(await first.metrics()).loss, ...(await second.metrics()).loss]).toEqual(curve.slice(0, 20));
    await run.loop.dispose();
  });

  it('keeps a running run running, and a paused one paused', async () => {
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
    await run.loop.adjust(settings(SPSA, 0.02));
    expect(run.states().at(-1)).toBe('running');
    const paused = run.loop.adjust(settings(IN_SITU, 0.02));
    await run.loop.pause();
    await paused;
    expect(run.states().at(-1)).toBe('paused');
    await run.loop.adjust(settings(SPSA, 0.02));
    const reached = run.loop.steps;
    await run.loop.evaluate('test');
    expect(run.loop.steps).toBe(reached);
    expect(run.states().at(-1)).toBe('paused');
    await run.loop.dispose();
  });

  it('continues a checkpoint with what each method cost before', async () => {
    const first = await bench(smallPlan(STEPS));
    await first.loop.step(10);
    await first.loop.adjust(settings(SPSA, 0.02));
    await first.loop.step(5);
    await first.loop.dispose();
    const from = first.saved.at(-1);
    const second = await bench({ ...smallPlan(STEPS), method: IN_SITU }, { from });
    expect(second.curve()).toEqual(first.curve());
    // One event per method, so that the page can tell passes within it.
    expect(passes(second.events)).toEqual([
      [10, 80],
      [15, 160],
    ]);
    await second.loop.step(5);
    expect(passes(second.events).at(-1)).toEqual([20, 280]);
    await second.loop.reset();
    await second.loop.step(1);
    expect(passes(second.events).at(-1)).toEqual([1, 24]);
    const old = from && { ...from, passes: [] };
    const third = await bench(smallPlan(STEPS), { from: old });
    expect(passes(third.events)).toEqual([[15, 120]]);
  });

  it('stays with its method where another is refused', async () => {
    let refuse = false;
    const backend = new FragileBackend('wasm', {
      prepare: () => {
        if (!refuse) return;
        refuse = false;
        throw new PhotonicError({ code: 'engine/method-refused', message: 'no', fix: 'no' });
      },
    });
    const run = await bench(smallPlan(STEPS), { backend });
    await run.loop.step(4);
    refuse = true;
    await expect(run.loop.adjust(settings(SPSA, 0.02))).rejects.toMatchObject({
      fault: { code: 'engine/method-refused' },
    });
    await run.loop.step(4);
    expect(run.curve()).toEqual(await straight(8));
    expect(passes(run.events).at(-1)).toEqual([8, 64]);
    await expect(run.loop.adjust(settings(SPSA, 0))).rejects.toMatchObject({
      fault: { code: 'engine/bad-rate' },
    });
    await expect(run.loop.adjust(settings(SPSA, NaN))).rejects.toMatchObject({
      fault: { code: 'engine/bad-rate' },
    });
    await run.loop.dispose();
  });

  it('survives a lost device on the curve of its new method', async () => {
    const switchedRun = async (backend?: FragileBackend) => {
      const run = await bench(smallPlan(STEPS), backend ? { backend } : {});
      await run.loop.step(6);
      await run.loop.adjust(settings(SPSA, 0.02));
      await run.loop.step(3);
      backend?.lose();
      await run.loop.step(9);
      return run;
    };
    const whole = await switchedRun();
    const broken = await switchedRun(new FragileBackend('wasm'));
    expect(broken.events.some((event) => event.kind === 'notice')).toBe(true);
    expect(broken.curve()).toEqual(whole.curve());
    expect(passes(broken.events).at(-1)).toEqual([18, 240]);
  });
});

async function straight(steps: number): Promise<number[]> {
  const run = await bench(smallPlan(STEPS));
  await run.loop.step(steps);
  return run.curve();
}
