import type { Detection, Experiment, Method } from './schema';

/**
 * What an open run can be told while it goes on: how it learns, and how noisy its chip and its detectors are. All else
 * in an experiment makes another run (run-part.ts).
 */
export interface LiveSettings {
  readonly method: Method;
  readonly learningRate: number;
  /** Standard deviations of phases and coupler angles, drawn anew every step, radians. */
  readonly phaseNoise: number;
  readonly splitterNoise: number;
  /** Of what is here only the noise may differ from the run's own; null where detectors are ideal. */
  readonly detection: Detection | null;
}

export function liveSettings({ training, hardware }: Experiment): LiveSettings {
  const { method, learningRate } = training;
  const { phaseNoise, splitterNoise, detection } = hardware;
  return { method, learningRate, phaseNoise, splitterNoise, detection };
}

export function sameSettings(a: LiveSettings, b: LiveSettings): boolean {
  return a === b || settingsKey(a) === settingsKey(b);
}

/** Whether a chip trained by either would answer alike. */
export function sameNoise(a: LiveSettings, b: LiveSettings): boolean {
  return sameSettings({ ...a, method: b.method, learningRate: b.learningRate }, b);
}

function settingsKey({ method, learningRate, phaseNoise, splitterNoise, detection }: LiveSettings): string {
  const entries = (value: object | null): unknown => value && Object.entries(value).sort();
  return JSON.stringify([entries(method), learningRate, phaseNoise, splitterNoise, entries(detection)]);
}
