import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drop, finish, giveBack, isOver, take, workQueue } from './work-queue';
import type { WorkQueue } from './work-queue';

/** Workers that take, finish, stop and fail in any order. */
const acts = fc.array(
  fc.record({
    act: fc.constantFrom('take', 'finish', 'giveBack', 'drop'),
    pick: fc.nat(),
  }),
  { maxLength: 200 },
);

describe('the queue of a sweep', () => {
  it('gives nothing away twice at a time, and forgets nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40), { minLength: 1 }), acts, (units, steps) => {
        let queue: WorkQueue = workQueue(units);
        const held = new Set<number>();
        const dropped = new Set<number>();
        for (const { act, pick } of steps) {
          const one = [...held][pick % Math.max(1, held.size)];
          if (act === 'take') {
            const next = take(queue);
            queue = next.queue;
            if (next.unit === undefined) continue;
            expect(held.has(next.unit)).toBe(false);
            held.add(next.unit);
          } else if (act === 'drop') {
            const unit = units[pick % units.length]!;
            queue = drop(queue, unit);
            if (!queue.done.has(unit)) dropped.add(unit);
            held.delete(unit);
          } else if (one !== undefined) {
            queue = act === 'finish' ? finish(queue, one) : giveBack(queue, one);
            held.delete(one);
          }
          expect(queue.taken).toEqual(held);
          const all = [...queue.waiting, ...queue.taken, ...queue.done, ...dropped];
          expect(new Set(all)).toEqual(new Set(units));
          expect(all).toHaveLength(units.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('ends with every unit done once, however many workers and pauses there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(),
        (n, workers, salt) => {
          let queue = workQueue(Array.from({ length: n }, (_, index) => index));
          const finished: number[] = [];
          const held: number[] = [];
          for (let turn = 0; !isOver(queue); turn++) {
            while (held.length < workers) {
              const next = take(queue);
              queue = next.queue;
              if (next.unit === undefined) break;
              held.push(next.unit);
            }
            const unit = held.splice((turn * 7 + salt) % held.length, 1)[0]!;
            if ((turn + salt) % 5 === 0 && turn < 200) queue = giveBack(queue, unit);
            else {
              queue = finish(queue, unit);
              finished.push(unit);
            }
          }
          expect(finished.sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, index) => index));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('leaves alone what is not its own', () => {
    const queue = workQueue([1, 1, 2]);
    expect(queue.waiting).toEqual([1, 2]);
    expect(finish(queue, 1)).toBe(queue);
    expect(giveBack(queue, 9)).toBe(queue);
  });
});
