import type { Run } from '../../engine/protocol';
import type { Experiment } from '../../experiment/schema';
import { chip } from './chip';
import { runKey } from './experiment-store';

/**
 * Freezing phases makes another experiment and so another run. It is opened at the phases on screen, not at the
 * seed's: what is frozen stays where it was, and nothing that was trained or programmed is lost.
 */
let kept: { readonly key: string; readonly parameters: Float64Array } | undefined;
let shown: Experiment | undefined;

/** Keeps the phases on screen for `next` if it only freezes other ones; to be called before its plan is shown. */
export function keepPhases(next: Experiment): void {
  const onlyFreezes = shown !== undefined && thawed(shown) === thawed(next);
  kept = onlyFreezes ? { key: runKey(next), parameters: chip.parameters } : undefined;
  shown = next;
}

/** Shows the kept phases on the plan that has just been shown. */
export function showKeptPhases(): void {
  if (kept !== undefined) chip.setParameters(kept.parameters, 0);
}

/** Gives the kept phases to the experiment's new run, unless it goes on from work of its own. */
export async function giveKeptPhases(experiment: Experiment, run: Run): Promise<void> {
  const given = kept;
  kept = undefined;
  if (given?.key !== runKey(experiment) || run.info.step > 0) return;
  if (given.parameters.length === run.info.parameterCount) await run.setParameters(given.parameters);
}

/** The run's part of an experiment without what is frozen, for comparing. */
function thawed(experiment: Experiment): string {
  const { layers, training } = experiment;
  return runKey({
    ...experiment,
    layers: layers.map((layer) => ({ ...layer, frozen: [] })),
    training: { ...training, frozen: [] },
  });
}
