import type { FieldBatch } from '../data/fields';
import type { LiveSettings } from '../experiment/live-settings';
import type { Fault } from '../lib/fault';
import { toFault } from '../lib/fault';
import type { Backend, Evaluation, SessionMemory } from './backend';
import type { Checkpoint } from './checkpoint';
import { engineError, interrupted } from './engine-fault';
import type { RunState } from './protocol';
import { isDeviceTrouble } from './recovery';
import { createSerial } from './serial';
import { settingsFault } from './settings-fault';
import { allFinite } from './snapshot';
import type { TrainerOptions } from './trainer';
import { Trainer } from './trainer';

/**
 * The states of one run and what moves it between them: play, pause, step, reset, a lost device, a
 * broken step. Between two slices of training there is always room for messages.
 */
export class RunLoop {
  readonly #options: TrainerOptions;
  readonly #trainer: Trainer;
  /** One thing at a time for the session, and for play, pause, step and reset. */
  readonly #session = createSerial();
  readonly #control = createSerial();
  #state: RunState = 'opening';
  #stopping = new AbortController();
  /** Requests to stop so far: a later one cancels a `step` that still waits for its turn. */
  #stops = 0;
  #driving: Promise<void> = Promise.resolve();
  #running = false;
  /** Step at which the present stretch of training ends. */
  #target = 0;
  /** Aborted where the run is closed, and nothing has to be finished any more. */
  readonly #closing = new AbortController();
  /** Aborted where training goes on, and a report after the pause comes too late. */
  #resting = new AbortController();

