import type { ImageData } from '../../data/fields';
import type { ConvPlan } from '../../learning/convolution/plan';
import type { TrainingState } from '../backend';
import type { Threads } from '../pool/conv-crew';
import { ConvCrew } from '../pool/conv-crew';
import { Arena } from './arena';
import { densePlan } from './conv-dense-plan';
import { ConvSession } from './conv-session';
import { instantiateKernels } from './kernels';

/** One per core, as workers of the calling one. */
export function everyCore(): Threads {
  return {
    // Outside browsers there is no navigator, and one thread.
    count: (globalThis as { navigator?: Navigator }).navigator?.hardwareConcurrency ?? 1,
    spawn: () =>
      new Worker(new URL('../pool/conv.worker.ts', import.meta.url), { type: 'module', name: 'shards' }),
  };
}

/** @param most threads, the calling one counted; 0: as many as there are */
export function atMost(most: number, threads: Threads): Threads {
  return most === 0 ? threads : { ...threads, count: Math.min(most, threads.count) };
}

/** A prepared run of a convolutional network. */
export function prepareConv(
  module: WebAssembly.Module,
  plan: ConvPlan,
  data: ImageData,
  state: TrainingState | undefined,
  threads: Threads,
): ConvSession {
  const dense = densePlan(plan);
  const arena = new Arena();
  const kernels = instantiateKernels(module, arena.memory);
  const crew = new ConvCrew(module, dense, data, threads);
  return new ConvSession(kernels, arena, plan, dense, data, crew, state);
}
