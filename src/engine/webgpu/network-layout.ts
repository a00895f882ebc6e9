import { LIMITS } from '../../experiment/limits';
import type { Plan, PlanMesh } from '../../learning/plan';
import type { Mesh } from '../../photonics/mesh';
import { columnCount, mziCount } from '../../photonics/mesh';
import type { Geometry } from './geometry';

/** A plan's structure as the buffers of shaders/lib/network.wgsl. */
export interface NetworkLayout {
  /** `struct Network`. */
  readonly network: ArrayBuffer;
  /** Column starts and port pairs of every topology. */
  readonly topology: Uint32Array<ArrayBuffer>;
  /** Two vec4 per interferometer: see kernels/coefficients.wgsl. */
  readonly devices: Float32Array<ArrayBuffer>;
  readonly mziTotal: number;
  readonly meshCount: number;
  readonly largestMesh: number;
}

const NONE = 0xffffffff;
const LAYER_WORDS = 4;
const MESH_WORDS = 8;
const MESHES_AT = LIMITS.layers.max * LAYER_WORDS;
const SIZES_AT = MESHES_AT + 2 * LIMITS.layers.max * MESH_WORDS;

export function networkLayout(plan: Plan, geometry: Geometry): NetworkLayout {
  const network = new ArrayBuffer(4 * (SIZES_AT + 4));
  const words = new Uint32Array(network);
  const floats = new Float32Array(network);
  const meshes: PlanMesh[] = [];
  const bases = topologyBases(plan);
  let mziTotal = 0;
  const addMesh = (mesh: PlanMesh): number => {
    const { columnBase, pairBase } = bases.of(mesh.topology);
    const at = MESHES_AT + meshes.length * MESH_WORDS;
    const { thetaOffset, phiOffset, gammaOffset } = mesh;
    words.set(
      [columnBase, pairBase, columnCount(mesh.topology), mziTotal, thetaOffset, phiOffset, gammaOffset],
      at,
    );
    floats[at + 7] = 1 / (mesh.losses?.top[0] ?? 1) ** 2;
    mziTotal += mziCount(mesh.topology);
    return meshes.push(mesh) - 1;
  };
  plan.layers.forEach((layer, index) => {
    const before = layer.before ? addMesh(layer.before) : NONE;
    words.set([before, addMesh(layer.mesh), layer.attenuatorOffset ?? NONE], index * LAYER_WORDS);
    floats[index * LAYER_WORDS + 3] = layer.gain;
  });
  words.set([plan.layers.length, geometry.splits, geometry.slots, plan.parameterCount], SIZES_AT);
  return {
    network,
    topology: bases.words,
    devices: deviceNumbers(meshes, mziTotal),
    mziTotal,
    meshCount: meshes.length,
    largestMesh: Math.max(...meshes.map((mesh) => mziCount(mesh.topology))),
  };
}

interface TopologyBases {
  readonly words: Uint32Array<ArrayBuffer>;
  of(mesh: Mesh): { readonly columnBase: number; readonly pairBase: number };
}

/** Every topology once: layers mostly share theirs. */
function topologyBases(plan: Plan): TopologyBases {
  const all = new Set(
    plan.layers.flatMap((layer) =>
      layer.before ? [layer.before.topology, layer.mesh.topology] : [layer.mesh.topology],
    ),
  );
  const bases = new Map<Mesh, { columnBase: number; pairBase: number }>();
  let length = 0;
  for (const mesh of all) {
    bases.set(mesh, { columnBase: length, pairBase: length + mesh.columnStart.length });
    length += mesh.columnStart.length + mesh.pairs.length;
  }
  const words = new Uint32Array(length);
  for (const [mesh, { columnBase, pairBase }] of bases) {
    words.set(mesh.columnStart, columnBase);
    words.set(mesh.pairs, pairBase);
  }
  return {
    words,
    of(mesh) {
      const found = bases.get(mesh);
      if (!found) throw new Error('topology of a mesh outside the plan');
      return found;
    },
  };
}

/** Couplers and added phases; their trigonometry is done here once, in f64. */
function deviceNumbers(meshes: readonly PlanMesh[], total: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(8 * total);
  let at = 0;
  for (const { topology, flaws, losses } of meshes) {
    const transmission = losses?.top[0] ?? 1;
    for (let k = 0; k < mziCount(topology); k++) {
      const a = flaws?.a[k] ?? 0;
      const b = flaws?.b[k] ?? 0;
      const sum = [transmission * Math.cos(a + b), transmission * Math.sin(a + b)];
      const difference = [transmission * Math.cos(a - b), transmission * Math.sin(a - b)];
      out.set(
        [...sum, ...difference, flaws?.theta[k] ?? 0, flaws?.phi[k] ?? 0, Math.cos(2 * b), Math.sin(2 * b)],
        at,
      );
      at += 8;
    }
  }
  return out;
}
