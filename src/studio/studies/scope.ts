import { linearParts } from '../../learning/methods/twin';
import type { NetworkPlan, PlanLinear, PlanMesh } from '../../learning/plan';
import { meshesOf } from '../../learning/plan';
import { mziCount } from '../../photonics/mesh';
import type { Scope } from '../../engine/study';
import type { ChipLayout } from '../mesh/layout';
import type { MziRef } from '../mesh/places';
import { mziName } from '../mesh/places';
import type { ScopeChoice } from './settings';
import { studiesWords } from '../words/studies';

const words = studiesWords.scope;

/** What is drawn and selected, as scopes depend on it. */
export interface Selection {
  readonly layout: ChipLayout | undefined;
  readonly selected: MziRef | undefined;
}

/** Layers, or the linear stages of a convolution, by name. */
export function partNames(network: NetworkPlan): readonly string[] {
  const [kind, count] =
    network.kind === 'coherent'
      ? [words.layer, network.layers.length]
      : [words.stage, network.stages.filter((stage) => stage.kind === 'convolve').length];
  return Array.from({ length: count }, (_, index) => `${kind} ${index + 1}`);
}

/** A choice in words: "Layer 2, column 3, waveguides 4–5". */
export function scopeName(network: NetworkPlan, choice: ScopeChoice, selection: Selection): string {
  if (choice.kind === 'all') return words.wholeChip;
  if (choice.kind === 'part') return partNames(network)[choice.part] ?? words.wholeChip;
  const { layout, selected } = selection;
  return layout && selected ? mziName(layout, selected) : words.nothingSelected;
}

/** What the engine is told; undefined where nothing is selected. */
export function scopeOf(network: NetworkPlan, choice: ScopeChoice, selection: Selection): Scope | undefined {
  if (choice.kind === 'all') return choice;
  if (choice.kind === 'part') {
    return network.kind === 'coherent'
      ? { kind: 'layer', layer: choice.part }
      : { kind: 'devices', devices: devicesOf(network, blocksOfStage(network, choice.part)) };
  }
  const device = selectedDevice(network, selection);
  return device && { kind: 'devices', devices: [device] };
}

function blocksOfStage(network: NetworkPlan, index: number): readonly PlanLinear[] {
  if (network.kind === 'coherent') return [];
  const stages = network.stages.flatMap((stage) => (stage.kind === 'convolve' ? [stage.matrix.blocks] : []));
  return stages[index] ?? [];
}

function devicesOf(
  network: NetworkPlan,
  blocks: readonly PlanLinear[],
): readonly (readonly [number, number])[] {
  const meshes = new Set<PlanMesh>(meshesOf(blocks));
  return meshesOf(linearParts(network)).flatMap((mesh, index) =>
    meshes.has(mesh)
      ? Array.from({ length: mziCount(mesh.topology) }, (_, k): readonly [number, number] => [index, k])
      : [],
  );
}

/** The selected interferometer: its mesh in the order of light, and its place there. */
export function selectedDevice(
  network: NetworkPlan,
  { layout, selected }: Selection,
): readonly [number, number] | undefined {
  const section = selected && layout?.sections[selected.section];
  if (selected === undefined || section?.kind !== 'mesh') return undefined;
  const mesh = meshesOf(linearParts(network)).indexOf(section.mesh);
  return mesh < 0 ? undefined : [mesh, selected.index];
}
