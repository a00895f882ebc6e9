import { componentsOf } from '../photonics/budget/components';
import { HARDWARE_PROFILES } from '../photonics/hardware';
import type { Experiment, Hardware } from './schema';

/**
 * What a run depends on: everything but the experiment's name, the platform with its constants, from which only
 * the chip's budget follows, and the training method with its rate, which may be switched while the run goes on.
 * Experiments with equal run parts share a checkpoint, and a curve until a method is switched.
 */
export function runPart(experiment: Experiment): object {
  const { name: _name, hardware, training, ...rest } = experiment;
  const { method: _method, learningRate: _learningRate, ...schooling } = training;
  const { preset: _preset, components: _components, ...flaws } = hardware;
  // The one constant that light feels: how much waveguide there is to lose it in.
  const lossyLength = hardware.propagationLoss > 0 ? columnLengthOf(hardware) : undefined;
  return { ...rest, training: schooling, hardware: { ...flaws, lossyLength } };
}

/** Waveguide of one column, millimetres. */
export function columnLengthOf({ preset, components }: Hardware): number {
  return componentsOf(HARDWARE_PROFILES[preset], components).columnLength.value;
}
