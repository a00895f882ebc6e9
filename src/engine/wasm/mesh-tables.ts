import type { PlanMesh } from '../../learning/plan';
import type { MeshFlaws } from '../../photonics/propagate';
import { STREAM } from '../../lib/rng';
import { mziCount } from '../../photonics/mesh';
import type { Arena } from './arena';
import type { Kernels } from './kernels';

/** Noise of the coupler angles, drawn anew for every presentation. */
export interface CouplerNoise {
  /** Standard deviation, radians. */
  readonly sigma: number;
  /** Number of the mesh's first interferometer, counted through all meshes in light's order. */
  readonly first: number;
}

/** A mesh's numbers that phases do not change, in WASM memory: flaws of the die and losses. */
export class MeshTables {
  /** Numbers per array: interferometers rounded up to whole SIMD vectors. */
  readonly stride: number;
  readonly thetaErrors: number;
  readonly phiErrors: number;
  /** cos and sin of a + b, then of a − b: 4 arrays. */
  readonly flaws: number;
  /** cos², sin² and cos·sin of π/4 + b: 3 arrays. */
  readonly weights: number;
  /** Transmissions top and bottom, 2 arrays; 0 without loss. */
  readonly losses: number;
  /** 1/top² and 1/bottom² of each interferometer; 0 without loss. */
  readonly unlose: number;
  /** Transmission of each port's output and its inverse; 0 without loss. */
  readonly output: number;
  readonly unloseOutput: number;
  readonly #kernels: Kernels;
  readonly #arena: Arena;
  readonly #count: number;
  readonly #noise: CouplerNoise | undefined;
  /** Coupler errors a, then b, where noise comes on top of them. */
  readonly #errors: number;

  constructor(kernels: Kernels, arena: Arena, mesh: PlanMesh, noise: CouplerNoise | undefined) {
    const count = mziCount(mesh.topology);
    const stride = 4 * Math.ceil(count / 4);
    const { losses } = mesh;
    this.stride = stride;
    this.thetaErrors = arena.floats(stride);
    this.phiErrors = arena.floats(stride);
    this.flaws = arena.floats(4 * stride);
    this.weights = arena.floats(3 * stride);
    this.#kernels = kernels;
    this.#arena = arena;
    this.#count = count;
    this.#noise = noise;
    this.#errors = noise ? arena.floats(2 * stride) : 0;
    this.losses = 0;
    this.unlose = 0;
    this.output = 0;
    this.unloseOutput = 0;
    if (losses) {
      this.losses = arena.floats(2 * stride);
      arena.f32(this.losses, count).set(losses.top);
      arena.f32(this.losses + 4 * stride, count).set(losses.bottom);
      this.unlose = arena.putFloats(
        Float32Array.from({ length: 2 * count }, (_, at) => {
          const port = at % 2 === 0 ? losses.top : losses.bottom;
          return 1 / (port[at >> 1] ?? 1) ** 2;
        }),
      );
      this.output = arena.putFloats(losses.output);
      this.unloseOutput = arena.putFloats(losses.output.map((transmission) => 1 / transmission));
    }
    this.setFlaws(mesh.flaws);
  }

  /** Writes the tables of another die; their trigonometry is done here once, in f64. */
  setFlaws(flaws: MeshFlaws | undefined): void {
    const { stride } = this;
    const array = (address: number, index = 0): Float32Array =>
      this.#arena.f32(address + 4 * index * stride, stride);
    const [cosSum, sinSum] = [array(this.flaws), array(this.flaws, 1)];
    const [cosDifference, sinDifference] = [array(this.flaws, 2), array(this.flaws, 3)];
    const [cos2, sin2, cosSin] = [array(this.weights), array(this.weights, 1), array(this.weights, 2)];
    const [thetaErrors, phiErrors] = [array(this.thetaErrors), array(this.phiErrors)];
    thetaErrors.set(flaws?.theta ?? zeros(thetaErrors));
    phiErrors.set(flaws?.phi ?? zeros(phiErrors));
    for (let k = 0; k < stride; k++) {
      const a = flaws?.a[k] ?? 0;
      const b = flaws?.b[k] ?? 0;
      cosSum[k] = Math.cos(a + b);
      sinSum[k] = Math.sin(a + b);
      cosDifference[k] = Math.cos(a - b);
      sinDifference[k] = Math.sin(a - b);
      const cos = Math.cos(Math.PI / 4 + b);
      const sin = Math.sin(Math.PI / 4 + b);
      cos2[k] = cos ** 2;
      sin2[k] = sin ** 2;
      cosSin[k] = cos * sin;
    }
    if (!this.#noise) return;
    array(this.#errors).set(flaws?.a ?? zeros(cosSum));
    array(this.#errors, 1).set(flaws?.b ?? zeros(cosSum));
  }

  /** Draws the couplers' noise of one presentation, or none for an undefined key. */
  present(key: number | undefined): void {
    if (!this.#noise) return;
    this.#kernels.noisyCouplers(
      this.#count,
      this.#errors,
      this.#errors + 4 * this.stride,
      key === undefined ? 0 : this.#noise.sigma,
      key ?? 0,
      STREAM.splitterNoise,
      this.#noise.first,
      this.flaws,
      this.weights,
      this.stride,
    );
  }
}

function zeros({ length }: Float32Array): Float32Array {
  return new Float32Array(length);
}
