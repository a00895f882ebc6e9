import { normal } from '../../lib/rng';
import type { MeshPhases } from '../haar';
import { idealFlaws } from '../ideal-flaws';
import type { Mesh } from '../mesh';
import { mziCount } from '../mesh';
import { mzi } from '../mzi';
import type { ComplexPlanes, MeshFlaws } from '../propagate';
import { mziCoefficients, propagateColumns } from '../propagate';

/** Detectors that are not perfect. */
export interface ReadingNoise {
  /** Standard deviation of one power reading, in units of the input power. */
  readonly sigma: number;
  readonly seed: number;
}

/** Stream of the readings' noise; it shares its seed with nothing else. */
const READINGS = 1;

/**
 * A chip whose flaws nobody outside knows: shifters can be set, light sent in, and powers read. Every reading is
 * counted, and has its own noise.
 */
export class SimulatedChip {
  readonly mesh: Mesh;
  readonly #flaws: MeshFlaws | undefined;
  readonly #noise: ReadingNoise | undefined;
  readonly #coefficients: Float64Array;
  readonly #phases: MeshPhases;
  readonly #fields: ComplexPlanes;
  #readings = 0;

  /** All shifters start at 0. */
  constructor(mesh: Mesh, flaws: MeshFlaws | undefined, noise?: ReadingNoise) {
    this.mesh = mesh;
    this.#flaws = flaws ?? idealFlaws(mesh);
    this.#noise = noise;
    const count = mziCount(mesh);
    this.#phases = {
      theta: new Float64Array(count),
      phi: new Float64Array(count),
      gamma: new Float64Array(mesh.modes),
    };
    this.#coefficients = mziCoefficients(mesh, this.#phases, this.#flaws);
    this.#fields = { re: new Float64Array(mesh.modes), im: new Float64Array(mesh.modes) };
  }

  /** Readings taken so far. */
  get readings(): number {
    return this.#readings;
  }

  /** What the shifters are set to. */
  get phases(): MeshPhases {
    const { theta, phi, gamma } = this.#phases;
    return { theta: theta.slice(), phi: phi.slice(), gamma: gamma.slice() };
  }

  set(device: number, theta: number, phi: number): void {
    this.#phases.theta[device] = theta;
    this.#phases.phi[device] = phi;
    const flaws = this.#flaws;
    mzi(
      theta + (flaws?.theta[device] ?? 0),
      phi + (flaws?.phi[device] ?? 0),
      flaws?.a[device] ?? 0,
      flaws?.b[device] ?? 0,
      1,
      this.#coefficients,
      8 * device,
    );
  }

  setOutput(port: number, gamma: number): void {
    this.#phases.gamma[port] = gamma;
  }

  /** Power that leaves a port for the given input fields. */
  power(input: ComplexPlanes, port: number): number {
    const [re, im] = this.#output(input, port);
    return this.#read(re * re + im * im);
  }

  /** Power at one output of an even coupler that joins the port's light with a reference field of 1: |y + 1|²/2. */
  interference(input: ComplexPlanes, port: number): number {
    const [re, im] = this.#output(input, port);
    return this.#read(((re + 1) ** 2 + im * im) / 2);
  }

  #output(input: ComplexPlanes, port: number): readonly [number, number] {
    this.#fields.re.set(input.re);
    this.#fields.im.set(input.im);
    propagateColumns(this.mesh, this.#coefficients, this.#fields, 1);
    const c = Math.cos(this.#phases.gamma[port]!);
    const s = Math.sin(this.#phases.gamma[port]!);
    const re = this.#fields.re[port]!;
    const im = this.#fields.im[port]!;
    return [c * re - s * im, c * im + s * re];
  }

  #read(power: number): number {
    const index = this.#readings++;
    if (!this.#noise) return power;
    return power + this.#noise.sigma * normal(this.#noise.seed, READINGS, index);
  }
}
