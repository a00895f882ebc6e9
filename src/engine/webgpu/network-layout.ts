import type { Die } from '../../learning/die';
import type { PlanLinear, PlanMesh } from '../../learning/plan';
import { meshesOf } from '../../learning/plan';
import type { Mesh } from '../../photonics/mesh';
import { columnCount, mziCount } from '../../photonics/mesh';

/** A network's linear parts as the buffers of shaders/lib/network.wgsl. */
export interface NetworkLayout {
  /** Waveguides of every mesh. */
  readonly modes: number;
  readonly meshes: readonly PlanMesh[];
  readonly partCount: number;
  readonly mziTotal: number;
  readonly largestMesh: number;
  /** Parts, meshes, and column starts and port pairs of every topology. */
  readonly tables: Uint32Array<ArrayBuffer>;
  /** Per port of every mesh: amplitude transmission behind its last interferometer, and its inverse. */
  readonly outputs: Float32Array<ArrayBuffer>;
}

/** What a die and its losses are to the kernels. */
export interface DeviceTables {
  /** Two vec4 per interferometer: see kernels/coefficients.wgsl. */
  readonly devices: Float32Array<ArrayBuffer>;
  /** One vec4 per interferometer: see kernels/mesh_backward.wgsl. */
  readonly couplers: Float32Array<ArrayBuffer>;
}

const NONE = 0xffffffff;
const PART_WORDS = 4;
const MESH_WORDS = 8;
const NETWORK_WORDS = 5;

/** All meshes have the same number of waveguides. */
export function networkLayout(parts: readonly PlanLinear[]): NetworkLayout {
  const meshes = meshesOf(parts);
  const modes = meshes[0]?.topology.modes ?? 0;
  const meshesAt = PART_WORDS * parts.length;
  const topologies = layTopologies(meshes, meshesAt + MESH_WORDS * meshes.length);
  const words = new Uint32Array(topologies.end);
  const floats = new Float32Array(words.buffer);
  let mesh = 0;
  parts.forEach(({ before, attenuatorOffset, gain }, index) => {
    const first = before ? mesh++ : NONE;
    words.set([first, mesh++, attenuatorOffset ?? NONE], PART_WORDS * index);
    floats[PART_WORDS * index + 3] = gain;
  });
  let mziTotal = 0;
  meshes.forEach(({ topology, thetaOffset, phiOffset, gammaOffset, drive }, index) => {
    const at = meshesAt + MESH_WORDS * index;
    const base = topologies.of(topology);
    const columns = columnCount(topology);
    const pairs = base + topology.columnStart.length;
    words.set([base, pairs, columns, mziTotal, thetaOffset, phiOffset, gammaOffset], at);
    floats[at + 7] = drive === 'push-pull' ? 0.5 : 0;
    mziTotal += mziCount(topology);
  });
  topologies.write(words);
  return {
    modes,
    meshes,
    partCount: parts.length,
    mziTotal,
    largestMesh: Math.max(...meshes.map(({ topology }) => mziCount(topology))),
    tables: words,
    outputs: outputTransmissions(meshes, modes),
  };
}

/** `struct Network` of shaders/lib/network.wgsl. */
export function networkBlock(
  { partCount, meshes }: NetworkLayout,
  splits: number,
  slots: number,
  parameterCount: number,
): ArrayBuffer {
  const words = new Uint32Array(4 * Math.ceil(NETWORK_WORDS / 4));
  words.set([partCount, meshes.length, splits, slots, parameterCount]);
  return words.buffer;
}

/** Every topology once: parts mostly share theirs. Positions in words, from `first`. */
function layTopologies(meshes: readonly PlanMesh[], first: number) {
  const bases = new Map<Mesh, number>();
  let end = first;
  for (const { topology } of meshes) {
    if (bases.has(topology)) continue;
    bases.set(topology, end);
    end += topology.columnStart.length + topology.pairs.length;
  }
  return {
    end,
    of: (topology: Mesh): number => bases.get(topology) ?? first,
    write(words: Uint32Array): void {
      for (const [{ columnStart, pairs }, base] of bases) {
        words.set(columnStart, base);
        words.set(pairs, base + columnStart.length);
      }
    },
  };
}

function outputTransmissions(meshes: readonly PlanMesh[], modes: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(2 * modes * meshes.length).fill(1);
  meshes.forEach(({ losses }, index) => {
    losses?.output.forEach((transmission, port) => {
      out.set([transmission, 1 / transmission], 2 * (modes * index + port));
    });
  });
  return out;
}

/** Couplers, added phases and losses; their trigonometry is done here once, in f64. */
export function deviceTables({ meshes, mziTotal }: NetworkLayout, die?: Die): DeviceTables {
  const devices = new Float32Array(8 * mziTotal);
  const couplers = new Float32Array(4 * mziTotal);
  let device = 0;
  meshes.forEach((mesh, index) => {
    const flaws = die ? die[index] : mesh.flaws;
    const { topology, losses } = mesh;
    for (let k = 0; k < mziCount(topology); k++, device++) {
      const a = flaws?.a[k] ?? 0;
      const b = flaws?.b[k] ?? 0;
      const top = losses?.top[k] ?? 1;
      const bottom = losses?.bottom[k] ?? 1;
      const at = 8 * device;
      devices[at] = Math.cos(a + b);
      devices[at + 1] = Math.sin(a + b);
      devices[at + 2] = Math.cos(a - b);
      devices[at + 3] = Math.sin(a - b);
      devices[at + 4] = flaws?.theta[k] ?? 0;
      devices[at + 5] = flaws?.phi[k] ?? 0;
      devices[at + 6] = top;
      devices[at + 7] = bottom;
      couplers[4 * device] = Math.cos(2 * b);
      couplers[4 * device + 1] = Math.sin(2 * b);
      couplers[4 * device + 2] = 1 / top ** 2;
      couplers[4 * device + 3] = 1 / bottom ** 2;
    }
  });
  return { devices, couplers };
}
