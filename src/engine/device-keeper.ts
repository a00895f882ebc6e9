import type { NetworkData } from '../data/fields';
import type { NetworkPlan } from '../learning/plan';
import type { Fault } from '../lib/fault';
import { PhotonicError, toFault } from '../lib/fault';
import type { Backend, BackendId, Session, SessionMemory, TrainingState } from './backend';
import type { BackendFactories } from './choose-backend';
import { deviceLost, engineError } from './engine-fault';
import { prepareTraining } from './methods/method-session';
import { isDeviceTrouble, nextBackend } from './recovery';

/** How long a failed call waits for the news that its device is gone. */
const LOSS_GRACE_MS = 500;

/**
 * Keeps a run on a working device: owns backend and session, notices when the device goes away, and
 * makes a new session from a given state, on the same backend or the next one. Each device it has had is
 * one generation; whatever an older generation still reports is ignored.
 */
export class DeviceKeeper {
  readonly #factories: BackendFactories;
  #plan: NetworkPlan;
  readonly #data: NetworkData;
  readonly #onLoss: () => void;
  #backend: Backend;
  #session: Session | undefined;
  #generation = 0;
  /** Times a device failed since the last state that was brought to safety. */
  #failures = 0;
  #loss: PhotonicError | undefined;
  #rejectCall: ((reason: unknown) => void) | undefined;

  /** @param onLoss called once per lost device, also while nothing is being computed */
  constructor(
    factories: BackendFactories,
    backend: Backend,
    plan: NetworkPlan,
    data: NetworkData,
    onLoss: () => void,
  ) {
    this.#factories = factories;
    this.#backend = backend;
    this.#plan = plan;
    this.#data = data;
    this.#onLoss = onLoss;
    this.#watch(backend);
  }

  get backend(): Backend {
    return this.#backend;
  }

  get generation(): number {
    return this.#generation;
  }

  get steps(): number {
    return this.#session?.steps ?? 0;
  }

  /** Of the present session, where it is known. */
  get memory(): SessionMemory | undefined {
    return this.#session?.memory;
  }

  /** What sessions prepared from here on execute: the same network, trained otherwise. */
  usePlan(plan: NetworkPlan): void {
    this.#plan = plan;
  }

  /** Makes a session at a state, or at the plan's initial parameters; the one before is released first. */
  async prepare(state?: TrainingState): Promise<void> {
    this.#release();
    this.#session = await this.#guard(prepareTraining(this.#backend, this.#plan, this.#data, state));
  }

  /** One call to the session; rejects with `engine/device-lost` even if the device never answers. */
  async call<T>(work: (session: Session) => Promise<T>): Promise<T> {
    if (this.#loss !== undefined) throw this.#loss;
    if (this.#session === undefined)
      throw engineError('closed', 'This run is closed.', 'Open the experiment again.');
    try {
      return await this.#guard(work(this.#session));
    } catch (thrown) {
      if (!(thrown instanceof PhotonicError)) await this.#lossOrGrace();
      throw this.#loss ?? thrown;
    }
  }

  /** A lost device fails whatever runs on it with errors of its own, some time before it says that it is lost. */
  #lossOrGrace(): Promise<void> {
    const { lost } = this.#backend;
    if (lost === undefined || this.#loss !== undefined) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOSS_GRACE_MS);
      lost.catch(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** A state has been brought to safety since the last failure: the device works. */
  proven(): void {
    this.#failures = 0;
  }

  /**
   * Replaces the device after `fault` and continues at `state` (the plan's start without one); throws the
   * last fault if nothing works.
   */
  async recover(fault: Fault, state: TrainingState | undefined): Promise<void> {
    let last = fault;
    let target: BackendId | undefined = this.#backend.id;
    for (;;) {
      this.#failures++;
      target = nextBackend(target, last, this.#failures);
      if (target === undefined) throw new PhotonicError(last);
      if (target !== this.#backend.id) this.#failures = 0;
      this.#close();
      try {
        this.#adopt(await this.#factories[target]());
        await this.prepare(state);
        return;
      } catch (thrown) {
        last = toFault(thrown, 'engine/backend-unavailable');
        // A bug in a backend is not cured by the same backend.
        if (!isDeviceTrouble(last)) last = { ...last, code: 'engine/unsupported' };
      }
    }
  }

  /** Takes the device away as a driver reset would; resolves when that is known here. */
  async lose(): Promise<void> {
    const backend = this.#backend;
    if (backend.loseDevice !== undefined && backend.lost !== undefined) {
      backend.loseDevice();
      await backend.lost.catch(() => undefined);
      return;
    }
    backend.dispose();
    this.#lost(this.#generation, deviceLost('taken away on request'));
  }

  dispose(): void {
    this.#close();
    this.#session = undefined;
  }

  #adopt(backend: Backend): void {
    this.#backend = backend;
    this.#loss = undefined;
    this.#watch(backend);
  }

  #watch(backend: Backend): void {
    const generation = this.#generation;
    backend.lost?.catch((thrown: unknown) => {
      this.#lost(generation, thrown instanceof PhotonicError ? thrown : deviceLost(String(thrown)));
    });
  }

  #lost(generation: number, error: PhotonicError): void {
    if (generation !== this.#generation || this.#loss !== undefined) return;
    this.#loss = error;
    this.#rejectCall?.(error);
    this.#onLoss();
  }

  /** Calls never overlap, so one slot is enough; racing a promise that lives for hours would leak. */
  #guard<T>(call: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#rejectCall = reject;
      void call.then(resolve, reject).finally(() => {
        if (this.#rejectCall === reject) this.#rejectCall = undefined;
      });
    });
  }

  #close(): void {
    this.#generation++;
    this.#release();
    quietly(() => {
      this.#backend.dispose();
    });
  }

  #release(): void {
    const session = this.#session;
    this.#session = undefined;
    quietly(() => session?.dispose());
  }
}

/** Releasing what a lost device held may fail; there is nothing left to release then. */
function quietly(release: () => void): void {
  try {
    release();
  } catch {
    return;
  }
}
