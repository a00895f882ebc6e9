import type { Run } from '../../engine/protocol';
import { IDEAL_HARDWARE } from '../../experiment/defaults';
import type { LinkPhases } from '../../experiment/link-phases';
import type { Experiment } from '../../experiment/schema';
import { chip } from './chip';
import { currentExperiment, runKey } from './experiment-store';
import { notify } from './notify';
import { hasPhaseEdits, replaceParameters } from './phase-edit';
import { useRun } from './run-store';
import { linkWords } from '../words/link';
import { trainingWords } from '../words/training';

/**
 * Another experiment is another run, which begins at its seed's phases. Where only what is frozen has changed, it
 * begins at the phases on screen instead: what is frozen stays where it was. Where only the hardware has, they are
 * offered: so a trained chip can be tried on another die.
 */
let kept: { readonly key: string; readonly parameters: Float64Array } | undefined;
let shown: Experiment | undefined;
/** Phases that may be taken to any hardware of one experiment, until its run has other work to lose. */
let offered: { readonly ideal: string; readonly parameters: Float64Array } | undefined;
/** Phases that came with the experiment that is opened next: out of a link or a version. */
let brought: { readonly key: string; readonly phases: LinkPhases; readonly how: Arrival } | undefined;

/**
 * Whether phases that come along take the place of trained ones, or are offered where there are such; `show`: nothing
 * need be said of them.
 */
type Arrival = 'offer' | 'replace' | 'show';

/** Keeps or offers the phases on screen for `next`; to be called before its plan is shown. */
export function keepPhases(next: Experiment): void {
  const before = shown;
  shown = next;
  const { parameters } = chip;
  kept = undefined;
  if (brought?.key === runKey(next)) {
    kept = { key: brought.key, parameters: brought.phases.parameters };
    offered = undefined;
    return;
  }
  brought = undefined;
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
  const theirs = brought;
  kept = undefined;
  brought = undefined;
  const key = runKey(experiment);
  if (theirs?.key === key) return receive(theirs, run);
  if (given?.key !== key || run.info.step > 0) return;
  if (given.parameters.length === run.info.parameterCount) await run.setParameters(given.parameters);
}

/** Phases for an experiment that is about to be opened; to be called before it is shown. */
export function bringPhases(experiment: Experiment, phases: LinkPhases, how: Arrival = 'offer'): void {
  const key = runKey(experiment);
  const { run, step, info } = useRun.getState();
  const isOpen = shown !== undefined && runKey(shown) === key;
  brought = isOpen ? undefined : { key, phases, how };
  if (!isOpen) return;
  if (run === undefined || info === undefined) brought = { key, phases, how };
  else if (phases.parameters.length !== info.parameterCount) tellMisfit();
  else if (how === 'offer' && (step > 0 || hasPhaseEdits())) offerBrought(phases, key, step);
  else {
    replaceParameters(phases.parameters);
    tellBrought(phases);
  }
}

/** What comes next has nothing to do with the chip before, whatever they have in common; it begins with its own phases. */
export function startApart(next?: {
  readonly experiment: Experiment;
  readonly phases: LinkPhases;
  readonly how: Arrival;
}): void {
  kept = undefined;
  offered = undefined;
  shown = undefined;
  brought = next && { key: runKey(next.experiment), phases: next.phases, how: next.how };
}

/** Gives a new run the phases that came with it; one that goes on from its own work is asked about. */
async function receive({ phases, key, how }: NonNullable<typeof brought>, run: Run): Promise<void> {
  if (phases.parameters.length !== run.info.parameterCount) return tellMisfit();
  if (how === 'offer' && run.info.step > 0) return offerBrought(phases, key, run.info.step);
  await run.setParameters(phases.parameters);
  if (how !== 'show') tellBrought(phases);
}

function tellBrought({ step }: LinkPhases): void {
  notify('success', linkWords.broughtTitle(step), { id: 'brought', description: linkWords.broughtNote });
}

function tellMisfit(): void {
  notify('warning', linkWords.misfit.message, { id: 'brought', description: linkWords.misfit.fix });
}

function offerBrought({ parameters }: LinkPhases, key: string, ownStep: number): void {
  notify('success', linkWords.ownRunTitle, {
    id: 'brought',
    description: linkWords.ownRunNote(ownStep),
    duration: 20_000,
    action: { label: linkWords.useTheirs, onClick: () => take(key, parameters) },
  });
}

/** Whether the phases on screen are more than a seed's. */
function isWorth(): boolean {
  return useRun.getState().step > 0 || hasPhaseEdits();
}

function offer(key: string, parameters: Float64Array): void {
  const { otherHardware } = trainingWords;
  notify('success', otherHardware.message, {
    id: 'carry-phases',
    description: otherHardware.note,
    duration: 12_000,
    action: { label: otherHardware.keep, onClick: () => take(key, parameters) },
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
