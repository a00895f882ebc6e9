import type { EncodedData } from '../../data/fields';
import type { Plan } from '../../learning/plan';
import type { Session, TrainingState } from '../backend';
import { createBatchBuffers } from './batch-buffers';
import { Buffers } from './buffers';
import { Candidates } from './candidates';
import { createChipBuffers } from './chip-buffers';
import { createChipPass } from './chip-pass';
import { expectSize } from './expect-size';
import type { Geometry } from './geometry';
import { geometryOf } from './geometry';
import type { Gpu } from './gpu';
import { createInference } from './inference';
import { KernelWatch } from './kernel-watch';
import type { DeviceLimits } from './memory-plan';
import { USUAL_LIMITS, fittingRows, memoryFault, memoryPlan, totalOf } from './memory-plan';
import { networkLayout } from './network-layout';
import type { Program } from './program';
import { WebGpuSession } from './session';
import { Stopwatch } from './stopwatch';
import { submit } from './submit';
import { createTrainingPass } from './training-pass';

/**
 * Allocates and uploads a run of a coherent network.
 * @throws PhotonicError `engine/out-of-memory`, `engine/device-lost`, `engine/unsupported`
 */
export async function prepareCoherent(
  gpu: Gpu,
  plan: Plan,
  data: EncodedData,
  state?: TrainingState,
  geometry: Geometry = geometryOf(plan, gpu.isSoftware),
  limits: DeviceLimits = USUAL_LIMITS,
): Promise<Session> {
  gpu.check();
  if (state) expectSize('saved parameters', state.parameters.length, plan.parameterCount);
  expectSize('fields of a sample', data.modes, plan.modes);
  const layout = networkLayout(plan.layers);
  const planFor = (rows: number) => memoryPlan(plan, geometry, layout, data, rows);
  const rows = fittingRows(planFor, plan.modes, Math.max(data.train.count, data.test.count), limits);
  const sizes = planFor(rows);
  const fault = memoryFault(sizes, gpu.device.limits, limits.gpuMemory);
  if (fault) throw fault;
  const owned = new Buffers(gpu);
  try {
    const [chip, batch] = await gpu.guarded(() => [
      createChipBuffers(owned, plan, layout, geometry, state),
      createBatchBuffers(owned, plan, data),
    ]);
    const pass = await createChipPass(gpu, plan, geometry, layout, chip, batch.outcomes);
    // Pipelines are compiled side by side; bind groups follow inside.
    const [training, inference] = await Promise.all([
      createTrainingPass(gpu, owned, plan, geometry, chip, pass, batch),
      createInference(gpu, owned, plan, data, geometry, chip, pass.compile, batch, rows),
    ]);
    const program: Program = { ...training, ...inference, outcomes: batch.outcomes };
    const candidates = new Candidates(gpu, owned, plan, chip, program);
    // The first submit shows on an error scope what creation could not.
    await gpu.guarded(() => submit(gpu, 'first light', [pass.compile]));
    const stopwatch = new Stopwatch(gpu, owned);
    const watch = new KernelWatch(gpu, owned, program.step);
    const memory = { predicted: totalOf(sizes), limit: limits.gpuMemory, evaluationRows: rows };
    return new WebGpuSession(
      {
        gpu,
        plan,
        data,
        inputs: plan.modes,
        layout,
        owned,
        chip,
        program,
        candidates,
        stopwatch,
        watch,
        memory,
      },
      state?.step ?? 0,
    );
  } catch (error) {
    owned.destroy();
    throw error;
  }
}
