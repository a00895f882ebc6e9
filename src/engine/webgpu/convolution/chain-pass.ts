import type { ImageShape } from '../../../learning/convolution/plan';
import { sizeOf } from '../../../learning/convolution/stage-shapes';
import type { Dispatch } from '../gpu';
import type { StepBuffers } from './conv-buffers';
import {
  chainBackwardKernel,
  chainKernel,
  chainRecallKernel,
  chainRunningKernel,
  chainScaleKernel,
  chainStatisticsKernel,
  chainSumsKernel,
} from './conv-kernels';
import { overNumbers } from './over-numbers';
import type { StepPass, StepPlace, StepSurroundings } from './step-pass';
import { outputOf } from './steps';

type ChainBuffers = Extract<StepBuffers, { kind: 'chain' }>;

/** The stages between two matrices, one kernel each way; a normalisation first looks at all of its numbers. */
export async function chainPass(
  around: StepSurroundings,
  buffers: ChainBuffers,
  place: StepPlace,
): Promise<StepPass> {
  const { gpu, chip } = around;
  const { step, block, reportBlock, statistics, sums } = buffers;
  const { index, values, results, cotangents, inputCotangents } = place;
  const [chain, back, normalisation] = await Promise.all([
    gpu.kernel(chainKernel(step)),
    index > 0 ? gpu.kernel(chainBackwardKernel(step)) : undefined,
    normalisationPass(around, buffers, place),
  ]);
  const numbers = (shape: ImageShape): readonly [number, number] =>
    overNumbers(around.plan.batchSize * sizeOf(shape));
  const light = (described: GPUBuffer): Dispatch => {
    const bound = [described, values, chip.effective, statistics, results];
    return gpu.dispatch(chain, bound, ...numbers(outputOf(step)));
  };
  const backward = [...normalisation.gradient];
  const [first] = step.stages;
  if (back && first) {
    const bound = [block, values, chip.effective, statistics, cotangents, sums, inputCotangents];
    backward.push(gpu.dispatch(back, bound, ...numbers(first.input)));
  }
  return {
    assemble: [],
    forward: [...normalisation.look, light(block)],
    report: [...normalisation.recall, light(reportBlock)],
    backward,
    remember: normalisation.remember,
  };
}

interface NormalisationPass {
  /** The batch's statistics, and the running ones in their place. */
  readonly look: readonly Dispatch[];
  readonly recall: readonly Dispatch[];
  /** Sums for the way back, and from them the gradient of its own numbers. */
  readonly gradient: readonly Dispatch[];
  readonly remember: readonly Dispatch[];
}

async function normalisationPass(
  { gpu, plan, geometry, chip }: StepSurroundings,
  { step, block, reportBlock, statistics, sums }: ChainBuffers,
  { values, cotangents }: StepPlace,
): Promise<NormalisationPass> {
  if (!step.normalise) return { look: [], recall: [], gradient: [], remember: [] };
  const { end, stage } = step.normalise;
  const { channels } = stage.input;
  const [look, recall, add, scale, running] = await Promise.all([
    gpu.kernel(chainStatisticsKernel(step, end, geometry.sumThreads)),
    gpu.kernel(chainRecallKernel(step, end)),
    gpu.kernel(chainSumsKernel(step, end, geometry.sumThreads)),
    gpu.kernel(chainScaleKernel(step, end)),
    gpu.kernel(chainRunningKernel(step, end)),
  ]);
  const groups = Math.ceil(channels / 64);
  const added = [block, values, chip.effective, statistics, cotangents, sums];
  return {
    look: [gpu.dispatch(look, [block, values, statistics], channels, plan.shards)],
    recall: [gpu.dispatch(recall, [reportBlock, chip.effective, statistics], groups)],
    gradient: [
      gpu.dispatch(add, added, channels, plan.shards),
      gpu.dispatch(scale, [block, sums, chip.gradientSlots], groups),
    ],
    remember: [gpu.dispatch(running, [block, statistics, chip.parameters], groups)],
  };
}
