import type { EncodedData, FieldBatch } from '../../data/fields';
import type { Die } from '../../learning/die';
import type { Plan } from '../../learning/plan';
import type { CandidateLosses, Evaluation, Session, StepMetrics, TrainingState } from '../backend';
import { engineError } from '../engine-fault';
import { MetricsLog } from '../metrics-log';
import { Pace } from '../pace';
import { Buffers } from './buffers';
import { expectSize } from './expect-size';
import type { Geometry } from './geometry';
import { geometryOf } from './geometry';
import type { Dispatch, Gpu } from './gpu';
import { encode } from './gpu';
import { MAX_STEPS_PER_SUBMIT, hyperScalars } from './hyper';
import type { Inference } from './inference';
import { createInference } from './inference';
import { RING } from './kernels';
import { memoryFault, memoryPlan } from './memory-plan';
import { networkLayout } from './network-layout';
import type { Region } from './readback';
import { readBack } from './readback';
import type { SessionBuffers } from './session-buffers';
import { createSessionBuffers } from './session-buffers';
import { Stopwatch } from './stopwatch';
import type { TrainingPass } from './training-pass';
import { createTrainingPass } from './training-pass';

/** Submits the device may be behind: one runs while the next is recorded. */
const IN_FLIGHT = 2;

/**
 * Allocates and uploads a run.
 * @throws PhotonicError `engine/out-of-memory`, `engine/device-lost`, `engine/unsupported`
 */
export async function prepareSession(
  gpu: Gpu,
  plan: Plan,
  data: EncodedData,
  state?: TrainingState,
  geometry: Geometry = geometryOf(plan, gpu.isSoftware),
): Promise<Session> {
  gpu.check();
  if (state) expectSize('saved parameters', state.parameters.length, plan.parameterCount);
  expectSize('fields of a sample', data.modes, plan.modes);
  const layout = networkLayout(plan, geometry);
  const fault = memoryFault(memoryPlan(plan, geometry, layout, data), gpu.device.limits);
  if (fault) throw fault;
  const owned = new Buffers(gpu);
  try {
    const buffers = await gpu.guarded(() => createSessionBuffers(owned, plan, geometry, layout, data, state));
    // Pipelines are compiled side by side; bind groups follow inside.
    const [training, inference] = await Promise.all([
      createTrainingPass(gpu, owned, plan, geometry, layout, buffers),
      createInference(gpu, owned, plan, geometry, buffers),
    ]);
    const parts = {
      gpu,
      plan,
      data,
      owned,
      buffers,
      training,
      inference,
      stopwatch: new Stopwatch(gpu, owned),
    };
    // The first submit shows on an error scope what creation could not.
    await gpu.guarded(() => submit(gpu, 'first light', [training.compile]));
    return new WebGpuSession(parts, state?.step ?? 0);
  } catch (error) {
    owned.destroy();
    throw error;
  }
}

interface Parts {
  readonly gpu: Gpu;
  readonly plan: Plan;
  readonly data: EncodedData;
  readonly owned: Buffers;
  readonly buffers: SessionBuffers;
  readonly training: TrainingPass;
  readonly inference: Inference;
  readonly stopwatch: Stopwatch;
}

class WebGpuSession implements Session {
  readonly #parts: Parts;
  #log: MetricsLog;
  readonly #pace = new Pace();
  #step: number;
  /** Steps whose metrics have left the ring. */
  #logged: number;
  #deviceTime: number | undefined;
  #disposed = false;

