import type { ConvPlan } from '../../../learning/convolution/plan';
import { sizeOf } from '../../../learning/convolution/stage-shapes';
import type { ChipBuffers } from '../chip-buffers';
import type { ChipPass } from '../chip-pass';
import type { Dispatch, Gpu } from '../gpu';
import type { Program } from '../program';
import type { ConvBuffers } from './conv-buffers';
import { valuesAt } from './conv-buffers';
import { convLossKernel, convSampleKernel } from './conv-kernels';
import { overNumbers } from './over-numbers';
import type { StepPass } from './step-pass';

/** What training sends to the device, built once. */
export async function createConvTraining(
  gpu: Gpu,
  plan: ConvPlan,
  chip: ChipBuffers,
  pass: ChipPass,
  b: ConvBuffers,
  steps: readonly StepPass[],
): Promise<Pick<Program, 'step' | 'gradient' | 'sample' | 'probe'>> {
  const [sample, loss] = await Promise.all([
    gpu.kernel(convSampleKernel()),
    gpu.kernel(convLossKernel(plan)),
  ]);
  const { batchSize, input } = plan;
  const sampling = gpu.dispatch(
    sample,
    [b.images, b.train.pixels, b.train.labels, chip.counter, valuesAt(b, 0), b.batchLabels],
    ...overNumbers(batchSize * sizeOf(input)),
  );
  const judging = gpu.dispatch(
    loss,
    [b.images, valuesAt(b, steps.length), b.batchLabels, b.cotangents[0], b.outcomes],
    Math.ceil(batchSize / 64),
  );
  const probe = [
    ...pass.compile,
    ...steps.flatMap(({ assemble }) => assemble),
    ...steps.flatMap(({ forward }) => forward),
    judging,
  ];
  const back = [...steps].reverse().flatMap(({ backward }) => backward);
  const gradientOfSlots = [sampling, ...probe, ...back, ...pass.backward];
  const remember: Dispatch[] = steps.flatMap(({ remember: running }) => running);
  return {
    sample: [sampling],
    probe,
    step: [...gradientOfSlots, pass.update, ...remember, pass.tick],
    gradient: [...gradientOfSlots, pass.hold],
  };
}
