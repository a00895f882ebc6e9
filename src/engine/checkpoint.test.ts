import { describe, expect, it } from 'vitest';
import { liveSettings } from '../experiment/live-settings';
import { ficonnVowels } from '../experiment/presets';
import type { Fault } from '../lib/fault';
import type { Checkpoint, CheckpointIdentity } from './checkpoint';
import { decodeCheckpoint, encodeCheckpoint } from './checkpoint';
import { CheckpointKeeper } from './checkpoint-keeper';
import type { CheckpointStore } from './checkpoint-store';
import { memoryStore } from './checkpoint-store.fixture';

const identity: CheckpointIdentity = {
  runId: 'run',
  experiment: 'e'.repeat(64),
  data: 'd'.repeat(64),
  parameterCount: 3,
};
const state = {
  step: 41,
  parameters: Float64Array.of(0.1, -2, Math.PI),
  momentum: Float64Array.of(1e-300, 0, -0),
  variance: Float64Array.of(1, 2, 3),
};
const curve = {
  firstStep: 39,
  loss: Float32Array.of(2.5, 0.25),
  accuracy: Float32Array.of(0, 1),
  gradientNorm: Float32Array.of(1e-30, 7),
};
const passes = [
  { step: 0, perStep: 8 },
  { step: 40, perStep: 24 },
];
const settings = liveSettings(ficonnVowels);
const edits = [{ step: 20, before: { ...settings, phaseNoise: 0.1 }, after: settings }];
const checkpoint: Checkpoint = { state, curve, passes, edits, settings };

describe('checkpoint file', () => {
  it('gives back exactly what was written', async () => {
    const bytes = await encodeCheckpoint(identity, checkpoint, 2, 'wasm');
    expect(await decodeCheckpoint(bytes, identity)).toEqual({ ok: true, value: checkpoint });
  });

  it('refuses a file with any byte changed, cut or added', async () => {
    const bytes = await encodeCheckpoint(identity, checkpoint, 0, 'webgpu');
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await decodeCheckpoint(changed, identity), `byte ${at}`).toMatchObject(damaged);
    }
    expect(await decodeCheckpoint(bytes.slice(0, -1), identity)).toMatchObject(damaged);
    expect(await decodeCheckpoint(new Uint8Array(0), identity)).toMatchObject(damaged);
    expect(await decodeCheckpoint(Uint8Array.of(...bytes, 0), identity)).toMatchObject(damaged);
  });

  it('refuses a sound file of another run or of other data', async () => {
    const bytes = await encodeCheckpoint(identity, checkpoint, 0, 'wasm');
    const foreign = { ok: false, fault: { code: 'engine/checkpoint-foreign' } };
    expect(await decodeCheckpoint(bytes, { ...identity, experiment: 'f'.repeat(64) })).toMatchObject(foreign);
    expect(await decodeCheckpoint(bytes, { ...identity, data: 'f'.repeat(64) })).toMatchObject(foreign);
    expect(await decodeCheckpoint(bytes, { ...identity, parameterCount: 4 })).toMatchObject(foreign);
  });
});

describe('checkpoint keeper', () => {
  it('saves, loads and forgets', async () => {
    const { keeper, notices } = keeperOn(memoryStore());
    expect(await keeper.load()).toBeUndefined();
    await keeper.save(checkpoint, 0, 'wasm');
    expect(await keeper.load()).toEqual(checkpoint);
    await keeper.forget();
    expect(await keeper.load()).toBeUndefined();
    expect(notices).toEqual([]);
  });

  it('ignores a damaged file with a notice', async () => {
    const store = memoryStore();
    const { keeper, notices } = keeperOn(store);
    await store.write('run.checkpoint', Uint8Array.of(1, 2, 3));
    expect(await keeper.load()).toBeUndefined();
    expect(notices.map((fault) => fault.code)).toEqual(['engine/checkpoint-damaged']);
  });

  it('tells of a full disk once, and again after it has worked in between', async () => {
    const store = memoryStore();
    let full = true;
    const { keeper, notices } = keeperOn({
      ...store,
      write: (name, bytes) =>
        full ? Promise.reject(new DOMException('no room', 'QuotaExceededError')) : store.write(name, bytes),
    });
    await keeper.save(checkpoint, 0, 'wasm');
    await keeper.save(checkpoint, 0, 'wasm');
    expect(notices.map((fault) => fault.code)).toEqual(['engine/disk-full']);
    full = false;
    await keeper.save(checkpoint, 0, 'wasm');
    expect(await keeper.load()).toEqual(checkpoint);
    full = true;
    await keeper.save(checkpoint, 0, 'wasm');
    expect(notices).toHaveLength(2);
  });

  it('survives a browser without private files', async () => {
    const absent = () => Promise.reject(new TypeError('storage is undefined'));
    const { keeper, notices } = keeperOn({ read: absent, write: absent, remove: absent });
    expect(await keeper.load()).toBeUndefined();
    await keeper.save(checkpoint, 0, 'wasm');
    await keeper.forget();
    expect(notices.map((fault) => fault.code)).toEqual([
      'engine/checkpoint-unreadable',
      'engine/checkpoint-unwritable',
    ]);
  });
});

const damaged = { ok: false, fault: { code: 'engine/checkpoint-damaged' } };

function keeperOn(store: CheckpointStore) {
  const notices: Fault[] = [];
  return { keeper: new CheckpointKeeper(store, identity, (fault) => notices.push(fault)), notices };
}
