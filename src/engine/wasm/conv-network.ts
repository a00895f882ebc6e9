import type { Arena } from './arena';
import { ConvChain } from './conv-chain';
import type { DenseConvolve, DensePlan, DenseStage } from './conv-dense-plan';
import type { ConvKernels } from './conv-kernels';
import type { PanelLayout } from './conv-layout';
import { LANES, firstPixel, imageLayout, laneOf, panelLayout } from './conv-layout';
import { ConvLinear } from './conv-linear';

/** A linear stage with what follows it, and their activations for as many samples as come at a time. */
interface Group {
  readonly stage: DenseConvolve;
  readonly linear: ConvLinear;
  readonly chain: ConvChain;
  /** Padded input and output without padding of the linear stage, and the cotangents after the chain. */
  readonly x: Activations;
  readonly z: Activations;
  readonly g: Activations;
  /** f64 sums of the bias' gradient. */
  readonly biasSums: number;
}

interface Activations {
  readonly layout: PanelLayout;
  readonly address: number;
}

/** Loss of some samples. */
export interface PartLoss {
  /** Sum over the samples. */
  readonly loss: number;
  readonly correct: number;
}

/**
 * A convolutional network with dense matrices in one thread's WASM memory. It computes a part of a batch: images in
 * {@link input}, numbers in a dense vector (conv-dense-plan.ts), gradient in another one.
 */
export class ConvNetwork {
  readonly labels: number;
  readonly predictions: number;
  readonly losses: number;
  readonly #kernels: ConvKernels;
  readonly #arena: Arena;
  readonly #plan: DensePlan;
  readonly #groups: readonly Group[];
  readonly #lossOut: number;

  /** @param samples most samples at a time */
  constructor(kernels: ConvKernels, arena: Arena, plan: DensePlan, samples: number) {
    // Tiles of samples are computed whole.
    const capacity = 4 * Math.ceil(samples / 4);
    this.#kernels = kernels;
    this.#arena = arena;
    this.#plan = plan;
    this.#groups = makeGroups(kernels, arena, plan.stages, capacity);
    this.labels = arena.bytes(capacity);
    this.predictions = arena.bytes(capacity);
    this.losses = arena.floats(capacity);
    this.#lossOut = arena.bytes(16);
  }

  /** Where the first pixel of a sample's image belongs, and bytes from one row to the next; edges are dark. */
  input(sample: number): { readonly sample: number; readonly first: number; readonly row: number } {
    const { layout, address } = this.#group(0).x;
    const at = address + 4 * sample * layout.sample;
    return { sample: at, first: at + firstPixel(layout), row: 4 * layout.row };
  }

  /** Bytes of one sample's input. */
  get inputBytes(): number {
    return 4 * this.#group(0).x.layout.sample;
  }

