import { componentsOf } from '../photonics/budget/components';
import { HARDWARE_PROFILES } from '../photonics/hardware';
import type { Detection, Experiment, Hardware } from './schema';

/**
 * What a run depends on: everything but the experiment's name, the platform with its constants, from which only
 * the chip's budget follows, and what may be changed while the run goes on (live-settings.ts). Experiments with equal
 * run parts share a checkpoint, and a curve until something is changed.
 */
export function runPart(experiment: Experiment): object {
  const { name: _name, hardware, training, ...rest } = experiment;
  const { method: _method, learningRate: _learningRate, ...schooling } = training;
  const {
    preset: _preset,
    components: _components,
    phaseNoise: _phaseNoise,
    splitterNoise: _splitterNoise,
    detection,
    ...flaws
  } = hardware;
  // The one constant that light feels: how much waveguide there is to lose it in.
  const lossyLength = hardware.propagationLoss > 0 ? columnLengthOf(hardware) : undefined;
  // Zeros rather than nothing: quiet experiments keep the identity they had when noise was a part of it.
  const quiet = { phaseNoise: 0, splitterNoise: 0, detection: detection && stillPart(detection) };
  return { ...rest, training: schooling, hardware: { ...flaws, ...quiet, lossyLength } };
}

/** Detectors without their noise. */
function stillPart({ shot: _shot, thermal: _thermal, rin: _rin, ...still }: Detection): object {
  return still;
}

/** Waveguide of one column, millimetres. */
export function columnLengthOf({ preset, components }: Hardware): number {
  return componentsOf(HARDWARE_PROFILES[preset], components).columnLength.value;
}
