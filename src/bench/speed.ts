import type { Backend, Session } from '../engine/backend';
import { createWasmBackend } from '../engine/wasm/backend';
import { wasmMeshWork } from '../engine/wasm/mesh-work';
import { multiplyAddPeak } from '../engine/wasm/peak';
import type { Plan } from '../learning/plan';
import { webGpuBackend } from './backends';
import { convert, ratioOf } from './measure';
import { plainJsMesh } from './peers/plain-js';
import type { TfjsBackend } from './peers/tfjs-mesh';
import type { Bench } from './row';
import { BATCH, EO_LAYER, LINEAR, benchData, benchPlan } from './workload';

const ms = (value: number): string => `${value.toPrecision(3)} ms`;

async function linearSession(backend: Backend, modes: number): Promise<{ plan: Plan; session: Session }> {
  const plan = benchPlan(modes, [LINEAR]);
  return { plan, session: await backend.prepare(plan, benchData(modes)) };
}

/** One mesh forward and backward on one WASM thread against plain JavaScript in the given number format. */
function againstJs(id: string, format: 'f32' | 'f64', goal: number): Bench {
  return {
    id,
    what: `one mesh forward and backward, N = 64, batch ${BATCH}: one WASM thread against plain JavaScript in ${format}`,
    unit: '×',
    goal: { kind: 'at-least', value: goal },
    async run(measure) {
      const plan = benchPlan(64, [LINEAR]);
      const { train } = benchData(64);
      const own = await wasmMeshWork(plan, train);
      const peer = plainJsMesh(plan, train, BATCH, format === 'f32' ? Float32Array : Float64Array);
      const [wasm, js] = await measure([own, peer], 31);
      if (!wasm || !js) throw new Error('Nothing was measured.');
      const spread = ratioOf(js, wasm);
      return {
        value: spread.median,
        spread,
        detail: `${ms(wasm.median)} against ${ms(js.median)}, medians`,
      };
    },
  };
}

/** The same algorithm in the same number format. */
export const wasmAgainstJs = againstJs('speed.wasm.vs-js.n64', 'f32', 5);

/** The format JavaScript is fastest in: four SIMD lanes against one scalar can gain little more than 4. */
export const wasmAgainstJsF64 = againstJs('speed.wasm.vs-js-f64.n64', 'f64', 4);

/** The same against TensorFlow.js on the same device. */
export function againstTfjs(backend: TfjsBackend, modes: number, goal: number): Bench {
  return {
    id: `speed.${backend}.vs-tfjs.n${modes}`,
    what: `one mesh forward and backward, N = ${modes}, batch ${BATCH}: against TensorFlow.js ${backend}`,
    unit: '×',
    goal: { kind: 'at-least', value: goal },
    async run(measure) {
      const own = backend === 'wasm' ? await createWasmBackend() : await webGpuBackend();
      const { plan, session } = await linearSession(own, modes);
      const { tfjsMesh, useTfjs } = await import('./peers/tfjs-mesh');
      await useTfjs(backend);
      const peer = tfjsMesh(plan, benchData(modes).train, BATCH);
      const [ours, theirs] = await measure([async () => void (await session.gradient()), peer], 5);
      own.dispose();
      if (!ours || !theirs) throw new Error('Nothing was measured.');
      const spread = ratioOf(theirs, ours);
      return {
        value: spread.median,
        spread,
        detail: `${own.label}: ${ms(ours.median)} against ${ms(theirs.median)} (${theirs.calls} calls), medians`,
      };
    },
  };
}

/** Share of the thread's own multiply-add peak that a mesh's forward and backward reach. */
export const wasmPeakShare: Bench = {
  id: 'speed.wasm.peak-share',
  what: `mesh forward and backward, N = 64, batch ${BATCH}, against the measured multiply-add peak of the thread`,
  unit: '%',
  goal: { kind: 'at-least', value: 50 },
  async run(measure) {
    const modes = 64;
    const { session } = await linearSession(await createWasmBackend(), modes);
    const peak = await multiplyAddPeak();
    const [mesh, multiplyAdd] = await measure([async () => void (await session.gradient()), peak.run]);
    if (!mesh || !multiplyAdd) throw new Error('Nothing was measured.');
    const rate = convert(mesh, (time) => meshOperations(modes, BATCH) / time / 1e6).median;
    const peakRate = convert(multiplyAdd, (time) => peak.operations / time / 1e6).median;
    const times = ratioOf(multiplyAdd, mesh);
    // Shares of the peak, round by round.
    const share = (100 * meshOperations(modes, BATCH)) / peak.operations;
    return {
      value: share * times.median,
      spread: { ...times, median: share * times.median, low: share * times.low, high: share * times.high },
      detail: `${rate.toPrecision(3)} of ${peakRate.toPrecision(3)} GFLOP/s; packing and copies count as time, not as work`,
    };
  },
};

/**
 * Multiplications and additions of one mesh: 28 per 2×2 on a complex pair to compile it, for the two thirds
 * of pairs and lanes that light reaches; twice that and 12 for the gradient sums to walk back; 8 per complex
 * multiply-add in the batch's product and outer product.
 */
function meshOperations(modes: number, batch: number): number {
  const pairs = ((modes * (modes - 1)) / 2) * modes;
  return pairs * ((28 * 2) / 3 + 2 * 28 + 12) + 2 * 8 * modes * modes * batch;
}

/** Trained samples per second of two 64-mode meshes with electro-optic activation on one WASM thread. */
export const trainedSamples: Bench = {
  id: 'train.samples.n64',
  what: `two 64-mode meshes, electro-optic activation, Adam, batch ${BATCH}: trained samples per second, one WASM thread`,
  unit: 'samples/s',
  goal: { kind: 'at-least', value: 100_000 },
  async run(measure) {
    const backend = await createWasmBackend();
    const session = await backend.prepare(benchPlan(64, [EO_LAYER, EO_LAYER]), benchData(64));
    const [step] = await measure([() => session.step(1)], 41);
    if (!step) throw new Error('Nothing was measured.');
    const spread = convert(step, (time) => (1000 * BATCH) / time);
    return {
      value: spread.median,
      spread,
      relative: step.relative,
      detail: `${ms(step.median)} a step, median of ${step.calls} steps`,
    };
  },
};
