import type { Run } from '../../engine/protocol';
import { IDEAL_HARDWARE } from '../../experiment/defaults';
import type { Experiment } from '../../experiment/schema';
import { chip } from './chip';
import { currentExperiment, runKey } from './experiment-store';
import { notify } from './notify';
import { hasPhaseEdits, replaceParameters } from './phase-edit';
import { useRun } from './run-store';

/**
 * Another experiment is another run, which begins at its seed's phases. Where only what is frozen has changed, it
 * begins at the phases on screen instead: what is frozen stays where it was. Where only the hardware has, they are
 * offered: so a trained chip can be tried on another die.
 */
let kept: { readonly key: string; readonly parameters: Float64Array } | undefined;
let shown: Experiment | undefined;
/** Phases that may be taken to any hardware of one experiment, until its run has other work to lose. */
let offered: { readonly ideal: string; readonly parameters: Float64Array } | undefined;

/** Keeps or offers the phases on screen for `next`; to be called before its plan is shown. */
export function keepPhases(next: Experiment): void {
  const before = shown;
  shown = next;
  const { parameters } = chip;
  kept = undefined;
  if (before === undefined) return;
  if (thawed(before) === thawed(next)) {
    kept = { key: runKey(next), parameters };
    return;
  }
  const ideal = onIdealChip(next);
  if (onIdealChip(before) === ideal && isWorth()) offered = { ideal, parameters };
  if (offered?.ideal === ideal) offer(runKey(next), offered.parameters);
  else offered = undefined;
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

/** Whether the phases on screen are more than a seed's. */
function isWorth(): boolean {
  return useRun.getState().step > 0 || hasPhaseEdits();
}

function offer(key: string, parameters: Float64Array): void {
  notify('success', 'Other hardware: the run begins anew.', {
    id: 'carry-phases',
    description: 'Your trained phases can be taken along.',
    duration: 12_000,
    action: { label: 'Keep the phases', onClick: () => take(key, parameters) },
  });
}

/** To the run of the hardware they were offered for, open or not yet. */
function take(key: string, parameters: Float64Array): void {
  if (runKey(currentExperiment()) !== key || parameters.length !== chip.parameters.length) return;
  const { run } = useRun.getState();
  if (run === undefined) {
    kept = { key, parameters };
    showKeptPhases();
  } else replaceParameters(parameters);
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

/** The run's part of an experiment without its hardware. */
function onIdealChip(experiment: Experiment): string {
  return thawed({ ...experiment, hardware: IDEAL_HARDWARE });
}
