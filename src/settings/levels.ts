/** How far the studio may go to be fast. */
export const LEVEL_IDS = ['low', 'medium', 'high', 'extreme'] as const;
export type Level = (typeof LEVEL_IDS)[number];

/** What one level changes; nothing else differs between them. */
export interface LevelSpec {
  /** Whether WebGPU may be used. */
  readonly gpu: boolean;
  /** Threads of one engine on the CPU, the calling one counted; 0: every core. */
  readonly threads: number;
  /** Whether multiply-adds may be done in one rounding (relaxed SIMD), where the browser has them. */
  readonly fused: boolean;
  /** Most samples that a graphics device evaluates in one go. */
  readonly evaluationRows: number;
  /** Most that one session may take of a graphics device's memory, bytes. */
  readonly gpuMemory: number;
  /** Engines that train a sweep at the same time. */
  readonly pool: { readonly most: number };
}

const GIB = 2 ** 30;

/**
 * All levels compute in f32, with the f64 reference as their measure: there is no half precision. `high` is what the
 * studio does where nobody chose.
 */
export const LEVELS: Readonly<Record<Level, LevelSpec>> = {
  low: { gpu: false, threads: 1, fused: false, evaluationRows: 256, gpuMemory: 0, pool: { most: 1 } },
  medium: { gpu: true, threads: 0, fused: false, evaluationRows: 1024, gpuMemory: GIB, pool: { most: 2 } },
  high: { gpu: true, threads: 0, fused: true, evaluationRows: 4096, gpuMemory: 2 * GIB, pool: { most: 16 } },
  extreme: {
    gpu: true,
    threads: 0,
    fused: true,
    evaluationRows: 16_384,
    gpuMemory: 2 * GIB,
    pool: { most: 16 },
  },
};

export const USUAL_LEVEL: Level = 'high';
