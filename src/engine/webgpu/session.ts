import type { FieldBatch, NetworkData } from '../../data/fields';
import type { Die } from '../../learning/die';
import type { PlanBase } from '../../learning/plan';
import type {
  CandidateLosses,
  Evaluation,
  KernelTime,
  Session,
  SessionMemory,
  StepMetrics,
  TrainingState,
} from '../backend';
import { engineError } from '../engine-fault';
import { MetricsLog } from '../metrics-log';
import { Pace } from '../pace';
import type { Buffers } from './buffers';
import type { Candidates } from './candidates';
import type { ChipBuffers } from './chip-buffers';
import { RING } from './chip-kernels';
import { expectSize } from './expect-size';
import type { Gpu } from './gpu';
import { HyperWriter, MAX_STEPS_PER_SUBMIT } from './hyper';
import { InFlight } from './in-flight';
import type { KernelWatch } from './kernel-watch';
import type { NetworkLayout } from './network-layout';
import { deviceTables } from './network-layout';
import type { Program } from './program';
import type { Region } from './readback';
import { readBack } from './readback';
import type { Stopwatch } from './stopwatch';
import { submit } from './submit';

export interface SessionParts {
  readonly gpu: Gpu;
  readonly plan: PlanBase;
  readonly data: NetworkData;
  /** Numbers of one sample of `propagate`. */
  readonly inputs: number;
  readonly layout: NetworkLayout;
  readonly owned: Buffers;
  readonly chip: ChipBuffers;
  readonly program: Program;
  readonly candidates: Candidates;
  readonly stopwatch: Stopwatch;
  readonly watch: KernelWatch;
  readonly memory: SessionMemory;
}

/** A run on the device, whatever kind of network it trains. */
export class WebGpuSession implements Session {
  readonly #parts: SessionParts;
  readonly #hyper: HyperWriter;
  readonly #pace = new Pace();
  #log: MetricsLog;
  #step: number;
  /** Steps whose metrics have left the ring. */
  #logged: number;
  #deviceTime: number | undefined;
  #disposed = false;

  constructor(parts: SessionParts, step: number) {
    this.#parts = parts;
    this.#hyper = new HyperWriter(parts.plan);
    this.#step = step;
    this.#logged = step;
    this.#log = new MetricsLog(step);
  }

  get steps(): number {
    return this.#step;
  }

  get deviceTime(): number | undefined {
    return this.#deviceTime;
  }

  get memory(): SessionMemory {
    return this.#parts.memory;
  }

