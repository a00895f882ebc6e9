import { expect, it } from 'vitest';
import { Log } from './log';

it('keeps the last entries, oldest first, each with time, level, room and fields', () => {
  let now = 0;
  const log = new Log(3, () => ++now);
  for (const step of [1, 2, 3, 4]) log.write('info', 'engine', `step\n ${step}`, { step });
  expect(log.entries()).toEqual(
    [2, 3, 4].map((step) => ({
      at: step,
      level: 'info',
      room: 'engine',
      message: `step ${step}`,
      fields: { step },
    })),
  );
});

it.each([
  ['debug', ['debug', 'info', 'warn', 'error']],
  ['warn', ['warn', 'error']],
  ['silent', []],
] as const)('takes from %s on', (threshold, taken) => {
  const log = new Log(10, () => 0);
  log.setThreshold(threshold);
  for (const level of ['debug', 'info', 'warn', 'error'] as const) log.write(level, 'lib', level);
  expect(log.entries().map(({ level }) => level)).toEqual(taken);
});

it('tells subscribers what it takes, until they leave', () => {
  const log = new Log(1, () => 0);
  const heard: string[] = [];
  const leave = log.subscribe(({ message }) => heard.push(message));
  log.write('debug', 'lib', 'not taken');
  log.write('warn', 'lib', 'taken');
  leave();
  log.write('error', 'lib', 'too late');
  expect(heard).toEqual(['taken']);
});

it('cuts a line that is too long', () => {
  const log = new Log(1, () => 0);
  log.write('info', 'lib', 'x'.repeat(1000));
  expect(log.entries()[0]?.message).toHaveLength(300);
});
