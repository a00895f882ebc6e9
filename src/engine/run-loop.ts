import type { EncodedData } from '../data/fields';
import type { Plan } from '../learning/plan';
import type { Fault } from '../lib/fault';
import { PhotonicError, toFault } from '../lib/fault';
import type { Backend, BackendId, Evaluation, TrainingState } from './backend';
import type { Checkpoint } from './checkpoint';
import { CheckpointWriter } from './checkpoint-writer';
import type { BackendFactories } from './choose-backend';
import type { Clock } from './clock';
import { CurveLog } from './curve-log';
import { DeviceKeeper } from './device-keeper';
import { engineError, notANumber } from './engine-fault';
import { EvaluationTiming, nextEpochEnd } from './evaluation-timing';
import { MetricsPump } from './metrics-pump';
import { Pace } from './pace';
import type { RunEvent, RunState } from './protocol';
import { isDeviceTrouble, recoveryNotice } from './recovery';
import { createSerial } from './serial';
import { allFinite, isFiniteState } from './snapshot';

/** How often the page hears of metrics and sees parameters, and a checkpoint is written, milliseconds. */
const METRICS_MS = 100;
const SNAPSHOT_MS = 200;
const CHECKPOINT_MS = 5000;

/** A snapshot may take at most one part in this many of the time. */
const SNAPSHOT_SHARE = 20;

/** A device that held out this long after it was replaced counts as well again, milliseconds. */
const STABLE_MS = 10_000;

export interface RunLoopOptions {
  readonly plan: Plan;
  readonly data: EncodedData;
  readonly backend: Backend;
  readonly factories: BackendFactories;
  readonly clock: Clock;
  readonly emit: (event: RunEvent) => void;
  readonly checkpoint: {
    /** Never rejects: what goes wrong is told by a notice, and training goes on. */
    save(checkpoint: Checkpoint, generation: number, backend: BackendId): Promise<void>;
    forget(): Promise<void>;
  };
}

/**
 * Drives one run: short calls to the session with room for messages between them, reports on the way,
 * and a snapshot in memory from which a lost device or a broken step is survived. Batches are a pure
 * function of the step number, so going back to a snapshot repeats the same curve.
 */
export class RunLoop {
  readonly #options: RunLoopOptions;
  readonly #keeper: DeviceKeeper;
  readonly #pump: MetricsPump;
  readonly #writer: CheckpointWriter;
  readonly #curve = new CurveLog();
  readonly #pace = new Pace();
  readonly #timing = new EvaluationTiming();
  /** One thing at a time for the session, and for play, pause, step and reset. */
  readonly #session = createSerial();
  readonly #control = createSerial();
  #state: RunState = 'opening';
  #stop = false;
  /** Requests to stop so far: a later one cancels a `step` that still waits for its turn. */
  #stops = 0;
  #driving: Promise<void> = Promise.resolve();
  #running = false;
  #closing = false;
  #snapshot: TrainingState | undefined;
  #snapshotCost = 0;
  #evaluated: TrainingState | undefined;
  #lastDrain = 0;
  #lastSnapshot = 0;
  #lastSave = 0;
  #recoveredAt = -Infinity;

