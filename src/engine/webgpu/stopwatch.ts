import type { Buffers } from './buffers';
import type { Gpu } from './gpu';

/** Submits timed per call; later ones are estimated from these. */
const SLOTS = 16;

/** Device time of compute passes from timestamp queries, where the device has them. */
export class Stopwatch {
  readonly #gpu: Gpu;
  readonly #queries: GPUQuerySet | undefined;
  readonly #resolved: GPUBuffer | undefined;
  readonly #staging: GPUBuffer | undefined;
  /** Steps of each timed pass. */
  #timed: number[] = [];

  constructor(gpu: Gpu, owned: Buffers) {
    this.#gpu = gpu;
    if (!gpu.hasTimestamps) return;
    this.#queries = gpu.device.createQuerySet({ label: 'pass times', type: 'timestamp', count: 2 * SLOTS });
    this.#resolved = owned.timestamps('pass times', 16 * SLOTS);
    this.#staging = owned.staging('pass times', 16 * SLOTS);
  }

  reset(): void {
    this.#timed = [];
  }

  /** What the pass that runs `steps` must write, if it is to be timed. */
  writes(steps: number): GPUComputePassTimestampWrites | undefined {
    const slot = this.#timed.length;
    if (!this.#queries || slot >= SLOTS) return undefined;
    this.#timed.push(steps);
    return {
      querySet: this.#queries,
      beginningOfPassWriteIndex: 2 * slot,
      endOfPassWriteIndex: 2 * slot + 1,
    };
  }

  /** Ends the last submit of a call, so that reading costs no submit of its own. */
  resolve(encoder: GPUCommandEncoder): void {
    if (!this.#queries || !this.#resolved || !this.#staging || this.#timed.length === 0) return;
    encoder.resolveQuerySet(this.#queries, 0, 2 * this.#timed.length, this.#resolved, 0);
    encoder.copyBufferToBuffer(this.#resolved, 0, this.#staging, 0, 16 * this.#timed.length);
  }

  /** Milliseconds that `steps` took, by the passes timed since the reset. */
  async read(steps: number): Promise<number | undefined> {
    const timed = this.#timed.reduce((sum, count) => sum + count, 0);
    if (!this.#staging || timed === 0) return undefined;
    const bytes = 16 * this.#timed.length;
    await this.#gpu.wait(this.#staging.mapAsync(GPUMapMode.READ, 0, bytes));
    const times = new BigUint64Array(this.#staging.getMappedRange(0, bytes).slice(0));
    this.#staging.unmap();
    let nanoseconds = 0;
    for (let i = 0; i < times.length; i += 2)
      nanoseconds += Math.max(0, Number((times[i + 1] ?? 0n) - (times[i] ?? 0n)));
    return (nanoseconds * 1e-6 * steps) / timed;
  }

  dispose(): void {
    this.#queries?.destroy();
  }
}
