import type { Experiment } from '../../experiment/schema';
import type { Die } from '../../learning/die';
import { drawDie } from '../../learning/die';
import { idealDie, linearParts } from '../../learning/methods/twin';
import type { NetworkPlan } from '../../learning/plan';
import { meshesOf } from '../../learning/plan';
import type { MeshFlaws } from '../../photonics/propagate';
import type { Session } from '../backend';
import { engineError } from '../engine-fault';
import type { Scope } from '../study';

/** Dies of one network: the k-th after the experiment's own, with flaws in the scope and none elsewhere. */
export class DieSeries {
  readonly #plan: NetworkPlan;
  readonly #hardware: Experiment['hardware'];
  readonly #scope: Scope;
  readonly #ideal: Die;

  /** @throws PhotonicError `engine/bad-scope` for a layer or interferometer that the network does not have */
  constructor(plan: NetworkPlan, hardware: Experiment['hardware'], scope: Scope) {
    this.#plan = plan;
    this.#hardware = hardware;
    this.#scope = scope;
    this.#ideal = idealDie(plan);
    if (!isIn(plan, scope)) throw badScope();
  }

  get ideal(): Die {
    return this.#ideal;
  }

  /** Whether two dies, or two presentations on one of them, differ at all. */
  get differ(): boolean {
    const { splitterError, phaseError } = this.#hardware;
    return splitterError > 0 || phaseError > 0 || isNoisy(this.#plan);
  }

  at(k: number): Die {
    const die = (this.#hardware.die + k) >>> 0;
    const drawn = drawDie(meshesOf(linearParts(this.#plan)), { ...this.#hardware, die });
    return scoped(this.#plan, drawn, this.#ideal, this.#scope);
  }

  /** Moves a session to the k-th die, and to noise of its own where the plan has any. */
  async set(session: Session, k: number): Promise<Die> {
    const die = this.at(k);
    await session.setDie(die);
    if (isNoisy(this.#plan)) await session.restore({ ...(await session.state()), step: k });
    return die;
  }
}

function isNoisy({ effects, ...plan }: NetworkPlan): boolean {
  const { phaseNoise = 0, splitterNoise = 0 } = effects ?? {};
  return phaseNoise > 0 || splitterNoise > 0 || (plan.kind === 'coherent' && plan.detection !== undefined);
}

function isIn(plan: NetworkPlan, scope: Scope): boolean {
  if (scope.kind === 'all') return true;
  if (scope.kind === 'layer') return linearParts(plan)[scope.layer] !== undefined;
  const meshes = meshesOf(linearParts(plan));
  return scope.devices.every(([mesh, k]) => {
    const pairs = meshes[mesh]?.topology.pairs.length ?? 0;
    return Number.isInteger(k) && k >= 0 && 2 * k < pairs;
  });
}

function scoped(plan: NetworkPlan, drawn: Die, ideal: Die, scope: Scope): Die {
  if (scope.kind === 'all') return drawn;
  if (scope.kind === 'layer') {
    let next = 0;
    return linearParts(plan).flatMap(({ before }, layer) =>
      (before ? [0, 1] : [0]).map(() => {
        const mesh = next++;
        return layer === scope.layer ? drawn[mesh] : ideal[mesh];
      }),
    );
  }
  const meshes = meshesOf(linearParts(plan));
  const die = meshes.map(({ topology }, mesh) => copyOf(ideal[mesh], topology.pairs.length / 2));
  for (const [mesh, k] of scope.devices) {
    const [from, to] = [drawn[mesh], die[mesh]];
    if (from === undefined || to === undefined) continue;
    for (const part of ['a', 'b', 'theta', 'phi'] as const) to[part][k] = from[part][k] ?? 0;
  }
  return die;
}

/** The plan's own die with one interferometer further off than the others. */
export function withOneOff(
  plan: NetworkPlan,
  mesh: number,
  k: number,
  of: 'theta' | 'phi' | 'splitter',
  error: number,
): Die {
  return meshesOf(linearParts(plan)).map(({ topology, flaws }, index) => {
    if (index !== mesh) return flaws;
    const copy = copyOf(flaws, topology.pairs.length / 2);
    for (const part of of === 'splitter' ? (['a', 'b'] as const) : [of])
      copy[part][k] = (copy[part][k] ?? 0) + error;
    return copy;
  });
}

function copyOf(flaws: MeshFlaws | undefined, count: number): MeshFlaws {
  const copy = (values: Float64Array | undefined) => values?.slice() ?? new Float64Array(count);
  return { a: copy(flaws?.a), b: copy(flaws?.b), theta: copy(flaws?.theta), phi: copy(flaws?.phi) };
}

function badScope() {
  return engineError(
    'bad-scope',
    'The study names a layer or an interferometer that this network does not have.',
    'Choose the scope again.',
    undefined,
    'scope',
  );
}
