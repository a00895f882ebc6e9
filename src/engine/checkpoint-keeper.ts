import type { Fault } from '../lib/fault';
import type { BackendId } from './backend';
import type { Checkpoint, CheckpointIdentity } from './checkpoint';
import { decodeCheckpoint, encodeCheckpoint } from './checkpoint';
import type { CheckpointStore } from './checkpoint-store';
import { TRIAL_PREFIX } from './checkpoint-store';

/**
 * One run's checkpoint. Nothing here stops a run: an unreadable file or a full disk becomes a notice,
 * each kind once, and training goes on from what is in memory.
 */
export class CheckpointKeeper {
  readonly #store: CheckpointStore;
  readonly #identity: CheckpointIdentity;
  readonly #notice: (fault: Fault) => void;
  readonly #told = new Set<string>();
  readonly #name: string;

  /** @param trial its file is that of a trial, by this name, instead of the run's own */
  constructor(
    store: CheckpointStore,
    identity: CheckpointIdentity,
    notice: (fault: Fault) => void,
    trial?: string,
  ) {
    this.#name = `${trial === undefined ? identity.runId : `${TRIAL_PREFIX}${trial}`}.checkpoint`;
    this.#store = store;
    this.#identity = identity;
    this.#notice = notice;
  }

  /** What was saved, or nothing where there is nothing that can be used. */
  async load(): Promise<Checkpoint | undefined> {
    try {
      const bytes = await this.#store.read(this.#name);
      if (bytes === undefined) return undefined;
      const decoded = await decodeCheckpoint(bytes, this.#identity);
      if (decoded.ok) return decoded.value;
      this.#tell(decoded.fault);
    } catch (thrown) {
      this.#tell(unreadable(thrown));
    }
    return undefined;
  }

  async save(checkpoint: Checkpoint, generation: number, backend: BackendId): Promise<void> {
    try {
      await this.#store.write(
        this.#name,
        await encodeCheckpoint(this.#identity, checkpoint, generation, backend),
      );
      this.#told.clear();
    } catch (thrown) {
      this.#tell(unwritable(thrown));
    }
  }

  async forget(): Promise<void> {
    try {
      await this.#store.remove(this.#name);
    } catch (thrown) {
      this.#tell(unwritable(thrown));
    }
  }

  /** Every five seconds the same sentence would only annoy. */
  #tell(fault: Fault): void {
    if (this.#told.has(fault.code)) return;
    this.#told.add(fault.code);
    this.#notice(fault);
  }
}

function unreadable(thrown: unknown): Fault {
  return {
    code: 'engine/checkpoint-unreadable',
    message: 'The saved progress of this run could not be read.',
    fix: 'Nothing to do: training starts from step 0 and gives the same curve again.',
    cause: String(thrown),
  };
}

function unwritable(thrown: unknown): Fault {
  const full = thrown instanceof DOMException && thrown.name === 'QuotaExceededError';
  return full
    ? {
        code: 'engine/disk-full',
        message:
          'The progress could not be saved because the browser has no room left. Training goes on in memory.',
        fix: 'Free some disk space or delete stored data of this site, and keep the page open until then.',
        cause: thrown.message,
      }
    : {
        code: 'engine/checkpoint-unwritable',
        message: 'The progress could not be saved in this browser. Training goes on in memory.',
        fix: 'Keep the page open; a private window or blocked site data may be the reason.',
        cause: String(thrown),
      };
}
