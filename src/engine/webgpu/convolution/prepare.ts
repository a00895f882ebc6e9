import type { ImageData } from '../../../data/fields';
import type { ConvPlan } from '../../../learning/convolution/plan';
import { blocksOf } from '../../../learning/convolution/plan';
import { sizeOf } from '../../../learning/convolution/stage-shapes';
import type { Session, TrainingState } from '../../backend';
import { engineError } from '../../engine-fault';
import { Buffers } from '../buffers';
import { Candidates } from '../candidates';
import { createChipBuffers } from '../chip-buffers';
import { createChipPass } from '../chip-pass';
import { expectSize } from '../expect-size';
import type { Gpu } from '../gpu';
import { KernelWatch } from '../kernel-watch';
import type { DeviceLimits } from '../memory-plan';
import { USUAL_LIMITS, memoryFault, totalOf } from '../memory-plan';
import { networkLayout } from '../network-layout';
import type { Program } from '../program';
import { WebGpuSession } from '../session';
import { Stopwatch } from '../stopwatch';
import { submit } from '../submit';
import { createConvBuffers } from './conv-buffers';
import { convGeometry } from './conv-geometry';
import { createConvInference } from './conv-inference';
import { convMemoryPlan } from './conv-memory';
import { createConvTraining } from './conv-training';
import { createStepPasses } from './step-pass';
import { stepsOf } from './steps';

/**
 * Allocates and uploads a run of a convolutional network.
 * @param isSoftware whether workgroups are cut for an emulated device
 * @throws PhotonicError `engine/out-of-memory`, `engine/device-lost`, `engine/unsupported`
 */
export async function prepareConvolutional(
  gpu: Gpu,
  plan: ConvPlan,
  data: ImageData,
  state?: TrainingState,
  isSoftware = gpu.isSoftware,
  { gpuMemory }: DeviceLimits = USUAL_LIMITS,
): Promise<Session> {
  gpu.check();
  if (state) expectSize('saved parameters', state.parameters.length, plan.parameterCount);
  const inputs = sizeOf(plan.input);
  expectSize('pixels of an image', data.channels * data.height * data.width, inputs);
  const layout = networkLayout(blocksOf(plan.stages));
  if (layout.meshes.some(({ topology }) => topology.modes !== layout.modes))
    throw engineError(
      'unsupported',
      'The tiles of this network are not all of one size.',
      'Choose the WASM backend.',
    );
  const geometry = convGeometry(plan, layout, isSoftware);
  const steps = stepsOf(plan);
  const sizes = convMemoryPlan(plan, steps, geometry, layout, data);
  const fault = memoryFault(sizes, gpu.device.limits, gpuMemory);
  if (fault) throw fault;
  const owned = new Buffers(gpu);
  try {
    const [chip, batch] = await gpu.guarded(() => [
      createChipBuffers(owned, plan, layout, geometry, state),
      createConvBuffers(owned, plan, steps, geometry, data),
    ]);
    const [pass, passes] = await Promise.all([
      createChipPass(gpu, plan, geometry, layout, chip, batch.outcomes),
      createStepPasses({ gpu, owned, plan, geometry, chip, batch }),
    ]);
    const [training, inference] = await Promise.all([
      createConvTraining(gpu, plan, chip, pass, batch, passes),
      createConvInference(gpu, owned, plan, data, pass, batch, passes),
    ]);
    const program: Program = { ...training, ...inference, outcomes: batch.outcomes };
    const candidates = new Candidates(gpu, owned, plan, chip, program);
    // The first submit shows on an error scope what creation could not.
    await gpu.guarded(() => submit(gpu, 'first light', [pass.compile]));
    const stopwatch = new Stopwatch(gpu, owned);
    const watch = new KernelWatch(gpu, owned, program.step);
    // Splits are evaluated in batches of the training's size.
    const memory = { predicted: totalOf(sizes), limit: gpuMemory, evaluationRows: plan.batchSize };
    return new WebGpuSession(
      { gpu, plan, data, inputs, layout, owned, chip, program, candidates, stopwatch, watch, memory },
      state?.step ?? 0,
    );
  } catch (error) {
    owned.destroy();
    throw error;
  }
}
