import type { FieldBatch, NetworkData } from '../data/fields';
import type { LiveSettings } from '../experiment/live-settings';
import { sameNoise } from '../experiment/live-settings';
import { adjustPlan } from '../learning/adjust-plan';
import { passesPerStep } from '../learning/methods/passes';
import type { NetworkPlan } from '../learning/plan';
import type { Fault } from '../lib/fault';
import { PhotonicError } from '../lib/fault';
import type { Backend, BackendId, Evaluation, SessionMemory, StepMetrics, TrainingState } from './backend';
import type { Checkpoint } from './checkpoint';
import { CheckpointWriter } from './checkpoint-writer';
import type { BackendFactories } from './choose-backend';
import type { Clock } from './clock';
import { CurveLog } from './curve-log';
import { DeviceKeeper } from './device-keeper';
import { EditLog } from './edit-log';
import { notANumber } from './engine-fault';
import { EvaluationTiming, nextEpochEnd } from './evaluation-timing';
import type { MeasuredMetrics } from './metrics-pump';
import { MetricsPump } from './metrics-pump';
import { Pace } from './pace';
import type { RunEvent } from './protocol';
import { recoveryNotice } from './recovery';
import { PassCount } from './pass-count';
import { isFiniteState } from './snapshot';
import { Throttle } from './throttle';

/** How often the page hears of metrics and sees parameters, and a checkpoint is written, milliseconds. */
const METRICS_MS = 100;
const SNAPSHOT_MS = 200;
const CHECKPOINT_MS = 4000;

/** A run that is slowed down to be watched shows its parameters this often: 25 pictures a second. */
const WATCHED_SNAPSHOT_MS = 40;

/** A snapshot may take at most one part in this many of the time. */
const SNAPSHOT_SHARE = 20;

/** A device that held out this long after it was replaced counts as well again, milliseconds. */
const STABLE_MS = 10_000;

export interface TrainerOptions {
  readonly plan: NetworkPlan;
  /** Those the plan was compiled by. */
  readonly settings: LiveSettings;
  readonly data: NetworkData;
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
 * Trains one plan in short slices, reports on the way, and keeps a snapshot in memory to which a lost
 * device or a broken step goes back. Batches are a pure function of the step number, so going back
 * repeats the same curve. Calls must not overlap.
 */
export class Trainer {
  readonly #options: TrainerOptions;
  readonly #keeper: DeviceKeeper;
  readonly #pump: MetricsPump;
  readonly #writer: CheckpointWriter;
  readonly #curve = new CurveLog();
  /** The plan as it is trained now: by the settings of {@link EditLog}. */
  #plan: NetworkPlan;
  #edits: EditLog;
  #passes: PassCount;
  readonly #pace = new Pace();
  readonly #throttle = new Throttle();
  readonly #timing = new EvaluationTiming();
  #snapshot: TrainingState | undefined;
  #snapshotCost = 0;
  #evaluated: TrainingState | undefined;
  #lastDrain = 0;
  #lastSnapshot = 0;
  #lastSave = 0;
  #recoveredAt = -Infinity;

