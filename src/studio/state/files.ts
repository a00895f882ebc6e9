import { isVowelFile } from '../../data/hillenbrand';
import type { OwnPart } from '../../data/own-files';
import type { Experiment } from '../../experiment/schema';
import { PhotonicError } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { withLayers } from '../design/convolution/change-convolution';
import { exchangeWords } from '../words/exchange';
import { engine } from './engine';
import { currentExperiment, editExperiment } from './experiment-store';
import { notify } from './notify';
import { openRun } from './run-control';
import { awaiting } from './run-store';

/**
 * Gives files of training data to the engine and opens the run again.
 * @param parts what is in them, where the task shall become the user's own data: a step that can be undone
 */
export async function takeData(
  files: readonly File[],
  parts: readonly OwnPart[] | undefined,
): Promise<Result<unknown>> {
  const { accepted, faults } = await awaiting(engine().addFiles(files));
  const [first, ...others] = faults;
  for (const fault of others)
    notify('error', fault.message, { description: fault.fix, duration: 12_000, closeButton: true });
  if (accepted.length === 0 && first !== undefined) throw new PhotonicError(first);
  const before = currentExperiment();
  const result = parts === undefined ? ok(before) : editExperiment(withData(before, parts));
  if (!result.ok) return fail(result.fault);
  if (currentExperiment() === before) await openRun();
  notify('success', exchangeWords.taken(accepted.join(', ')));
  return result;
}

/** Whether an experiment would learn something else from these files: not where they are a known set's originals. */
export function canTrainOn(parts: readonly OwnPart[]): boolean {
  const isOriginal = parts.some(
    (part) => part.kind === 'table' && isVowelFile(new TextDecoder().decode(part.bytes.subarray(0, 4096))),
  );
  const kinds = new Set(parts.map(({ kind }) => kind));
  return (
    !isOriginal && (kinds.has('table') || kinds.has('cifar') || (kinds.has('images') && kinds.has('labels')))
  );
}

/** The experiment on the user's own data: the last table, else the images. */
export function withData(before: Experiment, parts: readonly OwnPart[]): Experiment {
  const table = parts.findLast((part) => part.kind === 'table');
  if (table?.kind === 'table')
    return withTable(before, table.table.rows.columns, table.table.classNames.length);
  const classes = parts.reduce((most, part) => Math.max(most, classesIn(part)), 2);
  return withImages(before, classes);
}

function classesIn(part: OwnPart): number {
  if (part.kind === 'cifar') return 10;
  return part.kind === 'labels'
    ? part.labels.labels.reduce((most, label) => Math.max(most, label + 1), 0)
    : 0;
}

/** The user's own images, with a port for every class; a network of layers sees their lowest frequencies. */
function withImages(before: Experiment, classes: number): Experiment {
  const { encoder, convolution } = before;
  return {
    ...before,
    task: { dataset: 'own', source: 'real', classes: [] },
    modes: convolution === null ? Math.max(before.modes, classes) : before.modes,
    encoder: encoder.kind === 'columns' ? { kind: 'fourier', scale: 2 } : encoder,
  };
}

/** The user's own data set, with the table's first columns as inputs and a port for every class. */
export function withTable(before: Experiment, columns: readonly string[], classes: number): Experiment {
  const experiment = withLayers(before);
  const modes = Math.max(experiment.modes, classes);
  const { encoder } = experiment;
  const kept = encoder.kind === 'columns' && encoder.columns.every((column) => columns.includes(column));
  return {
    ...experiment,
    task: { dataset: 'own', source: 'real', classes: [] },
    modes,
    encoder: kept
      ? encoder
      : {
          kind: 'columns',
          columns: columns.slice(0, modes),
          modulation: encoder.kind === 'columns' ? encoder.modulation : 'amplitude',
          scale: encoder.kind === 'columns' ? encoder.scale : 0.5,
        },
  };
}
