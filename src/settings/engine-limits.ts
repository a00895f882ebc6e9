import type { Level } from './levels';
import { LEVELS } from './levels';
import type { Settings } from './table';

/** What an engine may do: of the optimisation level and the settings, the narrower. */
export interface EngineLimits {
  /** Why WebGPU is not tried, in a sentence for people; undefined where it is. */
  readonly gpuOff: string | undefined;
  /** Threads of one engine on the CPU, the calling one counted; 0: every core. */
  readonly threads: number;
  /** Whether multiply-adds may be done in one rounding (relaxed SIMD). */
  readonly fused: boolean;
  /** Most samples that a graphics device evaluates in one go. */
  readonly evaluationRows: number;
  /** Most that one session may take of a graphics device's memory, bytes. */
  readonly gpuMemory: number;
  /** Most that downloaded data sets may take, bytes. */
  readonly cacheBytes: number;
}

const MB = 1e6;

/** @param level as a person has chosen it on this device */
export function engineLimits(level: Level, settings: Settings): EngineLimits {
  const { gpu, threads, fused, evaluationRows, gpuMemory } = LEVELS[level];
  const { PHOTONIC_THREAD_COUNT: wanted, PHOTONIC_BATCH_SIZE: rows } = settings;
  return {
    gpuOff: gpuOff(gpu, level, settings),
    threads: threads === 0 ? wanted : Math.min(threads, wanted || threads),
    fused,
    evaluationRows: rows || evaluationRows,
    gpuMemory: Math.floor(gpuMemory * settings.PHOTONIC_GPU_MEMORY_FRACTION),
    cacheBytes: settings.PHOTONIC_CACHE_SIZE_MB * MB,
  };
}

function gpuOff(isAllowed: boolean, level: Level, settings: Settings): string | undefined {
  if (!settings.PHOTONIC_ENABLE_GPU) return 'WebGPU is not tried: PHOTONIC_ENABLE_GPU is false.';
  return isAllowed ? undefined : `WebGPU is not tried: the optimisation level is ${level}.`;
}

/** Engines that train a sweep's trials side by side, unless a person chose another number. */
export function poolSize(level: Level, settings: Settings, cores: number): number {
  const { most } = LEVELS[level].pool;
  return Math.min(most, settings.PHOTONIC_WORKER_COUNT || Math.max(1, Math.min(USUAL_POOL, cores - 1)));
}

/** Each engine keeps a data set of its own in memory. */
const USUAL_POOL = 4;
