import type { Experiment } from '../../experiment/schema';
import type { FieldBatch } from '../../data/fields';
import { parseHash } from '../../experiment/link-hash';
import { decodePhases } from '../../experiment/link-phases';
import { PhotonicError } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { widthOf } from '../../program/prepare-model';
import { answersOf, readOut } from '../../program/read-out';
import { experimentFrom } from '../../program/train-order';
import { programFault } from '../../program/program-fault';
import type { Run } from '../../engine/protocol';
import { openAsDocument } from '../documents/open-document';
import { platformDrive } from '../exchange/drive-fields';
import { EXPORT_KINDS, exportFile } from '../exchange/export-kinds';
import { exportContext } from '../exchange/export-context';
import { chip } from '../state/chip';
import { editRefusal } from '../state/edit-guard';
import { currentExperiment, editExperiment } from '../state/experiment-store';
import { toggleTraining } from '../state/run-control';
import { awaiting, useRun } from '../state/run-store';
import { teach } from '../state/teach';
import { interfaceWords as words } from '../words/interface';
import { askInference } from './inference.client';
import type { Photonic, PhotonicInput, TrainOptions } from './photonic-api';
import { stateNow } from './state';

export const load: Photonic['load'] = async (source) => {
  refuseIfElsewhere();
  const parts =
    typeof source === 'string' ? parseHash(source.slice(Math.max(0, source.indexOf('#')))) : undefined;
  if (parts?.model !== undefined) {
    const { readModelLink } = await import('../models/model-link');
    const { experiment, phases } = value(await awaiting(readModelLink(parts.model)));
    openAsDocument(experiment, phases);
  } else {
    const experiment = await experimentFrom(source, (name) => {
      throw programFault('no-model', { where: name });
    });
    const phases = parts?.phases === undefined ? undefined : value(await decodePhases(parts.phases));
    openAsDocument(experiment, phases);
  }
  await openedRun();
  return stateNow();
};

export const train: Photonic['train'] = async ({ steps, seed, ...training }: TrainOptions = {}) => {
  refuseIfElsewhere();
  const before = currentExperiment();
  const changed: Experiment = {
    ...before,
    seed: seed ?? before.seed,
    training: { ...before.training, ...training },
  };
  value(editExperiment(changed));
  const run = await openedRun();
  await awaiting(teach(run));
  if (steps === undefined) await played();
  else await stepped(run, steps);
  return stateNow();
};

export const infer: Photonic['infer'] = async (inputs) => {
  const run = await openedRun();
  const plan = chip.network;
  if (plan === undefined) throw new PhotonicError({ code: 'studio/no-network', ...words.noNetwork });
  const fields = await awaiting(fieldsOf(inputs, run, widthOf(plan)));
  const { step } = useRun.getState();
  const out = await awaiting(askInference({ plan, parameters: chip.parameters.slice(), step }, fields));
  const all = readOut(plan, out);
  const { classNames } = run.info;
  const { classes } = plan;
  return {
    classes: classNames,
    answers: Array.from(answersOf(all, classes), (answer) => classNames[answer] ?? String(answer)),
    probabilities: inputs.map((_, row) => Array.from(all.subarray(row * classes, (row + 1) * classes))),
  };
};

export const exportAs: Photonic['export'] = async (kind) => {
  if (!EXPORT_KINDS.includes(kind))
    throw new PhotonicError({ code: 'studio/export-kind', ...words.unknownKind(EXPORT_KINDS.join(', ')) });
  const context = await exportContext();
  if (context === undefined) throw new PhotonicError({ code: 'studio/no-network', ...words.noNetwork });
  const { name, type, bytes } = value(
    await awaiting(exportFile(kind, context, platformDrive(context.experiment))),
  );
  return { name, type, bytes };
};

/** The run of the experiment on screen, as soon as it is open. Rejects with its fault where it cannot be. */
async function openedRun(): Promise<Run> {
  const settled = () => {
    const { state, run } = useRun.getState();
    return (run !== undefined && state !== 'opening') || state === 'failed';
  };
  await until(settled);
  const { run, fault } = useRun.getState();
  if (run === undefined) throw new PhotonicError(fault ?? { code: 'studio/no-run', ...words.notOpen });
  return run;
}

/** Trains until the run has ended or somebody pauses it. */
async function played(): Promise<void> {
  if (useRun.getState().state !== 'running') await toggleTraining();
  await until(() => !['running', 'recovering', 'opening'].includes(useRun.getState().state));
  const { state, fault } = useRun.getState();
  if (state === 'failed') throw new PhotonicError(fault ?? { code: 'studio/no-run', ...words.notOpen });
  // The report of the end is on its way.
  await until(() => useRun.getState().waiting === 0);
}

/** The page hears of steps a little after they are done. */
async function stepped(run: Run, count: number): Promise<void> {
  const target = Math.min(run.info.totalSteps, useRun.getState().step + count);
  await awaiting(run.step(count));
  await until(() => useRun.getState().step >= target || useRun.getState().state === 'failed');
}

function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isSo()) {
      resolve();
      return;
    }
    const stop = useRun.subscribe(() => {
      if (!isSo()) return;
      stop();
      resolve();
    });
  });
}

async function fieldsOf(inputs: readonly PhotonicInput[], run: Run, width: number): Promise<FieldBatch> {
  const light = inputs.filter(isLight);
  const raw = inputs.filter(isRaw);
  const count = inputs.length;
  if (raw.length === count && count > 0) {
    const { re, im } = await run.encodeAll(raw);
    return { count, modes: re.length / count, re, im };
  }
  const parts = light.map((input) => ('re' in input ? input : { re: input, im: input.map(() => 0) }));
  if (count === 0 || raw.length > 0 || parts.some(({ re, im }) => re.length !== width || im.length !== width))
    throw new PhotonicError({ code: 'studio/not-fields', ...words.notFields(width) });
  return {
    count,
    modes: width,
    re: Float32Array.from(parts.flatMap(({ re }) => re)),
    im: Float32Array.from(parts.flatMap(({ im }) => im)),
  };
}

type Raw = Extract<PhotonicInput, { readonly kind: string }>;

function isRaw(input: PhotonicInput): input is Raw {
  return 'kind' in input;
}

function isLight(input: PhotonicInput): input is Exclude<PhotonicInput, Raw> {
  return !('kind' in input);
}

function refuseIfElsewhere(): void {
  const refusal = editRefusal();
  if (refusal !== undefined) throw new PhotonicError(refusal);
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new PhotonicError(result.fault);
  return result.value;
}
