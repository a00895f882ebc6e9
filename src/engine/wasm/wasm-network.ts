import type { FieldBatch } from '../../data/fields';
import type { Die } from '../../learning/die';
import type { Plan } from '../../learning/plan';
import type { Arena } from './arena';
import type { Kernels } from './kernels';
import type { Planes } from './planes';
import { allocatePlanes, batchStride } from './planes';
import type { LayerScratch } from './wasm-layer';
import { WasmLayer, allocateLayerScratch } from './wasm-layer';

/** The network and its batch buffers in WASM memory; rows are samples. */
export class WasmNetwork {
  /** Input fields of the current batch. */
  readonly x: Planes;
  readonly labels: number;
  readonly predictions: number;
  readonly #kernels: Kernels;
  readonly #arena: Arena;
  readonly #plan: Plan;
  readonly #parameters: number;
  readonly #layers: readonly WasmLayer[];
  /** Fields after each layer's linear part and after its nonlinearity. */
  readonly #z: readonly Planes[];
  readonly #y: readonly Planes[];
  /** Cotangents, alternating between layers. */
  readonly #g: readonly [Planes, Planes];
  readonly #lossOut: number;

  constructor(kernels: Kernels, arena: Arena, plan: Plan, parameters: number) {
    // Four rows more than the batch: transposing works in blocks of four.
    const rows = plan.batchSize + 4;
    const allocate = (): Planes => allocatePlanes(arena, rows, batchStride(plan.modes));
    const scratch: LayerScratch = allocateLayerScratch(arena, plan.modes, rows);
    this.#kernels = kernels;
    this.#arena = arena;
    this.#plan = plan;
    this.#parameters = parameters;
    this.#layers = plan.layers.map((layer) => new WasmLayer(kernels, arena, layer, scratch));
    this.x = allocate();
    this.#z = this.#layers.map(allocate);
    this.#y = this.#layers.map((layer, index) =>
      layer.isLinear ? (this.#z[index] ?? allocate()) : allocate(),
    );
    this.#g = [allocate(), allocate()];
    this.labels = arena.bytes(rows);
    this.predictions = arena.bytes(rows);
    this.#lossOut = arena.bytes(16);
  }

  /** Replaces the flaws of all meshes. */
  setDie(die: Die): void {
    let rest = die;
    for (const layer of this.#layers) rest = layer.setFlaws(rest);
  }

  /** Takes over the current parameters. */
  compile(): void {
    for (const layer of this.#layers) layer.compile(this.#parameters);
  }

  forward(rows: number): void {
    let x = this.x;
    this.#layers.forEach((layer, index) => {
      const [z, y] = [this.#at(this.#z, index), this.#at(this.#y, index)];
      layer.multiply(x, z, rows);
      if (!layer.isLinear) layer.activate(this.#parameters, z, y, rows);
      x = y;
    });
  }

  /** Sum of losses and number of correct answers; leaves the cotangents of the mean loss. */
  loss(rows: number): { loss: number; correct: number } {
    const { classes, readout } = this.#plan;
    const y = this.#at(this.#y, this.#layers.length - 1);
    const [g] = this.#g;
    this.#kernels.loss(
      rows,
      y.ld,
      classes,
      readout.normalise ? 1 : 0,
      readout.scale,
      readout.loss === 'mse' ? 1 : 0,
      y.re,
      y.im,
      this.labels,
      g.re,
      g.im,
      this.predictions,
      this.#lossOut,
    );
    const view = new DataView(this.#arena.memory.buffer, this.#lossOut, 16);
    return { loss: view.getFloat64(0, true), correct: view.getInt32(8, true) };
  }

  /** Writes the gradient of the batch whose {@link forward} and {@link loss} just ran. */
  backward(gradient: number, rows: number): void {
    let [g, other] = this.#g;
    for (let index = this.#layers.length - 1; index >= 0; index--) {
      const layer = this.#layers[index];
      if (!layer) continue;
      const x = index > 0 ? this.#at(this.#y, index - 1) : this.x;
      layer.activateBackward(this.#parameters, gradient, this.#at(this.#z, index), g, rows);
      layer.backward(this.#parameters, gradient, x, g, rows);
      if (index > 0) {
        layer.multiplyAdjoint(g, other, rows);
        [g, other] = [other, g];
      }
    }
  }

  /** Copies samples stored row by row without padding into the input. */
  loadRows(re: number, im: number, rows: number): void {
    const { modes } = this.#plan;
    for (let row = 0; row < rows; row++) {
      this.#arena.copy(re + 4 * row * modes, this.x.re + 4 * row * this.x.ld, modes);
      this.#arena.copy(im + 4 * row * modes, this.x.im + 4 * row * this.x.ld, modes);
    }
  }

  writeRows(fields: FieldBatch, first: number, rows: number): void {
    const { modes } = this.#plan;
    for (let row = 0; row < rows; row++) {
      const from = (first + row) * modes;
      this.#arena.f32(this.x.re + 4 * row * this.x.ld, modes).set(fields.re.subarray(from, from + modes));
      this.#arena.f32(this.x.im + 4 * row * this.x.ld, modes).set(fields.im.subarray(from, from + modes));
    }
  }

  /** Copies the fields after the last layer out. */
  readRows(re: Float32Array, im: Float32Array, first: number, rows: number): void {
    const { modes } = this.#plan;
    const y = this.#at(this.#y, this.#layers.length - 1);
    for (let row = 0; row < rows; row++) {
      re.set(this.#arena.f32(y.re + 4 * row * y.ld, modes), (first + row) * modes);
      im.set(this.#arena.f32(y.im + 4 * row * y.ld, modes), (first + row) * modes);
    }
  }

  #at(planes: readonly Planes[], index: number): Planes {
    const found = planes[index];
    if (!found) throw new RangeError(`The network has no layer ${index}.`);
    return found;
  }
}