  constructor(options: RunLoopOptions) {
    this.#options = options;
    this.#pump = new MetricsPump(options.plan.batchSize);
    this.#writer = new CheckpointWriter(
      (state) => {
        const checkpoint = { state, curve: this.#curve.before(state.step) };
        return options.checkpoint.save(checkpoint, this.#keeper.generation, this.backend.id);
      },
      () => this.#snapshot,
    );
    this.#keeper = new DeviceKeeper(options.factories, options.backend, options.plan, options.data, () => {
      this.#noticeLoss();
    });
  }

  get backend(): Backend {
    return this.#keeper.backend;
  }

  get steps(): number {
    return this.#keeper.steps;
  }

  /** Prepares the session, where given at a checkpoint to continue; its curve goes to the page first. */
  async open(checkpoint?: Checkpoint): Promise<void> {
    const state = checkpoint?.state;
    await this.#session(async () => {
      this.#snapshot = state;
      await this.#withDevice(() => this.#begin(state));
      if (checkpoint !== undefined) this.#report({ ...checkpoint.curve, samplesPerSecond: 0, deviceTimePerStep: undefined });
    });
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

  reset(): Promise<void> {
    this.#askToStop();
    return this.#control(async () => {
      await this.#halt();
      await this.#session(() => this.#withDevice(() => this.#begin(undefined)));
      await this.#writer.flush();
      await this.#options.checkpoint.forget();
    });
  }

  async setParameters(parameters: Float64Array): Promise<void> {
    const expected = this.#options.plan.parameterCount;
    if (parameters.length !== expected || !allFinite(parameters)) {
      throw engineError(
        'bad-parameters',
        `A change to the chip's phases was refused: ${expected} finite numbers were expected.`,
        'Undo the change; the chip keeps the phases it has.',
      );
    }
    await this.#session(() =>
      this.#withDevice(async () => {
        await this.#keeper.call((session) => session.setParameters(parameters));
        await this.#secure(true);
      }),
    );
    if (!this.#running) void this.#writer.flush();
  }

  evaluate(split: 'train' | 'test'): Promise<Evaluation> {
    return this.#session(() => this.#withDevice(() => this.#keeper.call((session) => session.evaluate(split))));
  }

  /** Takes the device away; resolves when the run has recovered. */
  async loseDevice(): Promise<void> {
    await this.#keeper.lose();
    await this.#session(() => Promise.resolve());
  }

  /** Stops, brings the work to safety and releases the device. */
  dispose(): Promise<void> {
    this.#closing = true;
    this.#askToStop();
    return this.#control(async () => {
      await this.#halt();
      await this.#writer.flush();
      await this.#session(() => {
        this.#keeper.dispose();
        return Promise.resolve();
      });
    });
  }

  #askToStop(): number {
    this.#stop = true;
    return ++this.#stops;
  }

  async #halt(): Promise<void> {
    this.#stop = true;
    await this.#driving;
  }

  #start(target: number): Promise<void> {
    this.#stop = false;
    this.#running = true;
    this.#driving = this.#drive(target);
    return this.#driving;
  }

  /** Never rejects: whatever goes wrong becomes events and a state. */
  async #drive(target: number): Promise<void> {
    const { clock, plan } = this.#options;
    const now = clock.now();
    this.#lastDrain = now;
    this.#lastSnapshot = now;
    this.#lastSave = now;
    this.#pump.start(now);
    this.#timing.start(now);
    this.#enter('running');
    try {
      do {
        while (!this.#stop && this.steps < target) {
          await this.#session(() => this.#withDevice(() => this.#slice(target)));
          await clock.breathe();
        }
        await this.#session(() => this.#withDevice(() => this.#secure(false)));
        // A device lost at the very end puts the run back before its target.
      } while (!this.#stop && this.steps < target);
      if (this.steps >= plan.totalSteps) await this.#session(() => this.#withDevice(() => this.#reportTest()));
      this.#running = false;
      this.#enter(this.steps >= plan.totalSteps ? 'finished' : 'paused');
      void this.#settle();
    } catch (thrown) {
      this.#running = false;
      await this.#breakDown(toFault(thrown, 'engine/run-failed'));
    }
  }

  async #slice(target: number): Promise<void> {
    const { clock, plan, data } = this.#options;
    const start = clock.now();
    const evaluating = this.#timing.due(start);
    const epochEnd = nextEpochEnd(this.steps, plan.batchSize, data.train.count);
    const count = this.#pace.next((evaluating ? Math.min(target, epochEnd) : target) - this.steps);
    const deviceTime = await this.#keeper.call(async (session) => {
      await session.step(count);
      return session.deviceTime;
    });
    const now = clock.now();
    this.#pace.observe(count, now - start);
    this.#pump.worked(count, deviceTime);
    if (now - this.#lastDrain >= METRICS_MS) await this.#drain();
    if (now - this.#lastSnapshot >= Math.max(SNAPSHOT_MS, SNAPSHOT_SHARE * this.#snapshotCost)) await this.#secure(false);
    if (evaluating && this.steps === epochEnd) {
      await this.#secure(false);
      await this.#reportTest();
    }
    if (now - this.#lastSave >= CHECKPOINT_MS) {
      this.#lastSave = now;
      this.#writer.once();
    }
  }

  async #drain(): Promise<void> {
    const now = this.#options.clock.now();
    this.#lastDrain = now;
    const { event, brokenStep } = await this.#keeper.call((session) => this.#pump.drain(session, now));
    if (event !== undefined) this.#report(event);
    if (brokenStep !== undefined) throw new PhotonicError(notANumber(brokenStep));
  }

  #report(metrics: Omit<Extract<RunEvent, { kind: 'metrics' }>, 'kind'>): void {
    this.#curve.append(metrics);
    // Last, because the page takes the arrays along.
    this.#options.emit({ ...metrics, kind: 'metrics' });
  }

  /** Metrics out, then a copy of the state in memory: the page's curve always reaches the snapshot. */
  async #secure(edited: boolean): Promise<void> {
    const { clock } = this.#options;
    await this.#drain();
    if (!edited && this.#snapshot?.step === this.steps) return;
    const start = clock.now();
    const state = await this.#keeper.call((session) => session.state());
    if (!isFiniteState(state)) throw new PhotonicError(notANumber(state.step));
    this.#lastSnapshot = clock.now();
    this.#snapshotCost = this.#lastSnapshot - start;
    if (this.#lastSnapshot - this.#recoveredAt > STABLE_MS) this.#keeper.proven();
    this.#keep(state);
  }

  #keep(state: TrainingState): void {
    this.#snapshot = state;
    this.#options.emit({ kind: 'parameters', step: state.step, parameters: state.parameters.slice() });
  }

  async #reportTest(): Promise<void> {
    const { clock, emit } = this.#options;
    if (this.#evaluated !== undefined && this.#evaluated === this.#snapshot) return;
    const start = clock.now();
    const evaluation = await this.#keeper.call((session) => session.evaluate('test'));
    this.#timing.done(clock.now(), clock.now() - start);
    this.#evaluated = this.#snapshot;
    emit({ kind: 'evaluation', step: this.steps, split: 'test', evaluation });
  }

  /** A fresh session at a state, or at step 0. */
  async #begin(state: TrainingState | undefined): Promise<void> {
    await this.#keeper.prepare(state);
    const snapshot = await this.#keeper.call((session) => session.state());
    this.#writer.skip(snapshot);
    this.#keep(snapshot);
    const { step } = snapshot;
    if (step >= this.#options.plan.totalSteps) this.#enter('finished');
    else this.#enter(step === 0 ? 'ready' : 'paused');
  }

  /** After a pause, while nothing else is asked for: how good it is now, and the work on disk. */
  async #settle(): Promise<void> {
    void this.#writer.flush();
    try {
      await this.#session(async () => {
        if (!this.#running && !this.#closing) await this.#withDevice(() => this.#reportTest());
      });
    } catch (thrown) {
      // A failed device has already reported itself.
      if (this.#state !== 'failed') this.#options.emit({ kind: 'fault', fault: toFault(thrown, 'engine/evaluation-failed') });
    }
  }

  /** Repeats work on a new device if the one it ran on is lost; work must start from the session's state. */
  async #withDevice<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (thrown) {
        const fault = toFault(thrown, 'engine/run-failed');
        if (!isDeviceTrouble(fault)) throw thrown;
        await this.#recover(fault);
      }
    }
  }

  async #recover(fault: Fault): Promise<void> {
    const { clock, emit } = this.#options;
    const before = this.#state;
    const device = this.backend.id;
    this.#enter('recovering');
    try {
      await this.#keeper.recover(fault, this.#snapshot);
    } catch (thrown) {
      emit({ kind: 'fault', fault: toFault(thrown) });
      this.#enter('failed');
      throw thrown;
    }
    this.#recoveredAt = clock.now();
    this.#pump.start(this.#recoveredAt);
    emit({ kind: 'notice', fault: recoveryNotice(fault, device, this.backend.id, this.steps) });
    this.#enter(before);
  }

  /** A device went away, perhaps while nothing was being computed: see to it as soon as there is room. */
  #noticeLoss(): void {
    const look = this.#session(() => this.#withDevice(() => this.#keeper.call(() => Promise.resolve())));
    // What cannot be recovered has already become a fault and the failed state.
    look.catch(() => undefined);
  }

  async #breakDown(fault: Fault): Promise<void> {
    if (this.#state === 'failed') return;
    this.#options.emit({ kind: 'fault', fault });
    if (fault.code !== 'engine/not-a-number') {
      this.#enter('failed');
      return;
    }
    const good = this.#snapshot;
    await this.#session(() =>
      this.#withDevice(async () => {
        await this.#keeper.prepare(good);
        if (good !== undefined) this.#keep(good);
      }),
    ).then(
      () => {
        this.#enter('paused');
      },
      () => {
        if (this.#state !== 'failed') this.#enter('failed');
      },
    );
  }

  #enter(state: RunState): void {
    this.#state = state;
    this.#options.emit({ kind: 'state', state, step: this.steps });
  }
}
