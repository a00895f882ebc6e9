import { describe, expect, it } from 'vitest';
import { PhotonicError } from '../lib/fault';
import { createClock } from './clock';
import type { RunEvent } from './protocol';
import { FragileBackend, bench, smallPlan, steppedClock } from './run-loop.fixture';

const STEPS = 60;

describe('a run at a pace', () => {
  it.each([7, 60, 333.3, 1e6])('gives the same curve and parameters at %f steps per second', async (rate) => {
    const free = await trained(undefined);
    const paced = await trained(rate);
    expect(paced.curve()).toEqual(free.curve());
    expect(paced.last('parameters')).toEqual(free.last('parameters'));
  });

  it('takes the time its pace says', async () => {
    const clock = steppedClock(0.01);
    const run = await bench(smallPlan(STEPS), { clock });
    await run.loop.setPace(20);
    const start = clock.now();
    await run.loop.step(STEPS);
    // The last of 60 steps begins 59/20 s after the first.
    expect(clock.now() - start).toBeGreaterThan(2900);
    expect(clock.now() - start).toBeLessThan(3100);
  });

  it('tells the computing speed from the pace', async () => {
    const metrics = (events: readonly RunEvent[]) =>
      events.flatMap((event) => (event.kind === 'metrics' ? [event] : []));
    const paced = metrics((await trained(20)).events);
    expect(paced.length).toBeGreaterThan(10);
    for (const { slowed, stepsPerSecond, samplesPerSecond } of paced.slice(1, -1)) {
      expect(slowed).toBe(true);
      expect(stepsPerSecond).toBeGreaterThan(15);
      expect(stepsPerSecond).toBeLessThan(25);
      // Batches of 8 would be 160 samples per second at the pace.
      expect(samplesPerSecond).toBeGreaterThan(800);
    }
    for (const { slowed, stepsPerSecond, samplesPerSecond } of metrics((await trained(undefined)).events)) {
      expect(slowed).toBe(false);
      expect(samplesPerSecond).toBe(8 * stepsPerSecond);
    }
  });

  it('hears a pause within 50 ms even when steps are seconds apart', async () => {
    const run = await bench(smallPlan(STEPS), { clock: createClock() });
    await run.loop.setPace(0.1);
    await run.loop.play();
    while (run.loop.steps === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const start = performance.now();
    await run.loop.pause();
    expect(performance.now() - start).toBeLessThan(50);
    expect(run.loop.steps).toBe(1);
  });

  it('takes up another pace while it waits', async () => {
    const run = await bench(smallPlan(STEPS), { clock: createClock() });
    await run.loop.setPace(0.01);
    const finished = run.until('finished');
    await run.loop.play();
    while (run.loop.steps === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await run.loop.setPace(undefined);
    await finished;
    expect(run.loop.steps).toBe(STEPS);
  });

  it.each([0, -3, NaN, Infinity])('refuses a pace of %f', async (rate) => {
    const run = await bench(smallPlan(STEPS));
    await expect(run.loop.setPace(rate)).rejects.toBeInstanceOf(PhotonicError);
  });
});

describe('a run that moves to another backend', () => {
  it('names the backend it goes on with', async () => {
    const dying: FragileBackend = new FragileBackend('webgpu', {
      beforeStep: (session) => {
        if (session.steps === 10) dying.lose();
      },
    });
    const broken = () =>
      Promise.reject(new PhotonicError({ code: 'engine/unsupported', message: 'no', fix: 'none' }));
    const run = await bench(smallPlan(STEPS), {
      backend: dying,
      factories: { webgpu: broken, wasm: () => Promise.resolve(new FragileBackend('wasm')) },
    });
    await run.loop.step(STEPS);
    const named = run.events.filter((event) => event.kind === 'backend');
    expect(named).toEqual([
      { kind: 'backend', backend: 'wasm', label: 'fragile', reason: run.last('notice')?.fault.message },
    ]);
  });
});

async function trained(rate: number | undefined) {
  const run = await bench(smallPlan(STEPS));
  await run.loop.setPace(rate);
  await run.loop.step(STEPS);
  return run;
}
