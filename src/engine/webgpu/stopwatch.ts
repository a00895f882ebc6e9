import type { Buffers } from './buffers';
import type { Gpu } from './gpu';
import { readBack } from './readback';

/** Submits timed per call; later ones are estimated from these. */
const SLOTS = 16;

/** Device time of compute passes from timestamp queries, where the device has them. */
export class Stopwatch {
  readonly #gpu: Gpu;
  readonly #queries: GPUQuerySet | undefined;
  readonly #resolved: GPUBuffer | undefined;
  #timedSteps: number[] = [];

  constructor(gpu: Gpu, owned: Buffers) {
    this.#gpu = gpu;
    if (!gpu.hasTimestamps) return;
    this.#queries = gpu.device.createQuerySet({ label: 'pass times', type: 'timestamp', count: 2 * SLOTS });
    this.#resolved = owned.timestamps('pass times', 16 * SLOTS);
  }

  reset(): void {
    this.#timedSteps = [];
  }

  /** What the pass that runs `steps` must write, if it is to be timed. */
  writes(steps: number): GPUComputePassTimestampWrites | undefined {
    const slot = this.#timedSteps.length;
    if (!this.#queries || slot >= SLOTS) return undefined;
    this.#timedSteps.push(steps);
    return { querySet: this.#queries, beginningOfPassWriteIndex: 2 * slot, endOfPassWriteIndex: 2 * slot + 1 };
  }

  /** Milliseconds that `steps` took, by the passes timed since the reset. */
  async read(steps: number): Promise<number | undefined> {
    const timed = this.#timedSteps.reduce((sum, count) => sum + count, 0);
    if (!this.#queries || !this.#resolved || timed === 0) return undefined;
    const { device } = this.#gpu;
    const encoder = device.createCommandEncoder({ label: 'pass times' });
    encoder.resolveQuerySet(this.#queries, 0, 2 * this.#timedSteps.length, this.#resolved, 0);
    device.queue.submit([encoder.finish()]);
    const bytes = 16 * this.#timedSteps.length;
    const times = new BigUint64Array(await readBack(this.#gpu, 'pass times', [{ buffer: this.#resolved, offset: 0, bytes }]));
    let nanoseconds = 0;
    for (let i = 0; i < times.length; i += 2) nanoseconds += Math.max(0, Number((times[i + 1] ?? 0n) - (times[i] ?? 0n)));
    return (nanoseconds * 1e-6 * steps) / timed;
  }

  dispose(): void {
    this.#queries?.destroy();
  }
}
