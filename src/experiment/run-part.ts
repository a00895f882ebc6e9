import type { Experiment } from './schema';

/**
 * What a run depends on: everything but the experiment's name and the platform with its
 * constants, from which only the chip's budget follows. Two experiments with equal run parts have the same curve and checkpoint.
 */
export function runPart(experiment: Experiment): object {
  const { name: _name, hardware, ...rest } = experiment;
  const { preset: _preset, components: _components, ...flaws } = hardware;
  return { ...rest, hardware: flaws };
}
