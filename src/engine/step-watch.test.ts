import { expect, it } from 'vitest';
import { StepWatch } from './step-watch';

function watched(msPerPart: number) {
  let now = 0;
  let reads = 0;
  const watch = new StepWatch(() => {
    reads++;
    return now;
  });
  const step = (): void => {
    watch.begin();
    for (const part of ['forward', 'backward']) {
      now += msPerPart;
      watch.ends(part);
    }
    watch.finish();
  };
  return { watch, step, reads: () => reads };
}

it('tells the mean of the steps it looked at, once', () => {
  const { watch, step } = watched(0.5);
  for (let k = 0; k < 20; k++) step();
  expect(watch.take()).toEqual([
    { name: 'forward', ms: 0.5 },
    { name: 'backward', ms: 0.5 },
  ]);
  expect(watch.take()).toEqual([]);
});

it('looks at few of many short steps, and at every slow one', () => {
  const short = watched(0.01);
  for (let k = 0; k < 80; k++) short.step();
  expect(short.reads()).toBe(10 * 3);
  const slow = watched(5);
  for (let k = 0; k < 80; k++) slow.step();
  expect(slow.reads()).toBe(80 * 3);
});
