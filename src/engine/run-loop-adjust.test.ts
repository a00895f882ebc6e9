import { describe, expect, it } from 'vitest';
import type { LiveSettings } from '../experiment/live-settings';
import { adjustPlan } from '../learning/adjust-plan';
import type { RunEdit } from './protocol';
import { prepareTraining } from './methods/method-session';
import { createReferenceBackend } from './reference/backend';
import type { Bench } from './run-loop.fixture';
import { FragileBackend, START, bench, cloudData, smallPlan } from './run-loop.fixture';

const STEPS = 60;
const NOISY: LiveSettings = { ...START, phaseNoise: 0.2, splitterNoise: 0.05 };
const SLOW: LiveSettings = { ...NOISY, learningRate: 0.01 };

const editsOf = (run: Bench): readonly RunEdit[] | undefined => run.last('edits')?.edits;

/** A run that gets noisy at step 10 and slow at step 20, up to step 30. */
async function editedRun(backend?: FragileBackend): Promise<Bench> {
  const run = await bench(smallPlan(STEPS), backend ? { backend } : {});
  await run.loop.step(10);
  await run.loop.adjust(NOISY);
  await run.loop.step(10);
  await run.loop.adjust(SLOW);
  backend?.lose();
  await run.loop.step(10);
  return run;
}

describe('noise and learning rate changed while a run goes on', () => {
  it('keep its steps and train on as plans with those settings do', async () => {
    const run = await editedRun();
    const plan = smallPlan(STEPS);
    const data = cloudData(48, 24);
    const curve: number[] = [];
    let state;
    for (const settings of [START, NOISY, SLOW]) {
      const session = await prepareTraining(
        createReferenceBackend(),
        adjustPlan(plan, settings),
        data,
        state,
      );
      await session.step(10);
      curve.push(...(await session.metrics()).loss);
      state = await session.state();
    }
    expect(run.curve()).toEqual(curve);
    expect(run.loop.steps).toBe(30);
  });

  it('give the same curve again, and after a lost device', async () => {
    const [first, second] = [await editedRun(), await editedRun()];
    const broken = await editedRun(new FragileBackend('wasm'));
    expect(second.curve()).toEqual(first.curve());
    expect(broken.curve()).toEqual(first.curve());
    expect(editsOf(broken)).toEqual(editsOf(first));
  });

  it('are told with the step they came at, and forgotten by a reset', async () => {
    const run = await editedRun();
    const edits = [
      { step: 10, before: START, after: NOISY },
      { step: 20, before: NOISY, after: SLOW },
    ];
    expect(editsOf(run)).toEqual(edits);
    await run.loop.reset();
    expect(editsOf(run)).toEqual([]);
    await run.loop.adjust(START);
    expect(editsOf(run)).toEqual([]);
    await run.loop.step(1);
    expect(run.curve()[0]).toBe((await straight(1))[0]);
  });

  it('are kept at once where a run rests', async () => {
    const run = await bench(smallPlan(STEPS));
    await run.loop.adjust(NOISY);
    await run.loop.adjust(START);
    expect(run.saved).toEqual([]);
    await run.loop.step(5);
    await run.loop.adjust(NOISY);
    await run.loop.dispose();
    expect(run.saved.at(-1)).toMatchObject({ settings: NOISY, edits: [{ step: 5, after: NOISY }] });
  });

  it('come back with a checkpoint, whose own settings are compared with those of the experiment', async () => {
    const first = await editedRun();
    await first.loop.dispose();
    const from = first.saved.at(-1);
    const second = await bench(adjustPlan(smallPlan(STEPS), SLOW), { from, settings: SLOW });
    expect(editsOf(second)).toEqual(editsOf(first));
    const third = await bench(smallPlan(STEPS), { from });
    expect(editsOf(third)).toEqual([...(from?.edits ?? []), { step: 30, before: SLOW, after: START }]);
    const old = from && { ...from, edits: [], settings: undefined };
    expect(editsOf(await bench(smallPlan(STEPS), { from: old }))).toEqual([]);
  });

  it('measure the chip anew where it has become noisier, and only there', async () => {
    const run = await bench(smallPlan(STEPS));
    await run.loop.step(5);
    await run.loop.evaluate('test');
    const reports = (): number => run.events.filter(({ kind }) => kind === 'evaluation').length;
    const before = reports();
    await run.loop.adjust({ ...START, learningRate: 0.001 });
    await run.loop.evaluate('test');
    expect(reports()).toBe(before);
    await run.loop.adjust(NOISY);
    await run.loop.evaluate('test');
    expect(reports()).toBe(before + 1);
  });

  it('are refused where they make no sense', async () => {
    const run = await bench(smallPlan(STEPS));
    for (const bad of [-0.1, NaN, Infinity])
      await expect(run.loop.adjust({ ...START, phaseNoise: bad })).rejects.toMatchObject({
        fault: { code: 'engine/bad-noise' },
      });
    await expect(run.loop.adjust({ ...START, learningRate: -1 })).rejects.toMatchObject({
      fault: { code: 'engine/bad-rate' },
    });
    expect(editsOf(run)).toEqual([]);
  });
});

async function straight(steps: number): Promise<number[]> {
  const run = await bench(smallPlan(STEPS));
  await run.loop.step(steps);
  return run.curve();
}
