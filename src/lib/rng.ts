/**
 * Counter-based random numbers: a value is a pure function of (seed, stream, counter), so that any
 * backend can draw the k-th number without drawing the ones before it, and a run can resume anywhere.
 * Only 32-bit integer operations, so TypeScript, AssemblyScript and WGSL agree bit for bit.
 */

/** Full-avalanche 32-bit mixing (C. Wellons, "hash-prospector", 2018: lowbias32). */
export function mix32(value: number): number {
  let x = value >>> 0;
  x ^= x >>> 16;
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  x ^= x >>> 16;
  return x >>> 0;
}

/** The `counter`-th 32-bit word of a stream. */
export function randomWord(seed: number, stream: number, counter: number): number {
  const key = mix32((seed ^ 0x9e3779b9) >>> 0);
  const lane = mix32((stream + key) >>> 0);
  return mix32((mix32((counter ^ lane) >>> 0) + key) >>> 0);
}

/** Uniform in the open interval (0, 1), 32 bits of it. */
export function uniform(seed: number, stream: number, counter: number): number {
  return (randomWord(seed, stream, counter) + 0.5) / 4294967296;
}

/** Standard normal (Box-Muller, one of the pair; uses words 2·counter and 2·counter + 1). */
export function normal(seed: number, stream: number, counter: number): number {
  const radius = Math.sqrt(-2 * Math.log(uniform(seed, stream, 2 * counter)));
  return radius * Math.cos(2 * Math.PI * uniform(seed, stream, 2 * counter + 1));
}

/** Named streams, so that two uses of one seed never share numbers. */
export const STREAM = {
  phases: 1,
  sampling: 2,
  split: 3,
  generatedData: 4,
  splitterError: 5,
  phaseError: 6,
  /** Names of step and candidate: see learning/noise.ts. */
  noiseKey: 7,
  phaseNoise: 8,
  splitterNoise: 9,
  detection: 10,
  rin: 11,
  driftLoading: 12,
  driftWalk: 13,
  augmentation: 14,
  /** Directions of the forward-only methods. */
  direction: 15,
} as const;