  constructor(parts: Parts, step: number) {
    this.#parts = parts;
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

  async step(count: number, rateFactor = 1): Promise<void> {
    this.#check();
    const { gpu, plan, buffers, training, stopwatch } = this.#parts;
    const inFlight: Promise<void>[] = [];
    let idleSince = performance.now();
    stopwatch.reset();
    for (let left = count; left > 0;) {
      const steps = Math.min(this.#pace.next(left), MAX_STEPS_PER_SUBMIT);
      if (this.#step + steps - this.#logged > RING) await this.#drain();
      gpu.check();
      gpu.device.queue.writeBuffer(buffers.hyper, 0, hyperScalars(plan, this.#step, steps, rateFactor));
      const lists = Array.from({ length: steps }, () => training.step);
      this.#step += steps;
      left -= steps;
      submit(gpu, 'train', lists, stopwatch.writes(steps), (encoder) => {
        if (left === 0) stopwatch.resolve(encoder);
      });
      const submitted = performance.now();
      const done = gpu.wait(gpu.device.queue.onSubmittedWorkDone()).then(() => {
        const now = performance.now();
        this.#pace.observe(steps, now - Math.max(submitted, idleSince));
        idleSince = now;
      });
      // When the device breaks, the first rejection ends the call; the other's must not be left unheard.
      done.catch(() => undefined);
      inFlight.push(done);
      if (inFlight.length >= IN_FLIGHT) await inFlight.shift();
    }
    await Promise.all(inFlight);
    gpu.check();
    this.#deviceTime = await stopwatch.read(count);
  }

  async metrics(): Promise<StepMetrics> {
    this.#check();
    await this.#drain();
    return this.#log.take();
  }

  async evaluate(split: 'train' | 'test'): Promise<Evaluation> {
    this.#check();
    const { inference, training, buffers, data } = this.#parts;
    return inference.evaluate(buffers[split], data[split].labels, training.compile);
  }

  async propagate(fields: FieldBatch): Promise<FieldBatch> {
    this.#check();
    const { inference, training, plan } = this.#parts;
    expectSize('fields of a sample', fields.modes, plan.modes);
    return inference.propagate(fields, training.compile);
  }

  async gradient(): Promise<Float64Array> {
    this.#check();
    const { gpu, plan, buffers, training } = this.#parts;
    submit(gpu, 'gradient', [training.gradient]);
    const bytes = 4 * plan.parameterCount;
    return Float64Array.from(
      new Float32Array(await readBack(gpu, 'gradient', [{ buffer: buffers.gradient, offset: 0, bytes }])),
    );
  }

  async state(): Promise<TrainingState> {
    this.#check();
    const { gpu, plan, buffers } = this.#parts;
    const count = plan.parameterCount;
    const regions = [buffers.parameters, buffers.momentum, buffers.variance].map((buffer) => ({
      buffer,
      offset: 0,
      bytes: 4 * count,
    }));
    const values = new Float32Array(await readBack(gpu, 'state', regions));
    const part = (index: number): Float64Array =>
      Float64Array.from(values.subarray(index * count, (index + 1) * count));
    return { step: this.#step, parameters: part(0), momentum: part(1), variance: part(2) };
  }

  async setParameters(parameters: Float64Array): Promise<void> {
    this.#check();
    const { gpu, plan, buffers } = this.#parts;
    expectSize('new parameters', parameters.length, plan.parameterCount);
    gpu.device.queue.writeBuffer(buffers.parameters, 0, Float32Array.from(parameters));
  }

  async restore(state: TrainingState): Promise<void> {
    this.#check();
    const { gpu, plan, buffers } = this.#parts;
    expectSize('saved parameters', state.parameters.length, plan.parameterCount);
    const { queue } = gpu.device;
    queue.writeBuffer(buffers.parameters, 0, Float32Array.from(state.parameters));
    queue.writeBuffer(buffers.momentum, 0, Float32Array.from(state.momentum));
    queue.writeBuffer(buffers.variance, 0, Float32Array.from(state.variance));
    queue.writeBuffer(buffers.counter, 0, Uint32Array.of(state.step));
    this.#step = state.step;
    this.#logged = state.step;
    this.#log = new MetricsLog(state.step);
  }

  async losses(candidates: readonly Float64Array[]): Promise<CandidateLosses> {
    throw engineError('unsupported', `${candidates.length} losses cannot be measured here.`, 'Use the CPU.');
  }

  async setDie(die: Die | undefined): Promise<void> {
    if (die !== undefined) throw engineError('unsupported', 'Dies cannot be changed here.', 'Use the CPU.');
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#parts.stopwatch.dispose();
    this.#parts.owned.destroy();
  }

  #check(): void {
    if (this.#disposed) throw engineError('disposed', 'This run was closed.', 'Open the experiment again.');
    this.#parts.gpu.check();
  }

  /** Moves what the ring holds of unlogged steps into the log. */
  async #drain(): Promise<void> {
    const until = this.#step;
    const regions: Region[] = [];
    for (let step = this.#logged; step < until;) {
      const slot = step % RING;
      const steps = Math.min(until - step, RING - slot);
      regions.push({ buffer: this.#parts.buffers.ring, offset: 16 * slot, bytes: 16 * steps });
      step += steps;
    }
    const entries = new Float32Array(await readBack(this.#parts.gpu, 'metrics', regions));
    for (let i = 0; i < entries.length; i += 4)
      this.#log.push(entries[i] ?? 0, entries[i + 1] ?? 0, entries[i + 2] ?? 0);
    this.#logged = until;
  }
}

/** Records lists of dispatches into one compute pass and submits it. */
function submit(
  gpu: Gpu,
  label: string,
  lists: readonly (readonly Dispatch[])[],
  timestampWrites?: GPUComputePassTimestampWrites,
  after?: (encoder: GPUCommandEncoder) => void,
): void {
  const encoder = gpu.device.createCommandEncoder({ label });
  const pass = encoder.beginComputePass({ label, ...(timestampWrites ? { timestampWrites } : {}) });
  for (const dispatches of lists) encode(pass, dispatches);
  pass.end();
  after?.(encoder);
  gpu.device.queue.submit([encoder.finish()]);
}
