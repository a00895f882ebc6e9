import type { ConvPlan } from '../../../learning/convolution/plan';
import type { Buffers } from '../buffers';
import type { ChipBuffers } from '../chip-buffers';
import type { Dispatch, Gpu } from '../gpu';
import { longGrid } from '../grid';
import { chainPass } from './chain-pass';
import type { ConvBuffers, StepBuffers } from './conv-buffers';
import { valuesAt } from './conv-buffers';
import type { ConvGeometry } from './conv-geometry';
import { runsOf, tileCounts, tileFor } from './conv-geometry';
import {
  convAdjointKernel,
  convAssembleKernel,
  convBiasKernel,
  convForwardKernel,
  convOuterKernel,
  convTilesKernel,
} from './conv-kernels';
import { overNumbers } from './over-numbers';
import { weightsOf } from './steps';

/** One step's dispatches. */
export interface StepPass {
  /** Its matrix from its compiled tiles. */
  readonly assemble: readonly Dispatch[];
  /** For a batch, and for reports. */
  readonly forward: readonly Dispatch[];
  readonly report: readonly Dispatch[];
  /** Cotangents of its input, and the gradient or cotangents of what it is made of. */
  readonly backward: readonly Dispatch[];
  /** Keeps the batch's statistics for reports. */
  readonly remember: readonly Dispatch[];
}

/** Everything a step is bound to. */
export interface StepSurroundings {
  readonly gpu: Gpu;
  readonly owned: Buffers;
  readonly plan: ConvPlan;
  readonly geometry: ConvGeometry;
  readonly chip: ChipBuffers;
  readonly batch: ConvBuffers;
}

/** All steps, their cotangents taking turns in the two buffers: the loss leaves the logits' in the first. */
export async function createStepPasses(around: StepSurroundings): Promise<readonly StepPass[]> {
  const { batch } = around;
  const count = batch.steps.length;
  return Promise.all(
    batch.steps.map((buffers, index) => {
      const [first, second] = batch.cotangents;
      const isEven = (count - 1 - index) % 2 === 0;
      const place: StepPlace = {
        index,
        values: valuesAt(batch, index),
        results: valuesAt(batch, index + 1),
        cotangents: isEven ? first : second,
        inputCotangents: isEven ? second : first,
      };
      return buffers.kind === 'matrix'
        ? matrixPass(around, buffers, place)
        : chainPass(around, buffers, place);
    }),
  );
}

export interface StepPlace {
  readonly index: number;
  readonly values: GPUBuffer;
  readonly results: GPUBuffer;
  /** Of the results. */
  readonly cotangents: GPUBuffer;
  readonly inputCotangents: GPUBuffer;
}

async function matrixPass(
  { gpu, owned, plan, geometry, chip, batch }: StepSurroundings,
  { step, block }: Extract<StepBuffers, { kind: 'matrix' }>,
  { index, values, results, cotangents, inputCotangents }: StepPlace,
): Promise<StepPass> {
  const { stage } = step;
  const { matrix, input, output, biasOffset } = stage;
  const { rows, columns, blocks, tile } = matrix;
  const forwardTile = tileFor(rows, geometry);
  const adjointTile = tileFor(input.channels, geometry);
  const runs = runsOf(stage, plan.batchSize, geometry);
  const [assemble, forward, outer, tiles, adjoint, bias] = await Promise.all([
    gpu.kernel(convAssembleKernel()),
    gpu.kernel(convForwardKernel(forwardTile)),
    gpu.kernel(convOuterKernel(forwardTile)),
    gpu.kernel(convTilesKernel()),
    index > 0 ? gpu.kernel(convAdjointKernel(adjointTile)) : undefined,
    biasOffset === undefined ? undefined : gpu.kernel(convBiasKernel(geometry.sumThreads)),
  ]);
  const pixelsOf = ({ height, width }: typeof input): number => plan.batchSize * height * width;
  /** Columns of tiles in x and z, rows of tiles in y. */
  const tiled = (shape: typeof forwardTile, down: number, pixels: number): [number, number, number] => {
    const [tilesDown, tilesAcross] = tileCounts(shape, down, pixels);
    const [x, z] = longGrid(tilesAcross);
    return [x, tilesDown, z];
  };
  const lightBuffers = [block, batch.weights, values, chip.effective, results];
  const light = [gpu.dispatch(forward, lightBuffers, ...tiled(forwardTile, rows, pixelsOf(output)))];
  const backward: Dispatch[] = [];
  if (bias) backward.push(gpu.dispatch(bias, [block, cotangents, chip.gradientSlots], rows));
  const [tilesDown, tilesAcross] = tileCounts(forwardTile, rows, columns);
  const runBlock = owned.uniform(`runs ${index}`, Uint32Array.of(runs.pixels).buffer);
  const tileBlock = owned.uniform(`tiles ${index}`, Uint32Array.of(blocks.length, runs.count).buffer);
  backward.push(
    gpu.dispatch(
      outer,
      [block, runBlock, cotangents, values, batch.weightPartials],
      tilesAcross,
      tilesDown,
      runs.count,
    ),
    gpu.dispatch(
      tiles,
      [block, tileBlock, batch.weightPartials, chip.matrixPartials],
      ...overNumbers(blocks.length * tile * tile),
    ),
  );
  if (adjoint) {
    const buffers = [block, batch.weights, cotangents, inputCotangents];
    const grid = tiled(adjointTile, input.channels, pixelsOf(input));
    backward.push(gpu.dispatch(adjoint, buffers, ...grid));
  }
  return {
    assemble: [
      gpu.dispatch(assemble, [block, chip.matrices, batch.weights], ...overNumbers(weightsOf(matrix))),
    ],
    forward: light,
    report: light,
    backward,
    remember: [],
  };
}
