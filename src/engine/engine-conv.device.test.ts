import { afterEach, expect, it } from 'vitest';
import { photonicCnnMnist } from '../experiment/convolution-presets';
import type { Experiment } from '../experiment/schema';
import { createEngineClient } from './client';
import type { EngineClient, Run, RunEvent } from './protocol';
import { curveOf } from './run-loop.fixture';

/** A convolution in the real worker, with workers of its own, on generated digits. */
const digits: Experiment = {
  ...photonicCnnMnist,
  task: { dataset: 'mnist', source: 'generated', classes: [] },
  training: { ...photonicCnnMnist.training, batchSize: 32, epochs: 1 },
};

let engine: EngineClient | undefined;
afterEach(() => {
  engine?.dispose();
  engine = undefined;
});

async function open(resume: boolean): Promise<{ run: Run; step: (count: number) => Promise<RunEvent[]> }> {
  engine ??= createEngineClient();
  const events: RunEvent[] = [];
  let wake: () => void = () => undefined;
  const run = await engine.open({ experiment: digits, backend: 'wasm', resume }, (event) => {
    events.push(event);
    wake();
  });
  const step = async (count: number): Promise<RunEvent[]> => {
    const from = events.length;
    await run.step(count);
    while (!events.slice(from).some((event) => event.kind === 'state' && event.state === 'paused')) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return events;
  };
  return { run, step };
}

it('learns, shows its samples and continues from its checkpoint on the same curve', async () => {
  const whole = await open(false);
  expect(whole.run.info).toMatchObject({ backend: 'wasm', step: 0, classNames: { length: 10 } });
  const straight = curveOf(await whole.step(30));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(straight.slice(-5))).toBeLessThan(0.7 * mean(straight.slice(0, 5)));
  const [sample] = await whole.run.samples('test', [0]);
  expect(sample?.re).toHaveLength(784);
  expect(sample?.image).toMatchObject({ width: 28, height: 28 });
  const report = await whole.run.evaluate('test');
  expect(report.samples).toBe(whole.run.info.testSamples);
  expect(report.predictions).toHaveLength(report.samples);
  await whole.run.reset();
  await whole.step(12);
  await whole.run.dispose();
  engine?.dispose();
  engine = undefined;

  const resumed = await open(true);
  expect(resumed.run.info.step).toBe(12);
  expect(curveOf(await resumed.step(18))).toEqual(straight);
  await resumed.run.reset();
  await resumed.run.dispose();
});
