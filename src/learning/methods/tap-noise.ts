import { STREAM, normal, randomWord } from '../../lib/rng';
import { mziCount } from '../../photonics/mesh';
import { pullBack } from '../effects';
import type { NetworkPlan, PlanLinear, PlanMesh } from '../plan';
import { meshesOf } from '../plan';

/**
 * Standard deviation of one shifter's slope from three noisy power readings, for readings with deviation 1: see
 * in-situ-taps.ts. `attenuation` r is how much weaker the adjoint light comes back to the shifter when it is sent in
 * again than it was there on its way backward; (S − F − r²A) / 2r then has variance (1 + 1 + r⁴) / 4r².
 */
function slopeDeviation(attenuation: number): number {
  return Math.sqrt(2 + attenuation ** 4) / (2 * attenuation);
}

/**
 * Standard deviation of the interference-measured gradient of a batch's mean loss, per parameter, for taps whose
 * readings deviate by `tapNoise`. A batch of B samples that each light a matrix P times averages to √(P/B) of one
 * sample's. Nonlinearities' own parameters follow electronically and have none.
 */
export function tapDeviation(plan: NetworkPlan, tapNoise: number): Float64Array {
  const out = new Float64Array(plan.parameterCount);
  if (tapNoise === 0) return out;
  if (plan.kind === 'coherent') {
    addParts(plan.layers, tapNoise / Math.sqrt(plan.batchSize), out);
    return out;
  }
  for (const stage of plan.stages) {
    if (stage.kind !== 'convolve') continue;
    const patches = stage.output.width * stage.output.height;
    addParts(stage.matrix.blocks, tapNoise * Math.sqrt(patches / plan.batchSize), out);
  }
  return out;
}

function addParts(parts: readonly PlanLinear[], reading: number, out: Float64Array): void {
  for (const mesh of meshesOf(parts)) addMesh(mesh, reading, out);
  for (const { attenuatorOffset, mesh } of parts) {
    if (attenuatorOffset === undefined) continue;
    // An interferometer driven both ways, as for a push-pull theta.
    out.fill(
      reading * PUSH_PULL * slopeDeviation(1),
      attenuatorOffset,
      attenuatorOffset + mesh.topology.modes,
    );
  }
}

/** Half the difference of two independent slopes. */
const PUSH_PULL = Math.SQRT1_2;

function addMesh(mesh: PlanMesh, reading: number, out: Float64Array): void {
  const { topology, thetaOffset, phiOffset, gammaOffset, drive } = mesh;
  const { devices, ports } = attenuations(mesh);
  for (let k = 0; k < mziCount(topology); k++) {
    const deviation = reading * slopeDeviation(devices[k] ?? 1);
    out[thetaOffset + k] = deviation * (drive === 'push-pull' ? PUSH_PULL : 1);
    out[phiOffset + k] = deviation;
  }
  ports.forEach((port, p) => {
    out[gammaOffset + p] = reading * slopeDeviation(port);
  });
}

/**
 * The attenuation r of {@link slopeDeviation} at each interferometer and output phase: the power transmission from the
 * mesh's input, of the mean power of the two ports where they differ.
 */
export function attenuations({ topology, losses }: Pick<PlanMesh, 'topology' | 'losses'>): {
  readonly devices: Float64Array;
  readonly ports: Float64Array;
} {
  const devices = new Float64Array(mziCount(topology)).fill(1);
  const ports = new Float64Array(topology.modes).fill(1);
  if (losses === undefined) return { devices, ports };
  devices.forEach((_, k) => {
    const [top = 0, bottom = 0] = topology.pairs.subarray(2 * k, 2 * k + 2);
    const upper = (ports[top] ?? 1) * (losses.top[k] ?? 1) ** 2;
    const lower = (ports[bottom] ?? 1) * (losses.bottom[k] ?? 1) ** 2;
    const mean = (upper + lower) / 2;
    devices[k] = ports[top] = ports[bottom] = mean;
  });
  return { devices, ports };
}

/**
 * The gradient as the chip's taps tell it at one step: the exact one and noise of the given deviation, in place.
 * @param deviation by the phases that light meets; crosstalk and frozen parameters are seen to here
 */
export function addTapNoise(
  plan: NetworkPlan,
  gradient: Float64Array,
  deviation: Float64Array,
  step: number,
): void {
  const key = randomWord(plan.seed, STREAM.direction, step);
  const noise = deviation.map((sigma, i) => (sigma === 0 ? 0 : sigma * normal(key, STREAM.direction, i)));
  pullBack(plan, noise);
  noise.forEach((value, i) => {
    gradient[i] = (gradient[i] ?? 0) + value;
  });
}