  constructor(options: TrainerOptions) {
    this.#options = options;
    this.#trainer = new Trainer(options, () => {
      this.#noticeLoss();
    });
  }

  get backend(): Backend {
    return this.#trainer.backend;
  }

  get steps(): number {
    return this.#trainer.steps;
  }

  get memory(): SessionMemory | undefined {
    return this.#trainer.memory;
  }

  /** Prepares the session, where given at a checkpoint to continue. */
  async open(checkpoint?: Checkpoint): Promise<void> {
    await this.#onDevice(() => this.#begin(checkpoint));
    if (this.steps > 0) void this.#settle();
  }

  /** Trains until the plan's end or a pause; resolves when training has started. */
  play(): Promise<void> {
    return this.#control(() => {
      const { totalSteps } = this.#options.plan;
      if (!this.#running && this.steps < totalSteps) void this.#start(totalSteps);
      return Promise.resolve();
    });
  }

  /** Resolves when the last step is computed and its metrics are out. */
  pause(): Promise<void> {
    this.#askToStop();
    return this.#control(() => this.#halt());
  }

  /** Trains `count` steps, or up to the plan's end or a pause. */
  step(count: number): Promise<void> {
    const request = this.#askToStop();
    return this.#control(async () => {
      await this.#halt();
      const target = Math.min(this.#options.plan.totalSteps, this.steps + Math.max(0, Math.floor(count)));
      if (target > this.steps && request === this.#stops) await this.#start(target);
    });
  }

  /** Steps per second of wall time, or undefined for as many as the device can. */
  setPace(stepsPerSecond: number | undefined): Promise<void> {
    if (stepsPerSecond !== undefined && !(stepsPerSecond > 0 && Number.isFinite(stepsPerSecond))) {
      const error = engineError(
        'bad-pace',
        `A pace of ${stepsPerSecond} steps per second is not possible.`,
        'Choose a pace above zero, or full speed.',
      );
      return Promise.reject(error);
    }
    this.#trainer.setPace(stepsPerSecond);
    return Promise.resolve();
  }

  /** Trains by other settings from here on; what was running goes on. */
  adjust(settings: LiveSettings): Promise<void> {
    const fault = settingsFault(settings);
    if (fault !== undefined) return Promise.reject(fault);
    const target = this.#running && !this.#stopping.signal.aborted ? this.#target : 0;
    const request = this.#askToStop();
    return this.#control(async () => {
      await this.#halt();
      try {
        await this.#onDevice(() => this.#trainer.adjust(settings));
      } finally {
        if (target > this.steps && request === this.#stops) void this.#start(target);
        else if (!this.#running) void this.#settle();
      }
    });
  }

  reset(): Promise<void> {
    this.#askToStop();
    return this.#control(async () => {
      await this.#halt();
      await this.#onDevice(() => this.#begin(undefined));
      // A write still under way would bring the old progress back.
      await this.#trainer.flush();
      await this.#options.checkpoint.forget();
    });
  }

  async setParameters(parameters: Float64Array, changed?: readonly number[]): Promise<void> {
    const expected = this.#options.plan.parameterCount;
    if (parameters.length !== expected || !allFinite(parameters)) {
      throw engineError(
        'bad-parameters',
        `A change to the chip's phases was refused: ${expected} finite numbers were expected.`,
        'Undo the change; the chip keeps the phases it has.',
      );
    }
    await this.#onDevice(() => this.#trainer.edit(parameters, changed));
    if (!this.#running) void this.#trainer.flush();
  }

  evaluate(split: 'train' | 'test'): Promise<Evaluation> {
    return this.#onDevice(() => this.#trainer.evaluate(split, this.#closing.signal));
  }

  /** Fields after the last layer at the present parameters. */
  propagate(fields: FieldBatch): Promise<FieldBatch> {
    return this.#onDevice(() => this.#trainer.propagate(fields));
  }

  /** Takes the device away; resolves when the run has recovered. */
  async loseDevice(): Promise<void> {
    await this.#trainer.lose();
    await this.#session(() => Promise.resolve());
  }

  /** Stops, brings the work to safety and releases the device. */
  dispose(): Promise<void> {
    this.#closing.abort(engineError('closed', 'This run is closed.', 'Open the experiment again.'));
    this.#resting.abort(interrupted());
    this.#askToStop();
    return this.#control(async () => {
      await this.#halt();
      await this.#trainer.flush();
      await this.#session(() => {
        this.#trainer.dispose();
        return Promise.resolve();
      });
    });
  }

  #askToStop(): number {
    this.#stopping.abort(interrupted());
    return ++this.#stops;
  }

  async #halt(): Promise<void> {
    this.#stopping.abort(interrupted());
    await this.#driving;
  }

  #start(target: number): Promise<void> {
    this.#resting.abort(interrupted());
    this.#stopping = new AbortController();
    this.#running = true;
    this.#target = target;
    this.#driving = this.#drive(target);
    return this.#driving;
  }

  /** Never rejects: whatever goes wrong becomes events and a state. */
  async #drive(target: number): Promise<void> {
    const { clock, plan } = this.#options;
    this.#trainer.start();
    this.#enter('running');
    try {
      do {
        while (!this.#stopping.signal.aborted && this.steps < target) {
          await this.#onDevice(() => this.#trainer.slice(target, this.#stopping.signal));
          await clock.breathe();
          await this.#rest(target);
        }
        await this.#onDevice(() => this.#trainer.secure());
        // A device lost at the very end puts the run back before its target.
      } while (!this.#stopping.signal.aborted && this.steps < target);
      const finished = this.steps >= plan.totalSteps;
      if (finished) await this.#onDevice(() => this.#trainer.reportTest());
      this.#running = false;
      this.#enter(finished ? 'finished' : 'paused');
      void this.#settle();
    } catch (thrown) {
      this.#running = false;
      await this.#breakDown(toFault(thrown, 'engine/run-failed'));
    }
  }

  /** Waits where a pace asks for it, in pieces so short that a pause or another pace is heard in time. */
  async #rest(target: number): Promise<void> {
    while (!this.#stopping.signal.aborted && this.steps < target && (await this.#trainer.rest()));
  }

  async #begin(checkpoint: Checkpoint | undefined): Promise<void> {
    await this.#trainer.begin(checkpoint);
    if (this.steps >= this.#options.plan.totalSteps) this.#enter('finished');
    else this.#enter(this.steps === 0 ? 'ready' : 'paused');
  }

  /** After a pause, while nothing else is asked for: how good it is now, and the work on disk. */
  async #settle(): Promise<void> {
    void this.#trainer.flush();
    const { signal } = (this.#resting = new AbortController());
    try {
      await this.#onDevice(async () => {
        if (!signal.aborted && !this.#closing.signal.aborted) await this.#trainer.reportTest(signal);
      });
    } catch (thrown) {
      // A failed device has already reported itself.
      if (this.#state !== 'failed' && !signal.aborted)
        this.#options.emit({ kind: 'fault', fault: toFault(thrown, 'engine/evaluation-failed') });
    }
  }

  /**
   * Takes the session's turn for work, which is repeated on a new device if the one it ran on is lost;
   * so work must start from whatever state the session is in.
   */
  #onDevice<T>(work: () => Promise<T>): Promise<T> {
    return this.#session(async () => {
      for (;;) {
        try {
          return await work();
        } catch (thrown) {
          const fault = toFault(thrown, 'engine/run-failed');
          if (!isDeviceTrouble(fault)) throw thrown;
          await this.#recover(fault);
        }
      }
    });
  }

  async #recover(fault: Fault): Promise<void> {
    const before = this.#state;
    this.#enter('recovering');
    try {
      await this.#trainer.recover(fault);
    } catch (thrown) {
      this.#options.emit({ kind: 'fault', fault: toFault(thrown) });
      this.#enter('failed');
      throw thrown;
    }
    this.#enter(before);
  }

  /** A device went away, perhaps while nothing was being computed: see to it as soon as there is room. */
  #noticeLoss(): void {
    const look = this.#onDevice(() => (this.#state === 'failed' ? Promise.resolve() : this.#trainer.check()));
    // What cannot be recovered has already become a fault and the failed state.
    look.catch(() => undefined);
  }

  /** After a broken step the run pauses at its last finite state; after anything else it has failed. */
  async #breakDown(fault: Fault): Promise<void> {
    if (this.#state === 'failed') return;
    this.#options.emit({ kind: 'fault', fault });
    if (fault.code !== 'engine/not-a-number') {
      this.#enter('failed');
      return;
    }
    try {
      await this.#onDevice(() => this.#trainer.restore());
      this.#enter('paused');
    } catch (thrown) {
      this.#options.emit({ kind: 'fault', fault: toFault(thrown) });
      this.#enter('failed');
    }
  }

  #enter(state: RunState): void {
    this.#state = state;
    this.#options.emit({ kind: 'state', state, step: this.steps });
  }
}
