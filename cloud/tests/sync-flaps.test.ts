import { afterEach, describe, expect, it } from 'vitest';
import { uniform } from '../../src/lib/rng';
import { TooManyChanges } from '../../src/cloud/ticket-window';
import type { Device } from '../../src/cloud/sync/device.testing';
import { toFault } from '../../src/lib/fault';
import { bytesOf, Desk, versionOf } from './fixtures/devices';

/** Rows of `npm run bench -- --only "security.*"`: each test prints its result as one line of JSON. */

const desk = new Desk('demo-sync-flaps');
/** Few for every day; the benchmark makes it a hundred. */
const FLAPS = Number(process.env['PHOTONIC_TEST_FLAPS'] ?? 12);
const SEED = 20_261_123;

afterEach(() => desk.close());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Syncs until nothing waits. What the network or the limit per minute stops is tried again. */
async function drain(devices: readonly Device[]): Promise<void> {
  let quiet = 0;
  while (quiet < 2) {
    quiet += 1;
    for (const device of devices) {
      try {
        await device.engine.tryAgain();
        await device.engine.syncOnce();
      } catch (thrown) {
        quiet = 0;
        if (thrown instanceof TooManyChanges) await pause(thrown.waitMs);
        else expect(toFault(thrown).code).toBe('cloud/unreachable');
      }
      if (device.store.waiting.size > 0) quiet = 0;
    }
  }
}

/** What a device has, in a form that two can be compared by. */
function contentOf({ store }: Device) {
  const models = [...store.models.values()].map(({ id, name, tags, note, live, deletedAt }) => ({
    id,
    name,
    tags: [...tags].sort(),
    note,
    live,
    isDeleted: deletedAt !== undefined,
  }));
  const versions = [...store.versions.values()].map(({ id, model, sha256, isHere }) => ({
    id,
    model,
    sha256,
    isHere,
  }));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { models: models.sort(byId), versions: versions.sort(byId) };
}

describe('a network that comes and goes', () => {
  it(
    `security.flaps: loses nothing in ${FLAPS} flaps with edits on two devices`,
    { timeout: 400_000 },
    async () => {
      const random = (stream: number, flap: number) => uniform(SEED, stream, flap);
      const began = performance.now();
      const pair = await desk.pair();
      const models: string[] = [];
      for (const name of ['One', 'Two', 'Three', 'Four', 'Five', 'Six'])
        models.push((await pair[0].store.create({ name, owner: pair[0].uid }, [])).id);
      await drain(pair);
      const saved = new Map<string, number>();
      const tags: { readonly model: string; readonly tag: string }[] = [];
      const cut = [false, false];
      for (let flap = 0; flap < FLAPS; flap++) {
        const { store } = pair[Math.floor(2 * random(1, flap))]!;
        const model = models[Math.floor(models.length * random(2, flap))]!;
        const kind = random(3, flap);
        if (kind < 0.25)
          saved.set((await store.save(model, versionOf(400 + flap, `v${flap}`, flap))).id, flap);
        else if (kind < 0.5) store.amend(model, { name: `Name ${flap}` });
        else {
          const tag = `t${flap}`;
          store.amend(model, { tags: [...store.models.get(model)!.tags, tag] });
          tags.push({ model, tag });
        }
        const syncing = Promise.allSettled(pair.map((device) => device.engine.syncOnce()));
        await pause(150 * random(4, flap));
        const which = Math.floor(2 * random(5, flap));
        cut[which] = !cut[which];
        if (cut[which]) pair[which]!.wire.cut();
        else pair[which]!.wire.mend();
        await syncing;
        if (random(6, flap) < 0.1) pair[which]!.restart();
      }
      for (const { wire } of pair) wire.mend();
      await drain(pair);
      const [a, b] = pair;
      expect(contentOf(b)).toEqual(contentOf(a));
      let lost = 0;
      for (const device of pair) {
        for (const [id, seed] of saved)
          if (!isSame(device.store.files.get(id), bytesOf(400 + seed, seed))) lost += 1;
        for (const { model, tag } of tags)
          if (device.store.models.get(model)?.tags.includes(tag) !== true) lost += 1;
        for (const state of device.states.values()) expect(['synced', 'conflict']).toContain(state.kind);
      }
      const copies = a.store.models.size - models.length;
      const seconds = Math.round((performance.now() - began) / 100) / 10;
      const row = {
        row: 'security.flaps',
        flaps: FLAPS,
        versions: saved.size,
        tags: tags.length,
        copies,
        lost,
        seconds,
      };
      console.log(JSON.stringify(row));
      expect(lost).toBe(0);
    },
  );

  it('security.roundtrip: gives 10 MB back byte for byte', { timeout: 200_000 }, async () => {
    const began = performance.now();
    const [a, b] = await desk.pair();
    const length = 10_000_000;
    const model = await a.store.create({ name: 'Large', owner: a.uid }, [versionOf(length, 'Large', 5)]);
    await drain([a]);
    await b.engine.syncOnce();
    const [version] = await b.store.listVersions(model.id);
    const back = await b.engine.fetchArchive(version!.id);
    const isIdentical = isSame(back, bytesOf(length, 5));
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    console.log(JSON.stringify({ row: 'security.roundtrip', bytes: length, isIdentical, seconds }));
    expect(isIdentical).toBe(true);
  });
});

function isSame(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && Buffer.compare(a, b) === 0;
}
