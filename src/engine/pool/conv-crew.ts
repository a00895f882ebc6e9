import type { DensePlan } from '../wasm/conv-dense-plan';
import type { PartLoss } from '../wasm/conv-network';
import type { PartAnswers, PartImages } from '../wasm/conv-part';
import { ConvPart } from '../wasm/conv-part';
import type { Chunk, ConvAnswer, ConvOpening, ConvRequest, ConvWork } from './conv-messages';
import type { PoolWorker } from './pool-member';
import { PoolMember } from './pool-member';
import { canShare, ownMemory, sharedMemory } from './shared-memory';

/** A worker is given up when it needs so many times longer than this thread, and so many milliseconds more. */
const PATIENCE_FACTOR = 20;
const PATIENCE_MS = 10_000;

/** Who computes besides the calling thread. */
export interface Threads {
  /** At most so many threads, the calling one counted; more than there are shards are of no use. */
  readonly count: number;
  /** Starts a worker; may throw where there are none. */
  readonly spawn: () => PoolWorker;
  /** Milliseconds a silent worker is waited for; for tests. */
  readonly patience?: number;
}

/**
 * The threads that compute the shards of a batch: this one and as many workers as there are further cores. What each
 * shard gives does not depend on who computes it, and whatever a lost worker leaves is done by this thread.
 */
export class ConvCrew {
  readonly #part: ConvPart;
  readonly #plan: DensePlan;
  readonly #vector: Float32Array;
  readonly #gradients: readonly Float32Array[];
  readonly #isShared: boolean;
  readonly #patience: number;
  readonly #workers: readonly PoolMember<ConvRequest, ConvAnswer>[];

  constructor(module: WebAssembly.Module, plan: DensePlan, images: PartImages, threads: Threads) {
    const wanted = Math.max(0, Math.min(threads.count, plan.shards) - 1);
    const mayShare = wanted > 0 && canShare();
    const shared = mayShare ? sharedMemory(images, plan.length, plan.shards) : undefined;
    const memory = shared ?? ownMemory(images, plan.length, plan.shards);
    this.#plan = plan;
    this.#patience = threads.patience ?? PATIENCE_MS;
    this.#vector = memory.vector;
    this.#gradients = memory.gradients;
    this.#isShared = shared !== undefined;
    this.#part = new ConvPart(module, plan, memory.images);
    // Where sharing would need too much memory, copies would need more.
    this.#workers = openWorkers(mayShare && !shared ? 0 : wanted, threads.spawn, {
      module,
      plan,
      images: memory.images,
      shared: shared && { vector: shared.vector, gradients: shared.gradients },
    });
  }

  /** Threads at work now. */
  get threads(): number {
    return 1 + this.#ready().length;
  }

  /** Most samples that are answered in one go by all threads together. */
  get capacity(): number {
    return this.#part.capacity * this.threads;
  }

  /** Takes over a dense vector for all that follows. */
  load(vector: Float32Array): void {
    this.#vector.set(vector);
    this.#part.load(this.#vector);
  }

  /** Losses and gradients of a step's shards, in their order; the gradients are valid until the next call. */
  async train(step: number): Promise<{ losses: readonly PartLoss[]; gradients: readonly Float32Array[] }> {
    const losses: PartLoss[] = new Array<PartLoss>(this.#plan.shards);
    await this.#share(
      this.#plan.shards,
      (shards) => ({ kind: 'train', step, shards }),
      (shard) => {
        const gradient = this.#gradients[shard];
        if (gradient) losses[shard] = this.#part.train(step, shard, gradient);
      },
      (shard, said, index) => {
        const [loss, gradient] = [said.losses[index], said.gradients[index]];
        if (loss) losses[shard] = loss;
        if (gradient) this.#gradients[shard]?.set(gradient);
      },
    );
    return { losses, gradients: this.#gradients };
  }

  /** Losses of a step's shards, in their order. */
  async losses(step: number): Promise<readonly PartLoss[]> {
    const losses: PartLoss[] = new Array<PartLoss>(this.#plan.shards);
    await this.#share(
      this.#plan.shards,
      (shards) => ({ kind: 'losses', step, shards }),
      (shard) => {
        losses[shard] = this.#part.lossOf(step, shard);
      },
      (shard, said, index) => {
        const loss = said.losses[index];
        if (loss) losses[shard] = loss;
      },
    );
    return losses;
  }

  /** Answers to samples of a split, chunk after chunk. */
  async answer(split: 'train' | 'test', { first, count }: Chunk): Promise<readonly PartAnswers[]> {
    const size = this.#part.capacity;
    const chunks = Array.from({ length: Math.ceil(count / size) }, (_, k): Chunk => {
      return { first: first + k * size, count: Math.min(size, count - k * size) };
    });
    const answers: PartAnswers[] = new Array<PartAnswers>(chunks.length);
    const at = (index: number): Chunk => chunks[index] ?? { first, count: 0 };
    await this.#share(
      chunks.length,
      (mine) => ({ kind: 'answer', split, chunks: mine.map(at) }),
      (index) => {
        const chunk = at(index);
        answers[index] = this.#part.answer(split, chunk.first, chunk.count);
      },
      (index, said, place) => {
        const answer = said.answers[place];
        if (answer) answers[index] = answer;
      },
    );
    return answers;
  }

  /** Logits of one image of standardised pixels. */
  logits(values: Float32Array): Float32Array {
    return this.#part.logits(values);
  }

  dispose(): void {
    for (const worker of this.#workers) worker.end();
  }

  /** Deals `count` pieces of work out to the threads, piece k to thread k modulo their number. */
  async #share(
    count: number,
    workOf: (pieces: readonly number[]) => ConvWork,
    own: (piece: number) => void,
    take: (piece: number, said: ConvAnswer, index: number) => void,
  ): Promise<void> {
    const helpers = this.#ready();
    const threads = helpers.length + 1;
    const piecesOf = (thread: number): readonly number[] =>
      Array.from({ length: count }, (_, k) => k).filter((k) => k % threads === thread);
    const vector = this.#isShared ? undefined : this.#vector;
    const asked = helpers
      .map((helper, index) => ({ helper, pieces: piecesOf(index + 1) }))
      .filter(({ pieces }) => pieces.length > 0)
      .map(({ helper, pieces }) => ({ pieces, pending: helper.ask({ ...workOf(pieces), vector }) }));
    const start = performance.now();
    for (const piece of piecesOf(0)) own(piece);
    const patience = this.#patience + PATIENCE_FACTOR * (performance.now() - start);
    for (const { pieces, pending } of asked) {
      pending.hurry(patience);
      const said = await pending.answer;
      if (said) pieces.forEach((piece, index) => take(piece, said, index));
      else pieces.forEach(own);
    }
  }

  #ready(): readonly PoolMember<ConvRequest, ConvAnswer>[] {
    return this.#workers.filter(({ isReady }) => isReady);
  }
}

function openWorkers(
  count: number,
  spawn: () => PoolWorker,
  opening: ConvOpening,
): readonly PoolMember<ConvRequest, ConvAnswer>[] {
  const workers: PoolMember<ConvRequest, ConvAnswer>[] = [];
  try {
    while (workers.length < count) workers.push(new PoolMember(spawn(), opening));
  } catch {
    // No workers within workers here, or no more of them: the threads there are do the work.
  }
  return workers;
}
