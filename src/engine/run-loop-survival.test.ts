import { describe, expect, it } from 'vitest';
import { PhotonicError } from '../lib/fault';
import type { Session } from './backend';
import { MAX_FAILURES } from './recovery';
import { FragileBackend, bench, smallPlan } from './run-loop.fixture';

const STEPS = 60;

describe('a run whose device fails', () => {
  it('continues on the same curve, with metrics from the snapshot on', async () => {
    const straight = await uneventful();
    const devices: FragileBackend[] = [];
    const make = () => {
      const first = devices.length === 0;
      const device: FragileBackend = new FragileBackend('webgpu', {
        beforeStep: (session) => {
          if (first && session.steps === 37) device.lose();
        },
      });
      devices.push(device);
      return device;
    };
    const run = await bench(smallPlan(STEPS), {
      backend: make(),
      factories: { webgpu: () => Promise.resolve(make()) },
    });
    await run.loop.step(20);
    await run.loop.step(STEPS);
    expect(run.curve()).toEqual(straight);
    expect(devices).toHaveLength(2);
    expect(devices[0]?.disposed).toBe(true);
    expect(devices[1]?.prepared[0]?.step).toBe(20);
    expect(run.last('notice')?.fault.code).toBe('engine/device-lost');
    expect(run.states()).toEqual([
      'ready',
      'running',
      'paused',
      'running',
      'recovering',
      'running',
      'finished',
    ]);
  });

  it('takes an error of its own for the loss that is only told afterwards', async () => {
    const devices: FragileBackend[] = [];
    const make = () => {
      const first = devices.length === 0;
      const device: FragileBackend = new FragileBackend('webgpu', {
        beforeStep: (session) => {
          if (!first || session.steps !== 37) return;
          setTimeout(() => {
            device.lose();
          }, 20);
          throw new Error('A buffer could not be mapped.');
        },
      });
      devices.push(device);
      return device;
    };
    const run = await bench(smallPlan(STEPS), {
      backend: make(),
      factories: { webgpu: () => Promise.resolve(make()) },
    });
    await run.loop.step(STEPS);
    expect(run.states()).toContain('recovering');
    expect(run.curve()).toEqual(await uneventful());
  });

  it('recovers while paused', async () => {
    const devices = [new FragileBackend('webgpu'), new FragileBackend('webgpu')];
    const run = await bench(smallPlan(STEPS), {
      backend: devices[0]!,
      factories: { webgpu: () => Promise.resolve(devices[1]!) },
    });
    await run.loop.step(10);
    const back = run.until('paused');
    devices[0]?.lose();
    await back;
    expect(run.states().slice(-2)).toEqual(['recovering', 'paused']);
    await run.loop.step(STEPS);
    expect(run.curve()).toEqual(await uneventful());
  });

  it('passes the drill on a backend that cannot be lost by itself', async () => {
    const run = await bench(smallPlan(STEPS));
    await run.loop.step(10);
    await run.loop.play();
    await run.loop.loseDevice();
    await run.loop.pause();
    await run.loop.step(STEPS);
    expect(run.states()).toContain('recovering');
    expect(run.curve()).toEqual(await uneventful());
  });

  it('does not wait for a call that a lost device never answers', async () => {
    const silent = new FragileBackend('webgpu');
    const prepare = silent.prepare.bind(silent);
    silent.prepare = async (...parts) => {
      const session = await prepare(...parts);
      session.step = () => {
        queueMicrotask(() => {
          silent.lose();
        });
        return new Promise(() => undefined);
      };
      return session;
    };
    const run = await bench(smallPlan(STEPS), { backend: silent });
    await run.loop.step(STEPS);
    expect(run.curve()).toEqual(await uneventful());
  });

  it('gives a backend that keeps failing up for the next one, with a notice', async () => {
    let opened = 0;
    const dying = () => {
      const device: FragileBackend = new FragileBackend('webgpu', {
        beforeStep: () => {
          device.lose();
        },
      });
      return device;
    };
    const run = await bench(smallPlan(STEPS), {
      backend: dying(),
      factories: {
        webgpu: () => {
          opened++;
          return Promise.resolve(dying());
        },
        wasm: () => Promise.resolve(new FragileBackend('wasm')),
      },
    });
    await run.loop.step(STEPS);
    expect(opened).toBe(MAX_FAILURES);
    expect(run.loop.backend.id).toBe('wasm');
    expect(run.last('notice')?.fault.where).toBe('wasm');
    expect(run.curve()).toEqual(await uneventful());
  });

  it('never tries again what ran out of memory', async () => {
    let opened = 0;
    const run = await bench(smallPlan(STEPS), {
      backend: new FragileBackend('webgpu', { prepare: outOfMemory }),
      factories: {
        webgpu: () => {
          opened++;
          return Promise.resolve(new FragileBackend('webgpu'));
        },
        wasm: () => Promise.resolve(new FragileBackend('wasm')),
      },
    });
    expect(opened).toBe(0);
    expect(run.loop.backend.id).toBe('wasm');
    expect(run.last('notice')?.fault.code).toBe('engine/out-of-memory');
  });

  it('fails with a fault when no backend is left', async () => {
    const broken = () =>
      Promise.reject(new PhotonicError({ code: 'engine/unsupported', message: 'no', fix: 'none' }));
    let fragile = true;
    const device: FragileBackend = new FragileBackend('reference', {
      beforeStep: () => {
        if (fragile) device.lose();
      },
    });
    const run = await bench(smallPlan(STEPS), {
      backend: device,
      factories: { webgpu: broken, wasm: broken, reference: broken },
    });
    await run.loop.step(STEPS);
    expect(run.states().at(-1)).toBe('failed');
    expect(run.last('fault')?.fault.code).toBe('engine/unsupported');
    fragile = false;
    await run.loop.dispose();
  });
});

describe('a run whose loss is no longer a number', () => {
  it('pauses, names the step, and goes back to the last finite state', async () => {
    const run = await bench(smallPlan(STEPS), { backend: poisoned(30) });
    await run.loop.step(20);
    const good = run.last('parameters')?.parameters;
    await run.loop.step(STEPS);
    expect(run.states().at(-1)).toBe('paused');
    const fault = run.last('fault')?.fault;
    expect(fault?.code).toBe('engine/not-a-number');
    expect(fault?.message).toContain('step 30');
    expect(fault?.fix).toMatch(/learning rate/);
    expect(run.last('parameters')).toMatchObject({ step: 20, parameters: good });
    expect(run.loop.steps).toBe(20);
    expect(run.curve().every(Number.isFinite)).toBe(true);
    expect(run.curve()).toHaveLength(30);
    await run.loop.dispose();
    expect(run.saved.every(({ state }) => state.parameters.every(Number.isFinite))).toBe(true);
  });
});

/** A device whose losses are not numbers from a step on. */
function poisoned(from: number): FragileBackend {
  const backend = new FragileBackend('wasm');
  const prepare = backend.prepare.bind(backend);
  backend.prepare = async (...parts) => {
    const session: Session = await prepare(...parts);
    const metrics = session.metrics.bind(session);
    session.metrics = async () => {
      const slice = await metrics();
      return { ...slice, loss: slice.loss.map((loss, k) => (slice.firstStep + k >= from ? NaN : loss)) };
    };
    return session;
  };
  return backend;
}

function outOfMemory(): never {
  throw new PhotonicError({ code: 'engine/out-of-memory', message: 'too large', fix: 'Use fewer modes.' });
}

async function uneventful(): Promise<number[]> {
  const run = await bench(smallPlan(STEPS));
  await run.loop.step(STEPS);
  return run.curve();
}