  /** Takes over a dense vector's matrices. */
  load(vector: number): void {
    for (const { linear } of this.#groups) linear.load(vector);
  }

  /** Answers of the running statistics. */
  forward(vector: number, count: number): void {
    this.#groups.forEach(({ linear, chain, x, z }, index) => {
      chain.normalise?.useRunning(vector);
      this.#eachPart(linear, count, (sample, samples) => {
        linear.forward(at(x, sample), at(z, sample), samples);
      });
      this.#onward(index, count);
    });
  }

  /** The same with the statistics of these samples, which are written into `statistics`. */
  forwardInTraining(vector: number, statistics: number, count: number): void {
    this.#groups.forEach(({ linear, chain, x, z }, index) => {
      const { normalise } = chain;
      normalise?.clear();
      this.#eachPart(linear, count, (first, samples) => {
        linear.forward(at(x, first), at(z, first), samples);
        for (let sample = first; sample < first + samples; sample++) normalise?.merge(at(z, sample));
      });
      normalise?.useBatch(vector, statistics);
      this.#onward(index, count);
    });
  }

  /** Loss of the answers; leaves their cotangents, divided by the batch's size. */
  loss(count: number): PartLoss {
    const { classes, smoothing, batchSize } = this.#plan;
    const { z, g } = this.#group(this.#groups.length - 1);
    this.#kernels.softmaxLoss(
      count,
      z.layout.sample,
      classes,
      smoothing,
      1 / batchSize,
      z.address,
      this.labels,
      g.address,
      this.predictions,
      this.losses,
      this.#lossOut,
    );
    const out = new DataView(this.#arena.memory.buffer, this.#lossOut, 16);
    return { loss: out.getFloat64(0, true), correct: out.getInt32(8, true) };
  }

  /**
   * Writes the gradient of the samples whose {@link forwardInTraining} and {@link loss} just ran.
   * @param gradient the dense vector that got the statistics
   */
  backward(vector: number, gradient: number, count: number): void {
    for (let index = this.#groups.length - 1; index >= 0; index--) {
      const { stage, linear, chain, x, z, g, biasSums } = this.#group(index);
      const { normalise } = chain;
      if (normalise) {
        for (let sample = 0; sample < count; sample++) {
          chain.backward(at(z, sample), at(g, sample), (panel, cotangent) => {
            normalise.mergeSlopes(at(z, sample) + 4 * panel * z.layout.panel, cotangent, panel);
          });
        }
        normalise.finish(vector, gradient, gradient);
      }
      linear.clear();
      new Float64Array(this.#arena.memory.buffer, biasSums, LANES * z.layout.panels).fill(0);
      this.#eachPart(linear, count, (first, samples) => {
        for (let sample = first; sample < first + samples; sample++) {
          chain.backward(at(z, sample), at(g, sample), (panel, cotangent) => {
            const values = at(z, sample) + 4 * panel * z.layout.panel;
            normalise?.backward(values, cotangent, panel);
            if (stage.biasOffset !== undefined)
              this.#kernels.sumPositions(cotangent, z.layout.panel / LANES, biasSums + 64 * panel);
            linear.place(cotangent, sample, panel);
          });
        }
        const before = this.#groups[index - 1];
        linear.backward(at(x, first), before ? at(before.g, first) : 0, samples);
      });
      linear.store(gradient);
      this.#storeBias(this.#group(index), gradient);
    }
  }

  /** Copies the answers of one sample out: one number per class. */
  logits(sample: number): Float32Array {
    const { z } = this.#group(this.#groups.length - 1);
    return this.#arena.f32(at(z, sample), this.#plan.classes).slice();
  }

  /** Sends values through what follows a linear stage, into the next one's input. */
  #onward(index: number, count: number): void {
    const { chain, z } = this.#group(index);
    const next = this.#groups[index + 1];
    if (!next) return;
    const { layout } = next.x;
    const { height, width } = chain.after.shape;
    for (let sample = 0; sample < count; sample++) {
      const to = at(next.x, sample) + firstPixel(layout);
      chain.forward(at(z, sample), (panel, values) => {
        const panelAt = to + 4 * panel * layout.panel;
        this.#kernels.placePositions(values, height, width, panelAt, 4 * layout.row, 4 * LANES);
      });
    }
  }

  #storeBias({ stage, biasSums, z }: Group, gradient: number): void {
    if (stage.biasOffset === undefined) return;
    const sums = new Float64Array(this.#arena.memory.buffer, biasSums, LANES * z.layout.panels);
    const to = this.#arena.f32(gradient + 4 * stage.biasOffset, stage.output.channels);
    to.forEach((_, channel) => (to[channel] = sums[laneOf(z.layout, channel)] ?? 0));
  }

  /** Sample after sample while it is in the cache, or all at once where tiles are made of samples. */
  #eachPart(linear: ConvLinear, count: number, visit: (first: number, samples: number) => void): void {
    if (!linear.perSample) {
      visit(0, count);
      return;
    }
    for (let sample = 0; sample < count; sample++) visit(sample, 1);
  }

  #group(index: number): Group {
    const found = this.#groups[index];
    if (!found) throw new RangeError(`The network has no linear stage ${index}.`);
    return found;
  }
}

function at({ layout, address }: Activations, sample: number): number {
  return address + 4 * sample * layout.sample;
}

function makeGroups(
  kernels: ConvKernels,
  arena: Arena,
  stages: readonly DenseStage[],
  capacity: number,
): readonly Group[] {
  const allocate = (layout: PanelLayout): Activations => ({
    layout,
    address: arena.floats(capacity * layout.sample),
  });
  const groups: Group[] = [];
  stages.forEach((stage, index) => {
    if (stage.kind !== 'convolve') return;
    const before = groups.at(-1);
    const isFlat = before !== undefined && stage.kernel === 1 && stage.input.height * stage.input.width === 1;
    const shape = isFlat ? before.chain.after.shape : stage.input;
    const layout = before ? panelLayout(shape, stage.padding) : imageLayout(shape, stage.padding);
    const end = stages.findIndex(({ kind }, at) => at > index && kind === 'convolve');
    const following = stages.slice(index + 1, end < 0 ? undefined : end);
    const z = panelLayout(stage.output, 0, stage.complex ? 2 : 1);
    const chain = new ConvChain(kernels, arena, following, z);
    groups.push({
      stage,
      linear: new ConvLinear(kernels, arena, stage, layout, z, isFlat, capacity, before === undefined),
      chain,
      x: allocate(layout),
      z: allocate(z),
      g: allocate(chain.after),
      biasSums: arena.bytes(8 * LANES * z.panels),
    });
  });
  return groups;
}
