import type { LiveSettings } from '../experiment/live-settings';
import { compileDetection } from './compile-detection';
import { effectsOrNone } from './compile-effects';
import type { NetworkPlan } from './plan';

/**
 * The same network trained by other settings: what compiling the edited experiment would give, but for the time that
 * takes. Parameters, dies and batches are untouched, so that any state of the plan is one of the adjusted plan.
 */
export function adjustPlan<P extends NetworkPlan>(plan: P, settings: LiveSettings): P {
  const { method, learningRate, phaseNoise, splitterNoise } = settings;
  const { quantisation, crosstalk, drift } = plan.effects ?? NOTHING;
  const adjusted: P = {
    ...plan,
    method,
    optimiser: { ...plan.optimiser, learningRate },
    effects: effectsOrNone({ quantisation, crosstalk, drift, phaseNoise, splitterNoise }),
  };
  // Whether there are detectors at all is the run's own.
  return plan.kind === 'coherent' && plan.detection
    ? { ...adjusted, detection: compileDetection(settings.detection) ?? plan.detection }
    : adjusted;
}

const NOTHING = { quantisation: undefined, crosstalk: undefined, drift: undefined } as const;
