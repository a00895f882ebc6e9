import type { PlanBase } from '../../learning/plan';
import type { ChipBuffers, Partials } from './chip-buffers';
import { drawsCouplers, updateGroups } from './chip-buffers';
import type { MeshGeometry } from './chip-kernels';
import {
  coefficientsKernel,
  compileKernel,
  crosstalkBackwardKernel,
  effectsKernel,
  meshBackwardKernel,
  sumSlotsKernel,
  tickKernel,
  updateKernel,
} from './chip-kernels';
import { COMPILE_LANES } from './geometry';
import type { Dispatch, Gpu } from './gpu';
import { longGrid } from './grid';
import type { NetworkLayout } from './network-layout';

/** What every network does with its chip, built once. */
export interface ChipPass {
  /** Phases to matrices. */
  readonly compile: readonly Dispatch[];
  /** Matrix cotangents to the gradient by the phases that are set. */
  readonly backward: readonly Dispatch[];
  /** Moves the parameters. */
  readonly update: Dispatch;
  /** Adds up and reports the gradient instead. */
  readonly hold: Dispatch;
  /** Ends a step: metrics of the batch's outcomes (loss, right). */
  readonly tick: Dispatch;
}

export async function createChipPass(
  gpu: Gpu,
  plan: PlanBase,
  geometry: MeshGeometry & Partials,
  layout: NetworkLayout,
  b: ChipBuffers,
  outcomes: GPUBuffer,
): Promise<ChipPass> {
  const { parameterCount, effects } = plan;
  const { modes, slots } = geometry;
  const slotsLeft = b.effects?.back ? 1 : slots;
  const groups = updateGroups(parameterCount);
  const overParameters = longGrid(groups);
  const [touch, coefficients, compile, meshBackward, sum, back, update, hold, tick] = await Promise.all([
    b.effects && effects ? gpu.kernel(effectsKernel(effects, parameterCount)) : undefined,
    gpu.kernel(coefficientsKernel(effects?.splitterNoise)),
    gpu.kernel(compileKernel(geometry)),
    gpu.kernel(meshBackwardKernel(geometry)),
    b.effects?.back ? gpu.kernel(sumSlotsKernel(parameterCount, slots)) : undefined,
    b.effects?.back ? gpu.kernel(crosstalkBackwardKernel(parameterCount)) : undefined,
    gpu.kernel(updateKernel(plan, slotsLeft)),
    gpu.kernel(updateKernel(plan, slotsLeft, true)),
    gpu.kernel(tickKernel(plan.batchSize, groups)),
  ]);

  const compiling: Dispatch[] = [];
  if (touch && b.effects) {
    const { roles, rows, entries, loadings } = b.effects;
    const buffers = [b.hyper, b.counter, b.parameters, roles, rows, entries, loadings, b.effective];
    compiling.push(gpu.dispatch(touch, buffers, ...overParameters));
  }
  const still = [b.network, b.tables, b.devices, b.effective, b.coefficients];
  const drawn = drawsCouplers(plan) ? [b.hyper, b.counter, b.couplers, b.stepCouplers] : [];
  compiling.push(
    gpu.dispatch(
      coefficients,
      [...still, ...drawn],
      Math.ceil(layout.largestMesh / 64),
      ...longGrid(layout.meshes.length),
    ),
    gpu.dispatch(
      compile,
      [b.network, b.tables, b.coefficients, b.effective, b.outputs, b.matrices],
      Math.ceil(modes / COMPILE_LANES),
      ...longGrid(layout.partCount),
    ),
  );

  const meshBuffers = [
    b.network,
    b.tables,
    b.coefficients,
    b.stepCouplers,
    b.effective,
    b.outputs,
    b.matrices,
    b.matrixPartials,
    b.gradientSlots,
  ];
  const backward = [gpu.dispatch(meshBackward, meshBuffers, slots, ...longGrid(layout.partCount))];
  if (sum && back && b.effects?.back) {
    const { rows, entries, met } = b.effects.back;
    backward.push(
      gpu.dispatch(sum, [b.gradientSlots, met], ...overParameters),
      // The first slot takes the result: the update reads no other then.
      gpu.dispatch(back, [rows, entries, met, b.gradientSlots], ...overParameters),
    );
  }
  const updateBuffers = [b.hyper, b.counter, b.gradientSlots, b.parameters, b.moments, b.gradient, b.squares];
  if (b.bounds) updateBuffers.push(b.bounds);
  return {
    compile: compiling,
    backward,
    update: gpu.dispatch(update, updateBuffers, ...overParameters),
    hold: gpu.dispatch(hold, updateBuffers, ...overParameters),
    tick: gpu.dispatch(tick, [outcomes, b.squares, b.ring, b.counter], 1),
  };
}
