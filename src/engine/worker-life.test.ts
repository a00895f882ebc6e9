import { afterEach, describe, expect, it, vi } from 'vitest';
import { PhotonicError } from '../lib/fault';
import { ok } from '../lib/result';
import { WorkerLife } from './worker-life';

/** A worker that hears everything and says nothing. */
class MuteWorker extends EventTarget {
  terminated = false;
  readonly postMessage = vi.fn();
  terminate(): void {
    this.terminated = true;
  }
}

function born() {
  const worker = new MuteWorker();
  const life = new WorkerLife(() => worker as unknown as Worker);
  return { worker, life };
}

const never = <T>() => new Promise<T>(() => undefined);

afterEach(() => {
  vi.useRealTimers();
});

describe('worker life', () => {
  it('passes values and faults on', async () => {
    const { life } = born();
    await expect(life.ask(Promise.resolve(ok(3)))).resolves.toBe(3);
    const fault = { code: 'engine/x', message: 'm', fix: 'f' };
    await expect(life.ask(Promise.resolve({ ok: false, fault }))).rejects.toEqual(new PhotonicError(fault));
  });

  it.each(['error', 'messageerror'])('tells everyone who waits of its death by %s', async (kind) => {
    const { worker, life } = born();
    const mourned: string[] = [];
    life.onDeath((fault) => mourned.push(fault.code));
    const waiting = life.ask(never());
    worker.dispatchEvent(new Event(kind));
    await expect(waiting).rejects.toMatchObject({ fault: { code: 'engine/worker-died' } });
    expect(mourned).toEqual(['engine/worker-died']);
    expect(worker.terminated).toBe(true);
    expect(life.over).toBe(true);
    await expect(life.ask(never())).rejects.toMatchObject({ fault: { code: 'engine/closed' } });
  });

  it('gives up on a silent worker while an answer is awaited, and only then', async () => {
    vi.useFakeTimers();
    const { life } = born();
    await life.ask(Promise.resolve(ok(undefined)));
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(life.over).toBe(false);
    const waiting = expect(life.ask(never())).rejects.toMatchObject({
      fault: { cause: 'it did not answer for a minute' },
    });
    await vi.advanceTimersByTimeAsync(55_000);
    expect(life.over).toBe(false);
    await vi.advanceTimersByTimeAsync(15_000);
    await waiting;
    expect(life.over).toBe(true);
  });

  it('ends on purpose without mourning', async () => {
    const { worker, life } = born();
    const mourn = vi.fn();
    life.onDeath(mourn);
    const waiting = life.ask(never());
    life.end();
    await expect(waiting).rejects.toMatchObject({ fault: { code: 'engine/closed' } });
    expect(mourn).not.toHaveBeenCalled();
    expect(worker.terminated).toBe(true);
  });
});
