import { beforeEach, expect, it } from 'vitest';
import type { Clock, LastActivity } from './idle-watch';
import { IdleWatch, WARNING_MS } from './idle-watch';

const TIMEOUT = 600_000;

/** Time that only passes when it is told to. */
class ManualClock implements Clock {
  at = 1_000_000;
  #timers = new Set<{ readonly due: number; readonly then: () => void }>();

  now(): number {
    return this.at;
  }

  wait(ms: number, then: () => void): () => void {
    const timer = { due: this.at + ms, then };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  pass(ms: number): void {
    const until = this.at + ms;
    for (;;) {
      const [next] = [...this.#timers].filter(({ due }) => due <= until).sort((a, b) => a.due - b.due);
      if (next === undefined) break;
      this.#timers.delete(next);
      this.at = next.due;
      next.then();
    }
    this.at = until;
  }
}

let clock: ManualClock;
let last: LastActivity;
let said: string[];

beforeEach(() => {
  clock = new ManualClock();
  said = [];
  let at: number | undefined;
  last = { read: () => at, write: (now) => (at = now) };
});

function tab(name = ''): IdleWatch {
  return new IdleWatch(TIMEOUT, clock, last, {
    onWarn: (endsAt) => said.push(`${name}warn ${endsAt - clock.now()}`),
    onReturn: () => said.push(`${name}return`),
    onEnd: () => said.push(`${name}end`),
  });
}

it('warns a minute before it ends', () => {
  tab().stay();
  clock.pass(TIMEOUT - WARNING_MS - 1);
  expect(said).toEqual([]);
  clock.pass(1);
  expect(said).toEqual(['warn 60000']);
  clock.pass(WARNING_MS);
  expect(said).toEqual(['warn 60000', 'end']);
  clock.pass(10 * TIMEOUT);
  expect(said).toHaveLength(2);
});

it('starts again with everything that is done', () => {
  const watch = tab();
  watch.stay();
  for (let times = 0; times < 10; times++) {
    clock.pass(TIMEOUT - 2 * WARNING_MS);
    watch.touch();
  }
  expect(said).toEqual([]);
});

it('wants an answer to its warning, not a brush of the hand', () => {
  const watch = tab();
  watch.stay();
  clock.pass(TIMEOUT - WARNING_MS);
  watch.touch();
  clock.pass(30_000);
  watch.stay();
  expect(said).toEqual(['warn 60000', 'return']);
  clock.pass(TIMEOUT);
  expect(said.slice(2)).toEqual(['warn 60000', 'end']);
});

it('counts what is done in another tab', () => {
  const [one, other] = [tab('one: '), tab('other: ')];
  one.stay();
  other.stay();
  clock.pass(TIMEOUT - WARNING_MS);
  expect(said).toEqual(['one: warn 60000', 'other: warn 60000']);
  other.stay();
  one.check();
  expect(said.slice(2)).toEqual(['other: return', 'one: return']);
});

it('is over at once for a page that comes back too late', () => {
  tab().stay();
  clock.at += TIMEOUT;
  expect(tab().isOver()).toBe(true);
  clock.at -= 1;
  expect(tab().isOver()).toBe(false);
});

it('counts from now where the clock was set back', () => {
  const watch = tab();
  watch.stay();
  clock.at -= 365 * 86_400_000;
  watch.check();
  clock.pass(TIMEOUT);
  expect(said).toContain('end');
});
