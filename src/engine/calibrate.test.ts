import { describe, expect, it } from 'vitest';
import { PhotonicError } from '../lib/fault';
import type { Backend, BackendId, Session } from './backend';
import { calibrate } from './calibrate';
import type { BackendFactories } from './choose-backend';
import type { Clock } from './clock';

/** Backends whose steps take a known time on a clock of their own. */
function laboratory(): {
  clock: Clock;
  make: (id: BackendId, msPerStep: number, isSoftware?: boolean) => () => Promise<Backend>;
  open: Set<string>;
} {
  let now = 0;
  const open = new Set<string>();
  const make =
    (id: BackendId, msPerStep: number, isSoftware = false) =>
    () => {
      open.add(id);
      const session = {
        step: (count: number) => {
          now += count * msPerStep;
          return Promise.resolve();
        },
        metrics: () => Promise.resolve({}),
        dispose: () => undefined,
      } as unknown as Session;
      return Promise.resolve<Backend>({
        id,
        label: `the ${id}`,
        isSoftware,
        prepare: () => Promise.resolve(session),
        dispose: () => void open.delete(id),
      });
    };
  return {
    clock: { now: () => now, breathe: () => Promise.resolve(), wait: () => Promise.resolve() },
    make,
    open,
  };
}

const absent = (message: string) => () =>
  Promise.reject(new PhotonicError({ code: 'engine/no-webgpu', message, fix: 'none' }));

describe('calibration', () => {
  it('chooses the fastest and says why', async () => {
    const { clock, make, open } = laboratory();
    const result = await calibrate(
      { webgpu: make('webgpu', 0.25), wasm: make('wasm', 1), reference: make('reference', 16) },
      clock,
    );
    expect(result.chosen).toBe('webgpu');
    expect(result.backends.map((report) => report.samplesPerSecond)).toEqual([2_048_000, 512_000, 32_000]);
    expect(result.reason).toBe(
      'the webgpu trained 2.05 M samples/s in a short test, 4.0× the 512 k of WASM SIMD.',
    );
    expect(open.size).toBe(0);
  });

  it('does not believe in graphics where WASM is faster', async () => {
    const { clock, make } = laboratory();
    const factories = { webgpu: make('webgpu', 2), wasm: make('wasm', 1), reference: make('reference', 8) };
    expect((await calibrate(factories, clock)).chosen).toBe('wasm');
  });

  it('neither measures nor chooses an emulated device unless asked, and never chooses it', async () => {
    const { clock, make } = laboratory();
    const factories: BackendFactories = {
      webgpu: make('webgpu', 0.1, true),
      wasm: make('wasm', 1),
      reference: make('reference', 8, true),
    };
    const quiet = await calibrate(factories, clock);
    expect(quiet.chosen).toBe('wasm');
    expect(quiet.backends[0]).toMatchObject({ available: true, samplesPerSecond: undefined });
    expect(quiet.reason).toContain('emulates');
    const curious = await calibrate(factories, clock, { measureSoftware: true });
    expect(curious.backends[0]?.samplesPerSecond).toBeGreaterThan(1e6);
    expect(curious.chosen).toBe('wasm');
  });

  it('says that there is no WebGPU, and goes down to the reference', async () => {
    const { clock, make } = laboratory();
    const none = absent('This browser has no WebGPU.');
    const wasm = await calibrate(
      { webgpu: none, wasm: make('wasm', 1), reference: make('reference', 8) },
      clock,
    );
    expect(wasm.reason).toContain('This browser has no WebGPU.');
    const reference = await calibrate(
      { webgpu: none, wasm: absent('No SIMD.'), reference: make('reference', 8) },
      clock,
    );
    expect(reference.chosen).toBe('reference');
    expect(reference.backends[1]).toMatchObject({ available: false, note: 'No SIMD.' });
  });

  it('counts a backend that cannot train as unavailable', async () => {
    const { clock, make } = laboratory();
    const broken = async () => ({
      ...(await make('webgpu', 1)()),
      prepare: () => Promise.reject(new Error('no pipeline')),
    });
    const result = await calibrate(
      { webgpu: broken, wasm: make('wasm', 1), reference: make('reference', 8) },
      clock,
    );
    expect(result.backends[0]).toMatchObject({ available: false });
    expect(result.backends[0]?.note).toContain('no pipeline');
    expect(result.chosen).toBe('wasm');
  });
});