  async step(count: number, rateFactor = 1): Promise<void> {
    this.#check();
    const { gpu, program, stopwatch, watch } = this.#parts;
    const inFlight = new InFlight(gpu);
    let idleSince = performance.now();
    stopwatch.reset();
    const looked = watch.isDue(idleSince) ? await this.#lookAtStep(rateFactor) : undefined;
    for (let left = looked === undefined ? count : count - 1; left > 0;) {
      const steps = Math.min(this.#pace.next(left), MAX_STEPS_PER_SUBMIT);
      if (this.#step + steps - this.#logged > RING) await this.#drain();
      gpu.check();
      this.#present(this.#hyper.steps(this.#step, steps, rateFactor));
      const lists = Array.from({ length: steps }, () => program.step);
      this.#step += steps;
      left -= steps;
      submit(gpu, 'train', lists, stopwatch.writes(steps), (encoder) => {
        if (left === 0) stopwatch.resolve(encoder);
      });
      const submitted = performance.now();
      await inFlight.follow(() => {
        const now = performance.now();
        this.#pace.observe(steps, now - Math.max(submitted, idleSince));
        idleSince = now;
      });
    }
    await inFlight.settle();
    gpu.check();
    const timed = await stopwatch.read(count);
    this.#deviceTime = timed ?? (looked !== undefined && count === 1 ? looked : undefined);
  }

  kernelTimes(): readonly KernelTime[] {
    return this.#parts.watch.take();
  }

  async metrics(): Promise<StepMetrics> {
    this.#check();
    await this.#drain();
    return this.#log.take();
  }

  async evaluate(split: 'train' | 'test', signal?: AbortSignal, samples = Infinity): Promise<Evaluation> {
    this.#check();
    signal?.throwIfAborted();
    const { data, program } = this.#parts;
    this.#present(this.#hyper.report(this.#step));
    return program.evaluate(split, Math.min(samples, data[split].count), signal);
  }

  async propagate(fields: FieldBatch): Promise<FieldBatch> {
    this.#check();
    expectSize('fields of a sample', fields.modes, this.#parts.inputs);
    this.#present(this.#hyper.quiet(this.#step));
    return this.#parts.program.propagate(fields);
  }

  async gradient(): Promise<Float64Array> {
    this.#check();
    const { gpu, plan, chip, program } = this.#parts;
    this.#present(this.#hyper.steps(this.#step, 1, 1));
    submit(gpu, 'gradient', [program.gradient]);
    const region = { buffer: chip.gradient, offset: 0, bytes: 4 * plan.parameterCount };
    return Float64Array.from(new Float32Array(await readBack(gpu, 'gradient', [region])));
  }

  async losses(candidates: readonly Float64Array[]): Promise<CandidateLosses> {
    this.#check();
    return this.#parts.candidates.losses(candidates, this.#step, this.#hyper);
  }

  async state(): Promise<TrainingState> {
    this.#check();
    const { gpu, plan, chip } = this.#parts;
    const count = plan.parameterCount;
    const regions = [
      { buffer: chip.parameters, offset: 0, bytes: 4 * count },
      { buffer: chip.moments, offset: 0, bytes: 8 * count },
    ];
    const values = new Float32Array(await readBack(gpu, 'state', regions));
    const part = (index: number): Float64Array =>
      Float64Array.from(values.subarray(index * count, (index + 1) * count));
    return { step: this.#step, parameters: part(0), momentum: part(1), variance: part(2) };
  }

  async setParameters(parameters: Float64Array): Promise<void> {
    this.#check();
    const { gpu, plan, chip } = this.#parts;
    expectSize('new parameters', parameters.length, plan.parameterCount);
    gpu.device.queue.writeBuffer(chip.parameters, 0, Float32Array.from(parameters));
  }

  async restore(state: TrainingState): Promise<void> {
    this.#check();
    const { gpu, plan, chip } = this.#parts;
    const { queue } = gpu.device;
    for (const numbers of [state.parameters, state.momentum, state.variance])
      expectSize('saved parameters', numbers.length, plan.parameterCount);
    queue.writeBuffer(chip.parameters, 0, Float32Array.from(state.parameters));
    queue.writeBuffer(chip.moments, 0, Float32Array.from(state.momentum));
    queue.writeBuffer(chip.moments, 4 * plan.parameterCount, Float32Array.from(state.variance));
    queue.writeBuffer(chip.counter, 0, Uint32Array.of(state.step));
    this.#step = state.step;
    this.#logged = state.step;
    this.#log = new MetricsLog(state.step);
  }

  async setDie(die: Die | undefined): Promise<void> {
    this.#check();
    const { gpu, layout, chip } = this.#parts;
    if (die) expectSize('meshes of this die', die.length, layout.meshes.length);
    const { devices, couplers } = deviceTables(layout, die);
    gpu.device.queue.writeBuffer(chip.devices, 0, devices);
    gpu.device.queue.writeBuffer(chip.couplers, 0, couplers);
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#parts.stopwatch.dispose();
    this.#parts.watch.dispose();
    this.#parts.owned.destroy();
  }

  /** One step alone, each of its kernels timed; milliseconds of all of them. */
  async #lookAtStep(rateFactor: number): Promise<number> {
    const { gpu, watch } = this.#parts;
    if (this.#step + 1 - this.#logged > RING) await this.#drain();
    gpu.check();
    this.#present(this.#hyper.steps(this.#step, 1, rateFactor));
    watch.submit(performance.now());
    this.#step++;
    return watch.read();
  }

  #check(): void {
    if (this.#disposed) throw engineError('disposed', 'This run was closed.', 'Open the experiment again.');
    this.#parts.gpu.check();
  }

  /** Says when light meets the chip from the next submit on. */
  #present(hyper: ArrayBuffer): void {
    this.#parts.gpu.device.queue.writeBuffer(this.#parts.chip.hyper, 0, hyper);
  }

  /** Moves what the ring holds of unlogged steps into the log. */
  async #drain(): Promise<void> {
    const { gpu, plan, chip } = this.#parts;
    const until = this.#step;
    const regions: Region[] = [];
    for (let step = this.#logged; step < until;) {
      const slot = step % RING;
      const steps = Math.min(until - step, RING - slot);
      regions.push({ buffer: chip.ring, offset: 16 * slot, bytes: 16 * steps });
      step += steps;
    }
    const entries = new Float32Array(await readBack(gpu, 'metrics', regions));
    for (let i = 0; i < entries.length; i += 4) {
      const [loss = 0, correct = 0, norm = 0] = entries.subarray(i, i + 3);
      this.#log.push(loss / plan.batchSize, correct / plan.batchSize, norm);
    }
    this.#logged = until;
  }
}