  /** @param onLoss the device went away, perhaps while nothing was being computed */
  constructor(options: TrainerOptions, onLoss: () => void) {
    this.#options = options;
    this.#plan = options.plan;
    this.#edits = new EditLog(options.settings);
    this.#passes = new PassCount([]);
    this.#pump = new MetricsPump(options.plan.batchSize);
    this.#keeper = new DeviceKeeper(options.factories, options.backend, options.plan, options.data, onLoss);
    this.#writer = new CheckpointWriter(
      (state) => {
        const { edits, settings } = this.#edits;
        const curve = this.#curve.before(state.step);
        const checkpoint = { state, curve, passes: this.#passes.segments, edits, settings };
        return options.checkpoint.save(checkpoint, this.#keeper.generation, this.backend.id);
      },
      () => this.#snapshot,
    );
  }

  get backend(): Backend {
    return this.#keeper.backend;
  }

  get steps(): number {
    return this.#keeper.steps;
  }

  /** What was predicted of the session's memory, where that is known. */
  get memory(): SessionMemory | undefined {
    return this.#keeper.memory;
  }

  /** A fresh session at a checkpoint, whose curve goes to the page, or at step 0. */
  async begin(checkpoint?: Checkpoint): Promise<void> {
    // A device lost from here on must not bring back what was before.
    this.#snapshot = checkpoint?.state;
    await this.#keeper.prepare(checkpoint?.state);
    const snapshot = await this.#keeper.call((session) => session.state());
    this.#writer.skip(snapshot);
    this.#keep(snapshot);
    this.#passes = this.#passesOf(checkpoint);
    // Another experiment of the same run may have got this far.
    const settings = this.#edits.settings;
    this.#edits = new EditLog(checkpoint?.settings ?? settings, checkpoint?.edits);
    this.#edits.change(snapshot.step, settings);
    this.#tellEdits();
    if (checkpoint !== undefined) this.#repeat(checkpoint.curve);
    this.#passes.switchTo(snapshot.step, passesPerStep(this.#plan));
  }

  /** Goes on at the present state by other settings. Throws, and goes on as before, if the plan cannot be trained so. */
  async adjust(settings: LiveSettings): Promise<void> {
    await this.secure();
    const before = this.#plan;
    const plan = adjustPlan(before, settings);
    this.#use(plan);
    try {
      await this.restore();
    } catch (thrown) {
      this.#use(before);
      await this.restore();
      throw thrown;
    }
    this.#passes.switchTo(this.steps, passesPerStep(plan));
    // What was measured was another chip's.
    if (!sameNoise(this.#edits.settings, settings)) this.#evaluated = undefined;
    this.#edits.change(this.steps, settings);
    // Not before the first step: the run's start needs no file.
    if (this.steps > 0) this.#writer.touch();
    this.#tellEdits();
  }

  /** Training starts, or goes on after a break. */
  start(): void {
    const now = this.#options.clock.now();
    this.#lastDrain = now;
    this.#lastSnapshot = now;
    this.#lastSave = now;
    this.#pump.start(now);
    this.#timing.start(now);
    this.#throttle.start(now);
  }

  /** Optimiser steps per second of wall time; undefined lets the device run freely. */
  setPace(stepsPerSecond: number | undefined): void {
    this.#throttle.set(stepsPerSecond, this.#options.clock.now());
  }

  /** Waits a moment if the pace asks for it; whether it did. */
  async rest(): Promise<boolean> {
    const { clock } = this.#options;
    const start = clock.now();
    const ms = this.#throttle.wait(start);
    if (ms === 0) return false;
    await clock.wait(ms);
    this.#pump.rested(clock.now() - start);
    return true;
  }

  /** One short call to the session towards `target`, and whatever is due after it. */
  async slice(target: number, signal: AbortSignal): Promise<void> {
    const { clock, plan, data } = this.#options;
    const start = clock.now();
    const evaluating = this.#timing.due(start);
    const epochEnd = nextEpochEnd(this.steps, plan.batchSize, data.train.count);
    const remaining = (evaluating ? Math.min(target, epochEnd) : target) - this.steps;
    const count = this.#pace.next(Math.min(remaining, this.#throttle.most()));
    const deviceTime = await this.#keeper.call(async (session) => {
      await session.step(count);
      return session.deviceTime;
    });
    const now = clock.now();
    this.#pace.observe(count, now - start);
    this.#pump.worked(count, deviceTime);
    this.#throttle.worked(count, start);
    if (now - this.#lastDrain >= METRICS_MS) await this.#drain();
    const snapshotMs = this.#throttle.wait(now) > 0 ? WATCHED_SNAPSHOT_MS : SNAPSHOT_MS;
    if (now - this.#lastSnapshot >= Math.max(snapshotMs, SNAPSHOT_SHARE * this.#snapshotCost))
      await this.secure();
    if (evaluating && this.steps === epochEnd) {
      await this.secure();
      await this.reportTest(signal).catch((thrown: unknown) => {
        // Asked to stop: the report that follows a pause says the same.
        if (!signal.aborted) throw thrown;
      });
    }
    if (now - this.#lastSave >= CHECKPOINT_MS) {
      this.#lastSave = now;
      this.#writer.once();
    }
  }

  /**
   * Metrics out, then a copy of the state in memory: the page's curve always reaches the snapshot.
   * @throws PhotonicError `engine/not-a-number`
   */
  async secure(): Promise<void> {
    await this.#drain();
    if (this.#snapshot?.step !== this.steps) await this.#takeSnapshot();
  }

  /** Takes parameters over, all of them or those at the offsets `changed`. */
  async edit(parameters: Float64Array, changed?: readonly number[]): Promise<void> {
    await this.#keeper.call(async (session) => {
      if (changed === undefined) return session.setParameters(parameters);
      const { parameters: current } = await session.state();
      for (const offset of changed) current[offset] = parameters[offset] ?? current[offset] ?? 0;
      return session.setParameters(current);
    });
    await this.#drain();
    await this.#takeSnapshot();
  }

  /** Back to the last finite state. */
  async restore(): Promise<void> {
    await this.#keeper.prepare(this.#snapshot);
    if (this.#snapshot !== undefined) this.#keep(this.#snapshot);
  }

  evaluate(split: 'train' | 'test', signal?: AbortSignal): Promise<Evaluation> {
    return this.#keeper.call((session) => session.evaluate(split, signal));
  }

  propagate(fields: FieldBatch): Promise<FieldBatch> {
    return this.#keeper.call((session) => session.propagate(fields));
  }

  /** The test split's report, unless the page has the one of this very state. */
  async reportTest(signal?: AbortSignal): Promise<void> {
    const { clock, emit } = this.#options;
    if (this.#evaluated !== undefined && this.#evaluated === this.#snapshot) return;
    const start = clock.now();
    const evaluation = await this.evaluate('test', signal);
    this.#timing.done(clock.now(), clock.now() - start);
    this.#evaluated = this.#snapshot;
    emit({ kind: 'evaluation', step: this.steps, split: 'test', evaluation });
  }

  /** Continues at the snapshot on another device, with a notice; throws the last fault if none is left. */
  async recover(fault: Fault): Promise<void> {
    const { clock, emit } = this.#options;
    const before = this.backend;
    await this.#keeper.recover(fault, this.#snapshot);
    this.#recoveredAt = clock.now();
    this.#pump.start(this.#recoveredAt);
    this.#throttle.start(this.#recoveredAt);
    const { id, label } = this.backend;
    const notice = recoveryNotice(fault, before.id, id, this.steps);
    emit({ kind: 'notice', fault: notice });
    if (id !== before.id || label !== before.label)
      emit({ kind: 'backend', backend: id, label, reason: notice.message });
  }

  /** Rejects if the device is lost. */
  check(): Promise<void> {
    return this.#keeper.call(() => Promise.resolve());
  }

  /** Takes the device away, for drills. */
  lose(): Promise<void> {
    return this.#keeper.lose();
  }

  /** Resolves when the newest snapshot is on disk, or a notice says why not. */
  flush(): Promise<void> {
    return this.#writer.flush();
  }

  dispose(): void {
    this.#keeper.dispose();
  }

  async #drain(): Promise<void> {
    const now = this.#options.clock.now();
    this.#lastDrain = now;
    const { event, brokenStep } = await this.#keeper.call((session) => this.#pump.drain(session, now));
    if (event !== undefined) this.#report(event);
    if (brokenStep !== undefined) throw new PhotonicError(notANumber(brokenStep));
  }

  #report(metrics: Omit<MeasuredMetrics, 'kind'>): void {
    this.#curve.append(metrics);
    const chipPasses = this.#passes.before(metrics.firstStep + metrics.loss.length);
    // Last, because the page takes the arrays along.
    this.#options.emit({ ...metrics, chipPasses, kind: 'metrics' });
  }

  /** Shows a restored curve again, each method's part on its own. */
  #repeat(curve: StepMetrics): void {
    const end = curve.firstStep + curve.loss.length;
    const switches = this.#passes.segments
      .map(({ step }) => step)
      .filter((step) => step > curve.firstStep && step < end);
    let from = curve.firstStep;
    for (const to of [...switches, end]) {
      const part = (values: Float32Array) => values.slice(from - curve.firstStep, to - curve.firstStep);
      if (to > from)
        this.#report({
          firstStep: from,
          loss: part(curve.loss),
          accuracy: part(curve.accuracy),
          gradientNorm: part(curve.gradientNorm),
          samplesPerSecond: 0,
          stepsPerSecond: 0,
          slowed: false,
          deviceTimePerStep: undefined,
          kernelTimes: undefined,
        });
      from = to;
    }
  }

  /** A file that does not tell is of a time when every method took one pass a sample. */
  #passesOf(checkpoint: Checkpoint | undefined): PassCount {
    if (checkpoint === undefined) return new PassCount([]);
    const { passes } = checkpoint;
    return new PassCount(passes.length > 0 ? passes : [{ step: 0, perStep: this.#plan.batchSize }]);
  }

  #tellEdits(): void {
    this.#options.emit({ kind: 'edits', edits: this.#edits.edits });
  }

  #use(plan: NetworkPlan): void {
    this.#plan = plan;
    this.#keeper.usePlan(plan);
  }

  async #takeSnapshot(): Promise<void> {
    const { clock } = this.#options;
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
}
