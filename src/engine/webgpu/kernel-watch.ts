import type { KernelTime } from '../backend';
import type { Buffers } from './buffers';
import type { Dispatch, Gpu } from './gpu';
import { encode } from './gpu';

/** A step is looked at this often, milliseconds: alone in its submit, it takes a little longer than among others. */
const EVERY_MS = 400;
/** The most queries that a set may have (WebGPU, § 23). */
const MOST_QUERIES = 4096;

/** Dispatches of one kernel that follow each other. */
interface Stretch {
  readonly name: string;
  readonly dispatches: readonly Dispatch[];
}

/**
 * Device time of every kernel of a step, from timestamps around passes of their own; the numbers that come out are the
 * same. Browsers round timestamps (Chrome to 0.1 ms), which the mean over many looks makes up for.
 */
export class KernelWatch {
  readonly #gpu: Gpu;
  readonly #stretches: readonly Stretch[];
  readonly #queries: GPUQuerySet | undefined;
  readonly #resolved: GPUBuffer | undefined;
  readonly #staging: GPUBuffer | undefined;
  #sums = new Map<string, number>();
  #looked = 0;
  #last = -Infinity;

  /** @param step dispatches of one optimiser step */
  constructor(gpu: Gpu, owned: Buffers, step: readonly Dispatch[]) {
    this.#gpu = gpu;
    this.#stretches = stretchesOf(step);
    const count = 2 * this.#stretches.length;
    if (!gpu.hasTimestamps || count > MOST_QUERIES) return;
    this.#queries = gpu.device.createQuerySet({ label: 'kernel times', type: 'timestamp', count });
    this.#resolved = owned.timestamps('kernel times', 8 * count);
    this.#staging = owned.staging('kernel times', 8 * count);
  }

  /** Whether the next step should be looked at; `now` in milliseconds. */
  isDue(now: number): boolean {
    return this.#queries !== undefined && now - this.#last >= EVERY_MS;
  }

  /** Submits one step whose kernels are timed. */
  submit(now: number): void {
    const [queries, resolved, staging] = [this.#queries, this.#resolved, this.#staging];
    if (!queries || !resolved || !staging) return;
    this.#last = now;
    const encoder = this.#gpu.device.createCommandEncoder({ label: 'timed step' });
    this.#stretches.forEach(({ name, dispatches }, k) => {
      const timestampWrites = {
        querySet: queries,
        beginningOfPassWriteIndex: 2 * k,
        endOfPassWriteIndex: 2 * k + 1,
      };
      const pass = encoder.beginComputePass({ label: name, timestampWrites });
      encode(pass, dispatches);
      pass.end();
    });
    const count = 2 * this.#stretches.length;
    encoder.resolveQuerySet(queries, 0, count, resolved, 0);
    encoder.copyBufferToBuffer(resolved, 0, staging, 0, 8 * count);
    this.#gpu.device.queue.submit([encoder.finish()]);
  }

  /** Reads the step submitted last; milliseconds of all its kernels. */
  async read(): Promise<number> {
    const staging = this.#staging;
    if (!staging) return 0;
    const bytes = 16 * this.#stretches.length;
    await this.#gpu.wait(staging.mapAsync(GPUMapMode.READ, 0, bytes));
    const times = new BigUint64Array(staging.getMappedRange(0, bytes).slice(0));
    staging.unmap();
    let total = 0;
    this.#stretches.forEach(({ name }, k) => {
      const ms = 1e-6 * Math.max(0, Number((times[2 * k + 1] ?? 0n) - (times[2 * k] ?? 0n)));
      this.#sums.set(name, (this.#sums.get(name) ?? 0) + ms);
      total += ms;
    });
    this.#looked++;
    return total;
  }

  /** Means of the steps looked at since the last call. */
  take(): readonly KernelTime[] {
    const looked = this.#looked;
    const taken = looked === 0 ? [] : [...this.#sums].map(([name, sum]) => ({ name, ms: sum / looked }));
    this.#sums = new Map();
    this.#looked = 0;
    return taken;
  }

  dispose(): void {
    this.#queries?.destroy();
  }
}

function stretchesOf(step: readonly Dispatch[]): readonly Stretch[] {
  const stretches: { name: string; dispatches: Dispatch[] }[] = [];
  for (const dispatch of step) {
    const { name } = dispatch.kernel;
    const last = stretches.at(-1);
    if (last?.name === name) last.dispatches.push(dispatch);
    else stretches.push({ name, dispatches: [dispatch] });
  }
  return stretches;
}
