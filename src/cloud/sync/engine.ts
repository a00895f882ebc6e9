import type { Bytes } from '../../data/bytes';
import type { Fault } from '../../lib/fault';
import { toCloudFault } from '../cloud-fault';
import { TooManyChanges } from '../ticket-window';
import { MOST_ATTEMPTS, retryDelay } from './backoff';
import { conflictKey } from './conflict-copy';
import type { SyncContext, SyncProblem } from './context';
import { fetchArchive } from './fetch-archive';
import { fetchVersions } from './fetch-versions';
import { malformed } from './malformed';
import { pull } from './pull';
import { nextDue, pushQueue } from './push-queue';
import { sayReading } from './say-reading';
import { renewSession } from './session';
import { stateOf } from './state-of';
import type { SyncEvents } from './sync-events';

/** The cloud is asked for news this often while nothing else happens, ms. */
const POLL_MS = 30_000;

export type SyncSetting = Omit<SyncContext, 'readings' | 'onProgress' | 'onProblem'>;

/** Keeps one account's models on this device and in the cloud the same. One page of a browser runs one. */
export class SyncEngine {
  readonly #context: SyncContext;
  readonly #events: SyncEvents;
  readonly #told = new Set<string>();
  readonly #turns = new Map<string, AbortController>();
  readonly #stop = new AbortController();
  #hasListedAll = false;
  #failures = 0;
  #wake: (() => void) | undefined;
  #isWoken = false;

  constructor(setting: SyncSetting, events: SyncEvents) {
    this.#events = events;
    this.#context = {
      ...setting,
      readings: new Map(),
      onProgress: (model, { sent, total }) => events.onModel(model, { kind: 'syncing', sent, total }),
      onProblem: (problem) => this.#tell(problem),
    };
  }

  /** Goes on until it is stopped; never rejects. */
  async run(): Promise<void> {
    await this.tellAll();
    while (!this.#stop.signal.aborted) {
      this.#isWoken = false;
      const wait = await this.#turn();
      if (wait !== undefined && !this.#isWoken) await this.#rest(wait);
    }
  }

  /** Looks at once: something has changed here, or the network is back. */
  wake(): void {
    this.#isWoken = true;
    this.#wake?.();
  }

  stop(): void {
    this.#stop.abort();
    for (const turn of this.#turns.values()) turn.abort();
    this.wake();
  }

  /** Takes what is new in the cloud and sends what waits, once. Rejects with a fault that concerns all models. */
  async syncOnce(): Promise<void> {
    // Seen to wait before the network is asked for anything.
    for (const { model } of await this.#context.store.outbox()) await this.#tellState(model);
    await this.#pull();
    this.#hasListedAll = true;
    await this.tellAll();
    await pushQueue(this.#context, {
      onBegin: (model, done, total) => {
        this.#events.onStatus({ kind: 'syncing', done, total });
        this.#events.onModel(model, { kind: 'syncing', sent: 0, total: 0 });
      },
      onEnd: (model) => {
        this.#turns.delete(model);
        return this.#tellState(model);
      },
      onDenied: () => renewSession(this.#context.cloud),
      signalFor: (model) => {
        const turn = new AbortController();
        this.#turns.set(model, turn);
        return turn.signal;
      },
    });
  }

  /** A refusal may mean that the session has ended, or a role has changed since the token was given out. */
  async #pull(): Promise<void> {
    const take = (): Promise<void> => pull(this.#context, !this.#hasListedAll, this.#stop.signal);
    try {
      await take();
    } catch (thrown) {
      if (toCloudFault(thrown).fault.code !== 'cloud/denied') throw thrown;
      await renewSession(this.#context.cloud);
      await take();
    }
  }

  /** Stops sending one model; it waits for {@link tryAgain}. */
  cancel(model: string): void {
    this.#turns.get(model)?.abort();
  }

  /** Sends what was refused or stopped once more; without a name, all of it. */
  async tryAgain(model?: string): Promise<void> {
    for (const entry of await this.#context.store.outbox())
      if (model === undefined || entry.model === model)
        await this.#context.store.delay(entry.model, { attempts: 0, retryAt: 0, fault: undefined });
    this.#failures = 0;
    this.wake();
  }

  /** The person has seen that a conflict was kept as two models. */
  async acceptConflict(model: string): Promise<void> {
    await this.#context.store.remember(conflictKey(model), undefined);
    await this.#tellState(model);
  }

  /** Fetches a version's archive that is not here. Rejects with the fault that stopped it. */
  async fetchArchive(version: string, signal?: AbortSignal): Promise<Bytes> {
    const { store } = this.#context;
    const found = await store.version(version);
    if (found === undefined) throw malformed(version, false);
    try {
      return (await store.file(version)) ?? (await fetchArchive(this.#context, found, signal));
    } finally {
      void this.#tellState(found.model);
    }
  }

  /** Lists the versions of a restricted or classified model; the audit says that this person read it. */
  async openRestricted(model: string): Promise<void> {
    await sayReading(this.#context, model, this.#stop.signal);
    const versions = await fetchVersions(this.#context, model, this.#stop.signal);
    await this.#context.store.merge(
      model,
      ({ synced }) =>
        synced && { synced: { ...synced, versions: [...new Set([...synced.versions, ...versions])] } },
    );
  }

  /** Says of every model where it stands. */
  async tellAll(): Promise<void> {
    for (const { id } of await this.#context.store.listModels()) await this.#tellState(id);
  }

  /** One round; how long to rest then, undefined: not at all. */
  async #turn(): Promise<number | undefined> {
    const { now, store } = this.#context;
    try {
      await this.syncOnce();
      this.#failures = 0;
      this.#events.onStatus({ kind: 'synced', at: now() });
      const next = nextDue(await store.outbox());
      return next === undefined ? POLL_MS : Math.min(POLL_MS, Math.max(1000, next - now()));
    } catch (thrown) {
      return this.#stop.signal.aborted ? undefined : this.#waitAfter(thrown);
    }
  }

  #waitAfter(thrown: unknown): number {
    const error = toCloudFault(thrown);
    const { fault } = error;
    if (fault.code === 'cloud/signed-out' || fault.code === 'cloud/denied') {
      this.#events.onStatus({ kind: 'signed-out', fault });
      return Infinity;
    }
    this.#failures += 1;
    const isHopeless = this.#failures >= MOST_ATTEMPTS;
    const wait =
      error instanceof TooManyChanges
        ? error.waitMs
        : isHopeless
          ? Infinity
          : retryDelay(this.#failures, this.#context.random);
    this.#waiting(fault, wait);
    return wait;
  }

  #waiting(fault: Fault, wait: number): void {
    const retryAt = wait === Infinity ? undefined : this.#context.now() + wait;
    this.#events.onStatus({ kind: 'waiting', fault, retryAt });
  }

  #rest(wait: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = wait === Infinity ? undefined : setTimeout(resolve, wait);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #tell(problem: SyncProblem): void {
    if (this.#told.has(problem.id)) return;
    this.#told.add(problem.id);
    this.#events.onProblem(problem);
  }

  async #tellState(model: string): Promise<void> {
    const state = await stateOf(this.#context.store, this.#context.uid, model);
    if (state !== undefined) this.#events.onModel(model, state);
  }
}
