import { createWasmBackend } from '../engine/wasm/backend';
import { webGpuBackend } from './backends';
import { ratioOf } from './measure';
import type { TfjsBackend } from './peers/tfjs-mesh';
import type { Bench } from './row';
import { BATCH, LINEAR, benchData, benchPlan } from './workload';

/** What simulating light costs: a mesh against a dense layer of its size in TensorFlow.js on the same device. */
export function againstDense(backend: TfjsBackend, modes: number, goal: number): Bench {
  return {
    id: `speed.${backend}.vs-tfjs-dense.n${modes}`,
    what: `one mesh forward and backward, N = ${modes}, batch ${BATCH}: against a dense layer of ${2 * modes} × ${2 * modes} real numbers in TensorFlow.js ${backend}`,
    unit: '×',
    goal: { kind: 'at-least', value: goal },
    async run(measure) {
      const own = backend === 'wasm' ? await createWasmBackend() : await webGpuBackend();
      const data = benchData(modes);
      const session = await own.prepare(benchPlan(modes, [LINEAR]), data);
      const { useTfjs } = await import('./peers/tfjs-mesh');
      await useTfjs(backend);
      const { tfjsDense } = await import('./peers/tfjs-dense');
      const peer = tfjsDense(data.train, BATCH);
      const [ours, theirs] = await measure([async () => void (await session.gradient()), peer], 15);
      own.dispose();
      if (!ours || !theirs) throw new Error('Nothing was measured.');
      const spread = ratioOf(theirs, ours);
      return {
        value: spread.median,
        spread,
        detail: `${own.label}: ${ours.median.toPrecision(3)} ms against ${theirs.median.toPrecision(3)} ms, medians`,
      };
    },
  };
}
