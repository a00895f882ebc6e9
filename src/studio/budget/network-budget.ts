import type { Experiment, Hardware } from '../../experiment/schema';
import type { ConvPlan } from '../../learning/convolution/plan';
import type { TiledStage } from '../../learning/convolution/tile-map';
import { tileMap, tileTotals } from '../../learning/convolution/tile-map';
import type { NetworkPlan, Plan, PlanLinear } from '../../learning/plan';
import { ROLE, meshesOf } from '../../learning/plan';
import type { ChipBudget, ChipNetwork, ChipPart } from '../../photonics/budget/chip';
import { chipBudget } from '../../photonics/budget/chip';
import type { Components } from '../../photonics/budget/components';
import { componentsOf } from '../../photonics/budget/components';
import { longestPath } from '../../photonics/budget/light-path';
import type { HardwareProfile } from '../../photonics/hardware';
import { HARDWARE_PROFILES } from '../../photonics/hardware';
import { columnCount, mziCount } from '../../photonics/mesh';
import { networkBudgetWords as words } from '../words/network-budget';

/** The modelled chip of a network, and what one answer costs on it. Never the simulator's own time. */
export interface NetworkBudget {
  readonly profile: HardwareProfile;
  readonly parts: Components;
  /** Of one pass of light through the chip. */
  readonly pass: ChipBudget;
  readonly inference: Inference;
}

/** What one answer takes. A chip of layers answers in one pass; a convolution looks at one patch after another. */
export interface Inference {
  readonly passes: number;
  /** Times the chip is given phases; the time that takes is not part of the latency. */
  readonly settings: number;
  /** Picoseconds from the first light to the last answer. */
  readonly latency: number;
  /** Picojoules. */
  readonly energy: number;
  /** Real multiply-accumulates, as an electronic chip would count. */
  readonly macs: number;
  /** Femtojoules. */
  readonly energyPerMac: number;
}

/**
 * @param heat radians that all phases of the network hold together; undefined where it is not known
 * @param tilesOnChip of a convolution: tiles that light passes side by side
 */
export function networkBudget(
  experiment: Pick<Experiment, 'encoder' | 'hardware'>,
  plan: NetworkPlan,
  heat: number | undefined,
  tilesOnChip: number,
): NetworkBudget {
  const profile = HARDWARE_PROFILES[experiment.hardware.preset];
  const parts = simulatedParts(profile, experiment.hardware);
  const { insertionLoss } = experiment.hardware;
  if (plan.kind === 'coherent') {
    const pass = chipBudget(profile, parts, { ...layersOf(plan, experiment), heat, insertionLoss });
    const { energy, macs, energyPerMac } = pass;
    const inference = { passes: 1, settings: 1, latency: pass.latency.total, energy, macs, energyPerMac };
    return { profile, parts, pass, inference };
  }
  const stages = tileMap(plan);
  const share = tilesOnChip / tileTotals(stages, 1).tiles;
  const pass = chipBudget(profile, parts, {
    ...tilesOf(plan, tilesOnChip),
    heat: heat === undefined ? undefined : heat * share,
    insertionLoss,
  });
  return { profile, parts, pass, inference: streamed(pass, stages, tilesOnChip) };
}

/** All phases of a network modulo 2π, radians: what its heaters hold. */
export function heatOf({ roles }: Pick<NetworkPlan, 'roles'>, parameters: Float64Array): number {
  let heat = 0;
  for (let i = 0; i < roles.length; i++) {
    if (((roles[i] ?? 0) & ROLE.phase) === 0) continue;
    const turns = (parameters[i] ?? 0) / (2 * Math.PI);
    heat += 2 * Math.PI * (turns - Math.floor(turns));
  }
  return heat;
}

/** The platform's constants, but the losses that the experiment gives the simulated chip go first. */
function simulatedParts(profile: HardwareProfile, hardware: Hardware): Components {
  const parts = componentsOf(profile, hardware.components);
  const { crossingLoss, propagationLoss } = hardware;
  const own = (part: Components['crossingLoss'], value: number, source: string) =>
    value > 0 ? { ...part, value, source } : part;
  return {
    ...parts,
    crossingLoss: own(parts.crossingLoss, crossingLoss, words.theExperimentsLossPerCrossing),
    waveguideLoss: own(parts.waveguideLoss, propagationLoss, words.theExperimentsLossPerCentimetre),
  };
}

type Shape = Omit<ChipNetwork, 'heat' | 'insertionLoss'>;

function layersOf(plan: Plan, { encoder }: Pick<Experiment, 'encoder'>): Shape {
  return {
    inputs: litWaveguides(encoder, plan.modes),
    outputs: plan.classes,
    layers: plan.layers.map((layer) => ({
      ...partOf(layer, 1),
      nonlinear: layer.nonlinearity.kind !== 'none',
    })),
  };
}

/** Measurements, with the constant field that amplitudes are compared with where a waveguide is free for it. */
function litWaveguides(encoder: Experiment['encoder'], modes: number): number {
  if (encoder.kind !== 'columns') return modes;
  return Math.min(modes, encoder.columns.length + (encoder.modulation === 'amplitude' ? 1 : 0));
}

/** Tiles side by side on one chip, each with modulators and receivers of its own. */
function tilesOf(plan: ConvPlan, tiles: number): Shape {
  const first = plan.stages.find((stage) => stage.kind === 'convolve')?.matrix;
  const block = first?.blocks[0];
  const isComplex = plan.stages.some((stage) => stage.kind === 'convolve' && stage.matrix.complex);
  const ports = tiles * (first?.tile ?? 0);
  return {
    inputs: ports,
    outputs: isComplex ? 2 * ports : ports,
    layers: block === undefined ? [] : [partOf(block, tiles)],
  };
}

function partOf(linear: PlanLinear, copies: number): ChipPart {
  const meshes = meshesOf([linear]).map(({ topology }) => topology);
  const modes = linear.mesh.topology.modes;
  const fixed = meshes.reduce((sum, mesh) => sum + (mesh.fixed?.reduce((a, b) => a + b, 0) ?? 0), 0);
  const all = meshes.reduce((sum, mesh) => sum + mziCount(mesh), 0);
  return {
    columns: meshes.reduce((sum, mesh) => sum + columnCount(mesh), 0),
    path: longestPath(meshes),
    interferometers: copies * (all - fixed),
    attenuators: linear.attenuatorOffset === undefined ? 0 : copies * modes,
    modes,
    nonlinear: false,
  };
}

/**
 * Each setting of the chip streams the image's patches at the modulators' rate: the last of them arrives one flight after
 * it was sent. Stages wait for each other, because the electronics between them see whole images.
 */
function streamed(pass: ChipBudget, stages: readonly TiledStage[], tilesOnChip: number): Inference {
  const { passes, settings } = tileTotals(stages, tilesOnChip);
  const macs = stages.reduce((sum, stage) => {
    const rows = stage.complex ? 2 * stage.rows : stage.rows;
    return sum + rows * stage.columns * stage.positions;
  }, 0);
  const energy = pass.energy * passes;
  return {
    passes,
    settings,
    // 1/GHz = 1000 ps
    latency: (1000 * (passes - settings)) / pass.rate + settings * pass.latency.total,
    energy,
    macs,
    energyPerMac: (1000 * energy) / macs,
  };
}
