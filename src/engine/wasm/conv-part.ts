import type { ImageData } from '../../data/fields';
import { sampleAt } from '../../lib/permutation';
import type { Move } from '../../learning/convolution/augment';
import { UNMOVED, moveAt } from '../../learning/convolution/augment';
import { Arena } from './arena';
import type { DensePlan } from './conv-dense-plan';
import type { PartLoss } from './conv-network';
import { ConvNetwork } from './conv-network';
import { instantiateKernels } from './kernels';
import type { Kernels } from './kernels';

/** The images a thread works on; bytes may be shared between threads. */
export type PartImages = Pick<ImageData, 'mean' | 'deviation' | 'train' | 'test'>;

export interface PartAnswers extends PartLoss {
  readonly predictions: Uint8Array;
  readonly losses: Float32Array;
}

/** What one thread needs to train on shards of a batch: dense network, images and a memory of its own. */
export class ConvPart {
  readonly #kernels: Kernels;
  readonly #arena = new Arena();
  readonly #plan: DensePlan;
  readonly #images: PartImages;
  readonly #network: ConvNetwork;
  readonly #shard: number;
  readonly #vector: number;
  readonly #gradient: number;
  readonly #pixels: number;
  readonly #constants: number;

  constructor(module: WebAssembly.Module, plan: DensePlan, images: PartImages) {
    const { channels, height, width } = plan.input;
    this.#kernels = instantiateKernels(module, this.#arena.memory);
    this.#plan = plan;
    this.#images = images;
    this.#shard = plan.batchSize / plan.shards;
    this.#network = new ConvNetwork(this.#kernels, this.#arena, plan, this.#shard);
    this.#vector = this.#arena.floats(plan.length);
    this.#gradient = this.#arena.floats(plan.length);
    this.#pixels = this.#arena.bytes(channels * height * width);
    const perChannel = (c: number): number[] => {
      const deviation = images.deviation[c] ?? 1;
      return [1 / (255 * deviation), -(images.mean[c] ?? 0) / deviation];
    };
    this.#constants = this.#arena.putFloats(Array.from({ length: channels }, (_, c) => perChannel(c)).flat());
  }

  /** Most samples that {@link answer} takes at a time. */
  get capacity(): number {
    return this.#shard;
  }

  /** Takes over the matrices and electronic numbers of a dense vector. */
  load(vector: Float32Array): void {
    this.#arena.f32(this.#vector, this.#plan.length).set(vector);
    this.#network.load(this.#vector);
  }

  /** Gradient of one shard of a step's batch, written into `gradient`, a dense vector. */
  train(step: number, shard: number, gradient: Float32Array): PartLoss {
    const loss = this.lossOf(step, shard);
    this.#network.backward(this.#vector, this.#gradient, this.#shard);
    gradient.set(this.#arena.f32(this.#gradient, this.#plan.length));
    return loss;
  }

  /** Loss of one shard of a step's batch, normalised by its own statistics. */
  lossOf(step: number, shard: number): PartLoss {
    const { seed, batchSize, augmentation } = this.#plan;
    const { train } = this.#images;
    const first = step * batchSize + shard * this.#shard;
    for (let row = 0; row < this.#shard; row++) {
      const sample = sampleAt(first + row, train.count, seed);
      this.#put(row, train.pixels, sample, moveAt(augmentation, seed, first + row));
      this.#setLabel(row, train.labels[sample] ?? 0);
    }
    this.#network.forwardInTraining(this.#vector, this.#gradient, this.#shard);
    return this.#network.loss(this.#shard);
  }

  /** Answers to samples of a split, normalised by the running statistics. */
  answer(split: 'train' | 'test', first: number, count: number): PartAnswers {
    const { pixels, labels } = this.#images[split];
    for (let row = 0; row < count; row++) {
      this.#put(row, pixels, first + row, UNMOVED);
      this.#setLabel(row, labels[first + row] ?? 0);
    }
    this.#network.forward(this.#vector, count);
    const loss = this.#network.loss(count);
    const predictions = this.#arena.u8(this.#network.predictions, count).slice();
    return { ...loss, predictions, losses: this.#arena.f32(this.#network.losses, count).slice() };
  }

  /** Logits of one image of standardised pixels, [channel][row][column]. */
  logits(values: Float32Array): Float32Array {
    const { channels, height, width } = this.#plan.input;
    const { sample, first, row } = this.#network.input(0);
    this.#arena.f32(sample, this.#network.inputBytes / 4).fill(0);
    for (let y = 0; y < height; y++) {
      const line = this.#arena.f32(first + y * row, width * channels);
      line.forEach((_, at) => {
        const [x, c] = [Math.floor(at / channels), at % channels];
        line[at] = values[(c * height + y) * width + x] ?? 0;
      });
    }
    this.#network.forward(this.#vector, 1);
    return this.#network.logits(0);
  }

  #put(row: number, pixels: Uint8Array, index: number, { dx, dy, flip }: Move): void {
    const { channels, height, width } = this.#plan.input;
    const size = channels * height * width;
    const input = this.#network.input(row);
    this.#arena.u8(this.#pixels, size).set(pixels.subarray(index * size, (index + 1) * size));
    this.#arena.f32(input.sample, this.#network.inputBytes / 4).fill(0);
    this.#kernels.loadImage(
      this.#pixels,
      channels,
      height,
      width,
      dy,
      dx,
      flip ? 1 : 0,
      this.#constants,
      input.first,
      input.row,
    );
  }

  #setLabel(row: number, label: number): void {
    this.#arena.u8(this.#network.labels, row + 1)[row] = label;
  }
}
