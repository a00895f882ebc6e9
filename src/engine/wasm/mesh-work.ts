import type { FieldBatch } from '../../data/fields';
import type { Plan } from '../../learning/plan';
import { Arena } from './arena';
import { compileKernels } from './compile-kernels';
import { instantiateKernels } from './kernels';
import { WasmNetwork } from './wasm-network';

/**
 * Forward and backward of a plan's meshes alone, as work to be timed: no sampling, no optimiser, nothing
 * read back. The batch stays what `fields` holds.
 */
export async function wasmMeshWork(plan: Plan, fields: FieldBatch): Promise<() => void> {
  const arena = new Arena();
  const kernels = instantiateKernels(await compileKernels(), arena.memory);
  const parameters = arena.putFloats(plan.initial, 16);
  const gradient = arena.floats(plan.parameterCount + 16);
  const network = new WasmNetwork(kernels, arena, plan, parameters);
  const rows = plan.batchSize;
  network.writeBatch(fields, rows);
  network.compile(undefined);
  network.forward(rows);
  // The readout's cotangents of this batch serve every call.
  network.loss(rows, undefined);
  return () => {
    network.compile(undefined);
    network.forward(rows);
    network.backward(gradient, rows);
  };
}
