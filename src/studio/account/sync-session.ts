import type { SyncEngine } from '../../cloud/sync/engine';
import type { SyncStatus } from '../../cloud/sync/sync-events';
import type { Bytes } from '../../data/bytes';
import { toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { ModelVersion, SyncState } from '../../library/models/model-records';
import { modelsNews } from '../../library/models/models-news';
import { outboxEntries } from '../../library/models/outbox';
import { forgetSync, noteSync } from '../models/sync-store';
import type { SignedInAccount } from './account-store';
import { openCloud } from './cloud-door';
import { checkSession } from './session';
import type { SyncMessage, SyncRequest } from './sync-channel';
import { SyncChannel } from './sync-channel';
import { sayAdopted, sayModel, sayProblem } from './sync-notices';
import { useSyncOverview } from './sync-store';
import { thisDevice } from './this-device';
import { syncWords } from '../words/sync';

/** A request takes a chunk of 900 kB at most; on a slow line that lasts. */
const PATIENCE_MS = 90_000;
/** One tab of a browser syncs; when it goes, another takes over. */
const LOCK = 'photonic-sync';

/** Sync of one account in this tab: doing it, or showing what another tab does. */
export class SyncSession {
  readonly #account: SignedInAccount;
  readonly #channel: SyncChannel;
  readonly #end = new AbortController();
  readonly #states = new Map<string, SyncState>();
  readonly #engine: Promise<SyncEngine>;
  #status: SyncStatus | undefined;
  /** Whether this tab is the one that syncs. */
  #isLeading = false;

  constructor(account: SignedInAccount) {
    this.#account = account;
    this.#channel = new SyncChannel((message) => this.#hear(message));
    this.#engine = this.#load();
    void this.#lead();
    this.#listen();
    this.#channel.send({ kind: 'hello' });
  }

  /** What a person asked for; done by the tab that syncs. */
  ask(request: SyncRequest): void {
    if (this.#isLeading) void this.#do(request);
    else this.#channel.send(request);
  }

  /** The bytes of a version that is not in this browser. */
  async fetch(version: ModelVersion): Promise<Result<Bytes>> {
    try {
      return ok(await (await this.#engine).fetchArchive(version.id));
    } catch (thrown) {
      return fail(toFault(thrown));
    }
  }

  /** Lists the versions of a restricted model, which the audit notes. */
  async openRestricted(model: string): Promise<Result<undefined>> {
    try {
      await (await this.#engine).openRestricted(model);
      return ok(undefined);
    } catch (thrown) {
      return fail(toFault(thrown));
    }
  }

  end(): void {
    this.#end.abort();
    this.#channel.close();
    void this.#engine.then((engine) => engine.stop());
    forgetSync();
    useSyncOverview.setState({ status: undefined, problems: [] });
  }

  async #load(): Promise<SyncEngine> {
    const [cloud, { SyncEngine: Engine }, { libraryStore }] = await Promise.all([
      openCloud(),
      import('../../cloud/sync/engine'),
      import('../../cloud/sync/library-store'),
    ]);
    const { uid, workspaces } = this.#account;
    return new Engine(
      {
        cloud: cloud!,
        store: libraryStore,
        uid,
        workspaces: Object.keys(workspaces),
        device: thisDevice(),
        now: Date.now,
        random: Math.random,
        patience: PATIENCE_MS,
        nameCopy: syncWords.copyOf,
      },
      {
        onStatus: (status) => this.#tell({ kind: 'status', status }),
        onModel: (model, state) => this.#tell({ kind: 'model', model, state }),
        onProblem: ({ id }) => this.#tell({ kind: 'problem', id }),
      },
    );
  }

  /** Waits until no other tab syncs, then does until the session ends. */
  async #lead(): Promise<void> {
    const run = async (): Promise<void> => {
      if (this.#end.signal.aborted) return;
      const { libraryStore } = await import('../../cloud/sync/library-store');
      sayAdopted(await libraryStore.adopt(this.#account.uid));
      this.#isLeading = true;
      await (await this.#engine).run();
    };
    try {
      // Without locks (an insecure address) each tab syncs; the cloud sees them as one device.
      if ('locks' in navigator) await navigator.locks.request(LOCK, { signal: this.#end.signal }, run);
      else await run();
    } catch (thrown) {
      if (!this.#end.signal.aborted) console.warn('Sync stopped', thrown);
    }
  }

  #listen(): void {
    const { signal } = this.#end;
    const wake = (): void => this.ask({ kind: 'wake' });
    addEventListener('online', wake, { signal });
    document.addEventListener('visibilitychange', () => !document.hidden && wake(), { signal });
    const stop = modelsNews.follow(() => {
      // What sync itself stores is news, too.
      if (this.#isLeading) void outboxEntries().then((entries) => entries.length > 0 && wake());
    });
    signal.addEventListener('abort', stop);
  }

  async #do(request: SyncRequest): Promise<void> {
    const engine = await this.#engine;
    switch (request.kind) {
      case 'wake':
        return engine.wake();
      case 'try-again':
        return engine.tryAgain(request.model);
      case 'stop':
        return engine.cancel(request.model);
      case 'accept':
        return engine.acceptConflict(request.model);
    }
  }

  /** Of this tab's own sync: to be shown here and in the others. */
  #tell(message: SyncMessage): void {
    if (this.#end.signal.aborted) return;
    if (message.kind === 'model') sayModel(message.model, this.#states.get(message.model), message.state);
    if (message.kind === 'problem') sayProblem(message.id);
    if (message.kind === 'status' && message.status.kind === 'signed-out') void checkSession();
    this.#show(message);
    this.#channel.send(message);
  }

  #show(message: SyncMessage): void {
    if (message.kind === 'status') {
      this.#status = message.status;
      useSyncOverview.setState({ status: message.status });
    } else if (message.kind === 'model') {
      this.#states.set(message.model, message.state);
      noteSync([[message.model, message.state]]);
    } else if (message.kind === 'problem') {
      const { problems } = useSyncOverview.getState();
      useSyncOverview.setState({ problems: [...new Set([...problems, message.id])] });
    }
  }

  #hear(message: SyncMessage): void {
    if (this.#end.signal.aborted) return;
    if (message.kind === 'status' || message.kind === 'model' || message.kind === 'problem')
      return this.#show(message);
    if (!this.#isLeading) return;
    if (message.kind !== 'hello') {
      void this.#do(message);
      return;
    }
    if (this.#status !== undefined) this.#channel.send({ kind: 'status', status: this.#status });
    for (const [model, state] of this.#states) this.#channel.send({ kind: 'model', model, state });
  }
}
