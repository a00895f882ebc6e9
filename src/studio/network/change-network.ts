import { LIMITS } from '../../experiment/limits';
import { PLAIN_LAYER } from '../../experiment/defaults';
import type { Convolution, Experiment, Layer, Nonlinearity } from '../../experiment/schema';
import type { MeshKind } from '../../photonics/mesh';
import { sizeFault } from '../../photonics/meshes/build-mesh';
import type { Stage } from '../design/convolution/change-convolution';
import { nonlinearityOf } from '../../experiment/usual-layers';
import { classesOf } from '../state/dataset-names';

/** Edits of the network as a row of blocks: its layers, or a convolution's stages. Pure. */

/** What a block can become, or what a new one begins as. */
export type Piece =
  | { readonly kind: 'mesh'; readonly mesh: MeshKind }
  | { readonly kind: 'nonlinearity'; readonly nonlinearity: Nonlinearity['kind'] }
  | { readonly kind: 'stage'; readonly kernel: Stage['kernel'] }
  | { readonly kind: 'activation'; readonly activation: Stage['activation'] };

/** Whether a piece stands for a block of its own; the others change one that is there. */
export function isWholeBlock(piece: Piece): boolean {
  return piece.kind === 'mesh' || piece.kind === 'stage';
}

export function blockCount({ layers, convolution }: Experiment): number {
  return convolution?.stages.length ?? layers.length;
}

export function mostBlocks({ convolution }: Experiment): number {
  return convolution === null ? LIMITS.layers.max : LIMITS.stages.max;
}

/** The block at `from` moved so that it stands before what was at `to`; `to` may be one past the end. */
export function withBlockMoved(experiment: Experiment, from: number, to: number): Experiment {
  return changeBlocks(experiment, (blocks) => {
    const moved = blocks.slice(from, from + 1);
    const others = [...blocks.slice(0, from), ...blocks.slice(from + 1)];
    others.splice(to > from ? to - 1 : to, 0, ...moved);
    return others;
  });
}

/** A second one behind it. */
export function withBlockDoubled(experiment: Experiment, index: number): Experiment {
  return changeBlocks(experiment, (blocks) => [...blocks.slice(0, index + 1), ...blocks.slice(index)]);
}

export function withoutBlock(experiment: Experiment, index: number): Experiment {
  return changeBlocks(experiment, (blocks) => blocks.filter((_, each) => each !== index));
}

/** One more block before what is at `at`, like its neighbour but for what `piece` says. */
export function withBlockAt(experiment: Experiment, at: number, piece?: Piece): Experiment {
  const { layers, convolution } = experiment;
  if (convolution !== null) {
    const model = convolution.stages[at - 1] ?? convolution.stages[at];
    if (model === undefined) return experiment;
    // Without a stride or pool of its own, which the image might be too small for.
    const plain: Stage = { ...model, stride: 1, pool: 'none' };
    const stage = piece?.kind === 'stage' ? { ...plain, kernel: piece.kernel } : plain;
    return {
      ...experiment,
      convolution: { ...convolution, stages: convolution.stages.toSpliced(at, 0, stage) },
    };
  }
  const hidden = layers.slice(0, -1);
  const model = hidden[Math.max(0, at - 1)] ?? hidden.at(-1) ?? layers.at(-1) ?? PLAIN_LAYER;
  const layer: Layer = piece?.kind === 'mesh' ? { ...model, mesh: piece.mesh } : model;
  return { ...experiment, layers: layers.toSpliced(at, 0, layer) };
}

/** The block at `index` with another mesh, nonlinearity, patch or activation. */
export function withPiece(experiment: Experiment, index: number, piece: Piece): Experiment {
  const { convolution } = experiment;
  if (convolution !== null) {
    const change: Partial<Stage> =
      piece.kind === 'stage'
        ? { kernel: piece.kernel }
        : piece.kind === 'activation'
          ? { activation: piece.activation }
          : {};
    const stages = convolution.stages.map((stage, each) =>
      each === index ? { ...stage, ...change } : stage,
    );
    return { ...experiment, convolution: { ...convolution, stages } };
  }
  const change: Partial<Layer> =
    piece.kind === 'mesh'
      ? { mesh: piece.mesh }
      : piece.kind === 'nonlinearity'
        ? { nonlinearity: nonlinearityOf(piece.nonlinearity) }
        : {};
  const layers = experiment.layers.map((layer, each) => (each === index ? { ...layer, ...change } : layer));
  return { ...experiment, layers };
}

/** What dragging a block's lower edge changes: waveguides of all meshes, or one stage's channels. */
export function sizeOfBlock({ modes, convolution }: Experiment, index: number): number {
  return convolution?.stages[index]?.channels ?? modes;
}

export function withBlockSize(experiment: Experiment, index: number, size: number): Experiment {
  const { convolution } = experiment;
  if (convolution === null) return { ...experiment, modes: size };
  const stages = convolution.stages.map((stage, each) =>
    each === index ? { ...stage, channels: size } : stage,
  );
  return { ...experiment, convolution: { ...convolution, stages } };
}

/** Sizes that are possible, rising: every mesh comes in them, and inputs and classes find their ports. */
export function possibleSizes(experiment: Experiment): readonly number[] {
  const { layers, encoder, convolution } = experiment;
  if (convolution !== null) return upTo(1, LIMITS.channels.max);
  const columns = encoder.kind === 'columns' ? encoder.columns.length : 0;
  const least = Math.max(LIMITS.modes.min, columns, classesOf(experiment).length);
  return upTo(least, LIMITS.modes.max).filter((modes) =>
    layers.every(({ mesh }) => sizeFault(mesh, modes) === undefined),
  );
}

/** The possible size next to the wanted one, on a scale where doubling is as far as halving. */
export function nearestSize(sizes: readonly number[], wanted: number): number | undefined {
  const goal = Math.log(Math.max(1, wanted));
  const distance = (size: number): number => Math.abs(Math.log(size) - goal);
  return sizes.reduce<number | undefined>(
    (best, size) => (best === undefined || distance(size) < distance(best) ? size : best),
    undefined,
  );
}

/** The possible size so many places further, or the last one on the way. */
export function steppedSize(sizes: readonly number[], from: number, steps: number): number | undefined {
  const at = sizes.findIndex((size) => size >= from);
  if (at < 0) return sizes.at(-1);
  const start = steps > 0 && (sizes[at] ?? from) > from ? at - 1 : at;
  return sizes[Math.min(sizes.length - 1, Math.max(0, start + steps))];
}

function upTo(low: number, high: number): readonly number[] {
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => low + i);
}

function changeBlocks(
  experiment: Experiment,
  change: <Block>(blocks: readonly Block[]) => readonly Block[],
): Experiment {
  const { convolution } = experiment;
  if (convolution === null) return { ...experiment, layers: change(experiment.layers) };
  const stages = change<Convolution['stages'][number]>(convolution.stages);
  return { ...experiment, convolution: { ...convolution, stages } };
}
