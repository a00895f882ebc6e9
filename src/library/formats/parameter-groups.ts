import type { ConvPlan } from '../../learning/convolution/plan';
import type { NetworkPlan, PlanLayer, PlanLinear, PlanMesh } from '../../learning/plan';
import { ROLE } from '../../learning/plan';
import { mziCount } from '../../photonics/mesh';

/** A run of a network's flat parameter vector that means one thing, by the name files know it under. */
export interface ParameterGroup {
  /** e.g. `layers.0.U.theta` or `stages.3.tiles.7.V.gamma`; see docs/formats.md. */
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  /** Radians, and a shifter on the chip; otherwise a number of the electronics or of a ring. */
  readonly isPhase: boolean;
}

/** A linear part with its name in files. */
export interface NamedLinear {
  readonly name: string;
  readonly linear: PlanLinear;
}

/** All linear parts in the order of light. */
export function namedLinears(network: NetworkPlan): readonly NamedLinear[] {
  if (network.kind === 'coherent')
    return network.layers.map((linear, index) => ({ name: `layers.${index}`, linear }));
  return network.stages.flatMap((stage, index) =>
    stage.kind === 'convolve'
      ? stage.matrix.blocks.map((linear, tile) => ({ name: `stages.${index}.tiles.${tile}`, linear }))
      : [],
  );
}

/** Every number of the vector, in its order; the groups follow each other without gaps. */
export function parameterGroups(network: NetworkPlan): readonly ParameterGroup[] {
  const groups = network.kind === 'coherent' ? coherentGroups(network.layers) : convolutionGroups(network);
  return groups
    .map((group) => ({ ...group, isPhase: isPhase(network, group) }))
    .sort((a, b) => a.offset - b.offset);
}

type Place = Omit<ParameterGroup, 'isPhase'>;

function coherentGroups(layers: readonly PlanLayer[]): Place[] {
  return layers.flatMap((layer, index) => {
    const name = `layers.${index}`;
    const { modes } = layer.mesh.topology;
    const at = layer.nonlinearityOffset;
    const rings = [
      { name: `${name}.tap`, offset: at ?? 0, length: modes },
      { name: `${name}.detuning`, offset: (at ?? 0) + modes, length: modes },
    ];
    return [...linearGroups(name, layer), ...(at === undefined ? [] : rings)];
  });
}

function convolutionGroups({ stages }: ConvPlan): Place[] {
  return stages.flatMap((stage, index): Place[] => {
    const name = `stages.${index}`;
    if (stage.kind === 'normalise') {
      const length = stage.input.channels;
      return [
        { name: `${name}.scale`, offset: stage.scaleOffset, length },
        { name: `${name}.shift`, offset: stage.shiftOffset, length },
        { name: `${name}.mean`, offset: stage.meanOffset, length },
        { name: `${name}.variance`, offset: stage.varianceOffset, length },
      ];
    }
    if (stage.kind !== 'convolve') return [];
    const tiles = stage.matrix.blocks.flatMap((block, tile) => linearGroups(`${name}.tiles.${tile}`, block));
    const { biasOffset } = stage;
    return biasOffset === undefined
      ? tiles
      : [...tiles, { name: `${name}.bias`, offset: biasOffset, length: stage.output.channels }];
  });
}

function linearGroups(name: string, { before, attenuatorOffset, mesh }: PlanLinear): Place[] {
  const { modes } = mesh.topology;
  return [
    ...(before ? meshGroups(`${name}.V`, before) : []),
    ...(attenuatorOffset === undefined
      ? []
      : [{ name: `${name}.alpha`, offset: attenuatorOffset, length: modes }]),
    ...meshGroups(`${name}.U`, mesh),
  ];
}

function meshGroups(name: string, mesh: PlanMesh): Place[] {
  const length = mziCount(mesh.topology);
  return [
    { name: `${name}.theta`, offset: mesh.thetaOffset, length },
    { name: `${name}.phi`, offset: mesh.phiOffset, length },
    { name: `${name}.gamma`, offset: mesh.gammaOffset, length: mesh.topology.modes },
  ];
}

/** By its name: the fixed couplers among a mesh's phases have no shifter. */
function isPhase({ roles }: NetworkPlan, { name, offset, length }: Place): boolean {
  return (
    /\.(theta|phi|gamma|alpha)$/.test(name) ||
    roles.subarray(offset, offset + length).some((role) => (role & ROLE.phase) !== 0)
  );
}
