import type { FieldBatch } from '../../data/fields';
import type { Die } from '../../learning/die';
import type { Plan } from '../../learning/plan';
import type { Arena } from './arena';
import type { Kernels } from './kernels';
import { LossReadout } from './loss-readout';
import type { Planes } from './planes';
import { allocatePlanes, batchStride, fromRow } from './planes';
import type { StoredSplit } from './stored-split';
import type { LayerScratch } from './wasm-layer';
import { WasmLayer, allocateLayerScratch } from './wasm-layer';

/** Samples that go forward at a time where no gradient is wanted: their fields stay in the second-level cache. */
export const CHUNK = 128;

/** Sum of losses and number of correct answers. */
export interface Judged {
  readonly loss: number;
  readonly correct: number;
}

/** Some samples of a split, from the `first` on. */
interface JudgedChunk extends Judged {
  readonly first: number;
  readonly answers: Uint8Array;
  readonly losses: Float32Array;
}

/** The network and its batch buffers in WASM memory; rows are samples. */
export class WasmNetwork {
  /** Where a training batch is put. */
  readonly batch: StoredSplit;
  readonly #arena: Arena;
  readonly #plan: Plan;
  readonly #phases: number;
  readonly #layers: readonly WasmLayer[];
  readonly #readout: LossReadout;
  /** Fields after each layer's linear part and after its nonlinearity. */
  readonly #z: readonly Planes[];
  readonly #y: readonly Planes[];
  /** Cotangents, alternating between layers. */
  readonly #g: readonly [Planes, Planes];
  /** Fields of a chunk that only goes forward, alternating between layers. */
  readonly #passing: readonly [Planes, Planes];

  /** @param phases address of the vector that light meets */
  constructor(kernels: Kernels, arena: Arena, plan: Plan, phases: number) {
    // Four rows more than the batch: transposing works in blocks of four.
    const rows = plan.batchSize + 4;
    const stride = batchStride(plan.modes);
    const allocate = (): Planes => allocatePlanes(arena, rows, stride);
    const scratch: LayerScratch = allocateLayerScratch(arena, plan.modes, rows);
    const sigma = plan.effects?.splitterNoise ?? 0;
    let devices = 0;
    this.#arena = arena;
    this.#plan = plan;
    this.#phases = phases;
    this.#layers = plan.layers.map((planned) => {
      const layer = new WasmLayer(kernels, arena, planned, scratch, sigma, devices);
      devices += layer.linear.devices;
      return layer;
    });
    this.#readout = new LossReadout(kernels, arena, plan, Math.max(rows, CHUNK));
    this.batch = { count: plan.batchSize, fields: allocate(), labels: arena.bytes(rows) };
    this.#z = this.#layers.map(allocate);
    this.#y = this.#layers.map((layer, index) => (layer.isLinear ? at(this.#z, index) : allocate()));
    this.#g = [allocate(), allocate()];
    this.#passing = [allocatePlanes(arena, CHUNK, stride), allocatePlanes(arena, CHUNK, stride)];
  }

  /** Replaces the flaws of all meshes. */
  setDie(die: Die): void {
    let rest = die;
    for (const layer of this.#layers) rest = layer.setFlaws(rest);
  }

  /**
   * Takes over the current phases.
   * @param key of the couplers' noise (`noiseKey`), or undefined for none
   */
  compile(key: number | undefined): void {
    for (const layer of this.#layers) layer.compile(this.#phases, key);
  }

  /** Sends the batch's first `rows` samples through, keeping what {@link backward} needs. */
  forward(rows: number): void {
    let x = this.batch.fields;
    this.#layers.forEach((layer, index) => {
      const [z, y] = [at(this.#z, index), at(this.#y, index)];
      layer.multiply(x, z, rows);
      if (!layer.isLinear) layer.activate(this.#phases, z, y, rows);
      x = y;
    });
  }

  /** Judges the batch whose {@link forward} just ran; leaves the cotangents of its mean loss. */
  loss(rows: number, key: number | undefined): Judged {
    const y = at(this.#y, this.#layers.length - 1);
    return this.#readout.judge(y, this.batch.labels, rows, key, 0, this.#g[0]);
  }

  /** Writes the gradient of the batch whose {@link forward} and {@link loss} just ran. */
  backward(gradient: number, rows: number): void {
    let [g, other] = this.#g;
    for (let index = this.#layers.length - 1; index >= 0; index--) {
      const layer = at(this.#layers, index);
      const x = index > 0 ? at(this.#y, index - 1) : this.batch.fields;
      layer.activateBackward(this.#phases, gradient, at(this.#z, index), g, rows);
      layer.backward(this.#phases, gradient, x, g, rows);
      if (index > 0) {
        layer.multiplyAdjoint(g, other, rows);
        [g, other] = [other, g];
      }
    }
  }

  /**
   * Judges samples without keeping anything for a gradient, in chunks.
   * @returns each chunk's sums, and its answers and losses as views that are valid until the next one is asked for
   */
  *judge(samples: StoredSplit, key: number | undefined): Generator<JudgedChunk> {
    // Light at other ports is not detected.
    const lanes = batchStride(this.#plan.classes);
    for (let first = 0; first < samples.count; first += CHUNK) {
      const rows = Math.min(CHUNK, samples.count - first);
      const y = this.#pass(fromRow(samples.fields, first), rows, lanes);
      const judged = this.#readout.judge(y, samples.labels + first, rows, key, first);
      const [answers, losses] = [this.#readout.answers(rows), this.#readout.losses(rows)];
      yield { ...judged, first, answers, losses };
    }
  }

  /** Fields of all modes after the last layer. */
  propagate(fields: FieldBatch): FieldBatch {
    const { count, modes } = fields;
    const re = new Float32Array(count * modes);
    const im = new Float32Array(count * modes);
    const x = this.#passing[1];
    for (let first = 0; first < count; first += CHUNK) {
      const rows = Math.min(CHUNK, count - first);
      this.#write(fields, first, rows, x);
      const y = this.#pass(x, rows, batchStride(modes));
      for (let row = 0; row < rows; row++) {
        const from = fromRow(y, row);
        re.set(this.#arena.f32(from.re, modes), (first + row) * modes);
        im.set(this.#arena.f32(from.im, modes), (first + row) * modes);
      }
    }
    return { count, modes, re, im };
  }

  /** Puts fields of other samples into the batch. */
  writeBatch(fields: FieldBatch, rows: number): void {
    this.#write(fields, 0, rows, this.batch.fields);
  }

  /** At most CHUNK rows through all layers; of the last one the first `lanes` modes. `x` may be the second buffer. */
  #pass(x: Planes, rows: number, lanes: number): Planes {
    let [y, other] = this.#passing;
    this.#layers.forEach((layer, index) => {
      const wanted = index === this.#layers.length - 1 ? lanes : undefined;
      layer.multiply(x, y, rows, wanted);
      if (!layer.isLinear) layer.activate(this.#phases, y, y, rows, wanted);
      x = y;
      [y, other] = [other, y];
    });
    return x;
  }

  #write({ re, im, modes }: FieldBatch, first: number, rows: number, to: Planes): void {
    for (let row = 0; row < rows; row++) {
      const from = (first + row) * modes;
      const target = fromRow(to, row);
      this.#arena.f32(target.re, modes).set(re.subarray(from, from + modes));
      this.#arena.f32(target.im, modes).set(im.subarray(from, from + modes));
    }
  }
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`The network has no layer ${index}.`);
  return found;
}
