import type { Experiment, Layer } from '../experiment/schema';
import type { Result } from '../lib/result';
import { ok } from '../lib/result';
import { STREAM, uniform } from '../lib/rng';
import type { MeshPhases } from '../photonics/haar';
import { haarPhases } from '../photonics/haar';
import { meshLosses } from '../photonics/imperfections/path-loss';
import type { Mesh } from '../photonics/mesh';
import { mziCount } from '../photonics/mesh';
import { buildMesh } from '../photonics/meshes/build-mesh';
import type { MeshLosses } from '../photonics/propagate';
import { pathLossOf } from './compile-losses';
import { STREAMS_PER_MESH, drawFlaws } from './die';
import type { PlanLinear, PlanMesh } from './plan';
import { ROLE } from './plan';

type LinearLayer = Pick<Layer, 'form' | 'mesh' | 'weights' | 'frozen' | 'gain'>;
type Group = Layer['frozen'][number];

/** The flat vector with its layout, as far as it is laid out. */
export interface ParameterVector {
  readonly parameterCount: number;
  readonly initial: Float64Array;
  readonly roles: Uint8Array;
}

/** Lays out linear parts and other parameters one after the other, and draws their initial values and flaws. */
export class LinearCompiler {
  readonly #experiment: Pick<Experiment, 'seed' | 'hardware' | 'training'>;
  /** Room for what is laid out so far and more; only the first {@link #count} numbers mean something. */
  #initial = new Float64Array(1024);
  #roles = new Uint8Array(1024);
  #count = 0;
  /** One topology object per kind and size, because backends share tables by identity. */
  readonly #topologies = new Map<string, Mesh>();
  readonly #losses = new Map<Mesh, MeshLosses | undefined>();
  #meshCount = 0;

  constructor(experiment: Pick<Experiment, 'seed' | 'hardware' | 'training'>) {
    this.#experiment = experiment;
  }

  /** A layer's meshes and attenuators on `modes` waveguides. */
  add(layer: LinearLayer, modes: number, openAngle = OPEN_ATTENUATOR): Result<PlanLinear> {
    const topology = this.#topology(layer.mesh, modes);
    if (!topology.ok) return topology;
    const role = (group: Group): number => ROLE.phase | (layer.frozen.includes(group) ? 0 : ROLE.trainable);
    const before = layer.form === 'usv' ? this.#addMesh(topology.value, layer, role) : undefined;
    const attenuatorOffset =
      layer.form === 'u' ? undefined : this.push(new Float64Array(modes).fill(openAngle), role('alpha'));
    const mesh = this.#addMesh(topology.value, layer, role);
    return ok({ gain: layer.gain, before, attenuatorOffset, mesh });
  }

  /** Further parameters; returns their offset. */
  push(values: ArrayLike<number>, role: number = ROLE.trainable): number {
    const offset = this.#count;
    this.#count += values.length;
    this.#makeRoom();
    this.#initial.set(values, offset);
    this.#roles.fill(role, offset, this.#count);
    return offset;
  }

  /** @param frozen parameters that training leaves alone */
  finish(frozen: readonly number[]): ParameterVector {
    const roles = this.#roles.slice(0, this.#count);
    for (const at of frozen) {
      if (at < roles.length) roles[at] = (roles[at] ?? 0) & ~ROLE.trainable;
    }
    return { parameterCount: roles.length, initial: this.#initial.slice(0, this.#count), roles };
  }

  #makeRoom(): void {
    const room = this.#initial.length;
    if (this.#count <= room) return;
    const initial = new Float64Array(Math.max(2 * room, this.#count));
    initial.set(this.#initial);
    this.#initial = initial;
    const roles = new Uint8Array(initial.length);
    roles.set(this.#roles);
    this.#roles = roles;
  }

  #topology(kind: Layer['mesh'], modes: number): Result<Mesh> {
    const key = `${kind} ${modes}`;
    const known = this.#topologies.get(key);
    if (known) return ok(known);
    const built = buildMesh(kind, modes);
    if (built.ok) this.#topologies.set(key, built.value);
    return built;
  }

  #lossesOf(topology: Mesh): MeshLosses | undefined {
    if (!this.#losses.has(topology)) {
      this.#losses.set(topology, meshLosses(topology, pathLossOf(this.#experiment.hardware)));
    }
    return this.#losses.get(topology);
  }

  #addMesh(topology: Mesh, layer: LinearLayer, role: (group: Group) => number): PlanMesh {
    const { seed, hardware, training } = this.#experiment;
    const index = this.#meshCount++;
    const stream = STREAM.phases + STREAMS_PER_MESH * index;
    const drawn =
      training.initial === 'haar'
        ? haarPhases(topology, seed, stream)
        : uniformPhases(topology, seed, stream);
    const isReal = layer.weights === 'real';
    const phases = held(topology, isReal ? orthogonal(drawn) : drawn);
    // Phi and gamma of a real mesh choose signs; they are set once.
    const fixedRole = (group: 'phi' | 'gamma'): number =>
      isReal ? role(group) & ~ROLE.trainable : role(group);
    const perDevice = (values: Float64Array, devices: number): number => {
      const offset = this.push(values, devices);
      topology.fixed?.forEach((isFixed, k) => {
        if (isFixed === 1) this.#roles[offset + k] = 0;
      });
      return offset;
    };
    return {
      topology,
      thetaOffset: perDevice(phases.theta, role('theta')),
      phiOffset: perDevice(phases.phi, fixedRole('phi')),
      gammaOffset: this.push(phases.gamma, fixedRole('gamma')),
      flaws: drawFlaws(topology, hardware, index),
      losses: this.#lossesOf(topology),
      drive: isReal ? 'push-pull' : 'single',
    };
  }
}

/** alpha = 2 rad passes 71 % of the power: open, but where its derivative is not zero. */
const OPEN_ATTENUATOR = 2;

/** All phases uniform in [0, 2π): what a chip that was never set up does, far from Haar-random. */
function uniformPhases(mesh: Mesh, seed: number, stream: number): MeshPhases {
  const count = mziCount(mesh);
  const draw = (length: number, first: number): Float64Array =>
    Float64Array.from({ length }, (_, k) => 2 * Math.PI * uniform(seed, stream, first + k));
  return { theta: draw(count, 0), phi: draw(count, count), gamma: draw(mesh.modes, 2 * count) };
}

/** The nearest phases of a real mesh: phi and gamma 0 or π, theta as it is. */
function orthogonal({ theta, phi, gamma }: MeshPhases): MeshPhases {
  const sign = (phase: number): number => (Math.cos(phase) < 0 ? Math.PI : 0);
  return { theta, phi: phi.map(sign), gamma: gamma.map(sign) };
}

/** Fixed couplers have no shifters. */
function held(mesh: Mesh, phases: MeshPhases): MeshPhases {
  const { fixed } = mesh;
  if (fixed === undefined) return phases;
  const clear = (value: number, k: number): number => (fixed[k] === 1 ? 0 : value);
  return { theta: phases.theta.map(clear), phi: phases.phi.map(clear), gamma: phases.gamma };
}
