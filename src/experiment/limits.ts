import { MESH_MODES } from '../photonics/mesh';

/** Bounds of an experiment that the schema checks and the interface shows. */
export const LIMITS = {
  /** 512 modes fill 256 interferometers a column: the largest workgroup WebGPU guarantees. */
  modes: MESH_MODES,
  layers: { min: 1, max: 8 },
  batchSize: { min: 1, max: 8192 },
  /** Convolutional stages, and channels of one of them. */
  stages: { min: 1, max: 16 },
  channels: { min: 1, max: 512 },
  frozen: { max: 4096 },
  epochs: { min: 1, max: 100_000 },
  /** Characters of a link's experiment part; longer ones are refused before they are decoded. */
  linkCharacters: 32_768,
  /** Trained phases that are read from a link; no link of that many characters holds more. */
  linkPhases: 65_536,
} as const;
