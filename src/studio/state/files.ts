import { isVowelFile } from '../../data/hillenbrand';
import { readLabelledTable } from '../../data/own-table';
import type { Experiment } from '../../experiment/schema';
import { toFault } from '../../lib/fault';
import { withLayers } from '../design/convolution/change-convolution';
import { engine } from './engine';
import { currentExperiment, editExperiment } from './experiment-store';
import { openRun } from './run-control';
import { awaiting } from './run-store';
import { notify } from './notify';

/** Gives files to the engine and opens the run again; a table of the user's becomes the data set. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  try {
    const { accepted, faults } = await awaiting(engine().addFiles(files));
    for (const fault of faults) {
      notify('error', fault.message, { description: fault.fix, duration: 12_000, closeButton: true });
    }
    if (accepted.length === 0) return;
    notify('success', `Taken: ${accepted.join(', ')}`);
    const table = files.find((file) => accepted.includes(file.name) && /\.csv$/i.test(file.name));
    const changed = table !== undefined && (await learnFrom(table));
    if (!changed) await openRun();
  } catch (thrown) {
    const fault = toFault(thrown);
    notify('error', fault.message, { description: fault.fix });
  }
}

/** Makes the experiment fit the user's table, as a step that can be undone; whether it had to change. */
async function learnFrom(file: File): Promise<boolean> {
  const text = await file.text();
  if (isVowelFile(text)) return false;
  const { rows, classNames } = readLabelledTable(text, file.name);
  const before = currentExperiment();
  const result = editExperiment(withTable(before, rows.columns, classNames.length));
  return result.ok && result.value !== before;
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
