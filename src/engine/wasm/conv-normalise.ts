import type { Arena } from './arena';
import type { DenseNormalise } from './conv-dense-plan';
import type { ConvKernels } from './conv-kernels';
import type { PanelLayout } from './conv-layout';
import { LANES, laneOf } from './conv-layout';

/** f64 of one panel's moments: count, means, sums of squares. */
const MOMENTS = 1 + 2 * LANES;
/** f64 of one panel's slope sums. */
const SLOPES = 2 * LANES;
const FACTORS = 4 * LANES;

/** Batch normalisation of one shard; equations in learning/convolution/normalise.ts. */
export class ConvNormalise {
  readonly #kernels: ConvKernels;
  readonly #arena: Arena;
  readonly #stage: DenseNormalise;
  readonly #layout: PanelLayout;
  readonly #moments: number;
  readonly #slopes: number;
  readonly #scale: number;
  readonly #shift: number;
  /** Per panel a, b, c and mean of the backward pass. */
  readonly #factors: number;

  /** @param layout of the values before it, without padding */
  constructor(kernels: ConvKernels, arena: Arena, stage: DenseNormalise, layout: PanelLayout) {
    const { panels } = layout;
    this.#kernels = kernels;
    this.#arena = arena;
    this.#stage = stage;
    this.#layout = layout;
    this.#moments = arena.bytes(8 * MOMENTS * panels);
    this.#slopes = arena.bytes(8 * SLOPES * panels);
    this.#scale = arena.floats(LANES * panels);
    this.#shift = arena.floats(LANES * panels);
    this.#factors = arena.floats(FACTORS * panels);
  }

  /** Begins a shard. */
  clear(): void {
    const { panels } = this.#layout;
    this.#f64(this.#moments, MOMENTS * panels).fill(0);
    this.#f64(this.#slopes, SLOPES * panels).fill(0);
  }

  /** Takes one sample's values into the statistics. */
  merge(x: number): void {
    const { panels, panel } = this.#layout;
    for (let p = 0; p < panels; p++)
      this.#kernels.mergeMoments(x + 4 * p * panel, panel / LANES, this.#moments + 8 * MOMENTS * p);
  }

  /** Uses the merged statistics from here on, and writes them where the vector has its running ones. */
  useBatch(vector: number, statistics: number): void {
    const { meanOffset, varianceOffset } = this.#stage;
    const [means, variances] = [this.#of(statistics, meanOffset), this.#of(statistics, varianceOffset)];
    this.#eachLane((lane, channel) => {
      const moments = this.#f64(this.#moments + 8 * MOMENTS * Math.floor(lane / LANES), MOMENTS);
      means[channel] = moments[1 + (lane % LANES)] ?? 0;
      variances[channel] = (moments[1 + LANES + (lane % LANES)] ?? 0) / (moments[0] ?? 1);
    });
    this.#use(vector, means, variances);
  }

  /** Uses the running statistics from here on. */
  useRunning(vector: number): void {
    const { meanOffset, varianceOffset } = this.#stage;
    this.#use(vector, this.#of(vector, meanOffset), this.#of(vector, varianceOffset));
  }

  forward(x: number, panel: number, y: number): void {
    const at = 4 * LANES * panel;
    this.#kernels.affine(x, this.#layout.panel / LANES, this.#scale + at, this.#shift + at, y);
  }

  /** Takes the cotangent of one panel into the sums that {@link finish} needs. */
  mergeSlopes(x: number, g: number, panel: number): void {
    const mean = this.#factors + 4 * (FACTORS * panel + 3 * LANES);
    this.#kernels.slopeSums(x, g, this.#layout.panel / LANES, mean, this.#slopes + 8 * SLOPES * panel);
  }

  /** From the sums over the shard: the gradient of scale and shift, and the factors of {@link backward}. */
  finish(vector: number, gradient: number, statistics: number): void {
    const { scaleOffset, shiftOffset, varianceOffset, epsilon } = this.#stage;
    const variances = this.#of(statistics, varianceOffset);
    const scales = this.#of(vector, scaleOffset);
    const [toScale, toShift] = [this.#of(gradient, scaleOffset), this.#of(gradient, shiftOffset)];
    const factors = this.#arena.f32(this.#factors, FACTORS * this.#layout.panels);
    this.#eachLane((lane, channel) => {
      const panel = Math.floor(lane / LANES);
      const slopes = this.#f64(this.#slopes + 8 * SLOPES * panel, SLOPES);
      const count = this.#f64(this.#moments + 8 * MOMENTS * panel, 1)[0] ?? 1;
      const inverse = 1 / Math.sqrt((variances[channel] ?? 0) + epsilon);
      const [sum = 0, product = 0] = [slopes[lane % LANES], slopes[LANES + (lane % LANES)]];
      toShift[channel] = sum;
      toScale[channel] = product * inverse;
      const a = (scales[channel] ?? 0) * inverse;
      const at = FACTORS * panel + (lane % LANES);
      factors[at] = a;
      factors[at + LANES] = (-a * inverse * inverse * product) / count;
      factors[at + 2 * LANES] = (-a * sum) / count;
    });
  }

  /** The cotangent of x from that of y, in place. */
  backward(x: number, g: number, panel: number): void {
    this.#kernels.normaliseBackward(x, g, this.#layout.panel / LANES, this.#factors + 4 * FACTORS * panel);
  }

  #use(vector: number, means: Float32Array, variances: Float32Array): void {
    const { scaleOffset, shiftOffset, epsilon } = this.#stage;
    const { panels } = this.#layout;
    const [scales, shifts] = [this.#of(vector, scaleOffset), this.#of(vector, shiftOffset)];
    const scale = this.#arena.f32(this.#scale, LANES * panels);
    const shift = this.#arena.f32(this.#shift, LANES * panels);
    const factors = this.#arena.f32(this.#factors, FACTORS * panels);
    this.#eachLane((lane, channel) => {
      const mean = means[channel] ?? 0;
      const factor = (scales[channel] ?? 0) / Math.sqrt((variances[channel] ?? 0) + epsilon);
      scale[lane] = factor;
      shift[lane] = (shifts[channel] ?? 0) - factor * mean;
      factors[FACTORS * Math.floor(lane / LANES) + 3 * LANES + (lane % LANES)] = mean;
    });
  }

  #eachLane(visit: (lane: number, channel: number) => void): void {
    const { channels } = this.#layout.shape;
    for (let channel = 0; channel < channels; channel++) visit(laneOf(this.#layout, channel), channel);
  }

  /** One of the stage's arrays in a dense vector. */
  #of(vector: number, offset: number): Float32Array {
    return this.#arena.f32(vector + 4 * offset, this.#layout.shape.channels);
  }

  #f64(address: number, length: number): Float64Array {
    return new Float64Array(this.#arena.memory.buffer, address, length);
  }
}
