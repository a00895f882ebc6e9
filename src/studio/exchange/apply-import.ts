import type { Experiment } from '../../experiment/schema';
import { toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { ARCHIVE_MANIFEST } from '../../library/formats/archive';
import { parseJson, recordOf } from '../../library/formats/safe-json';
import { parameterGroups } from '../../library/formats/parameter-groups';
import { choose } from '../program/program-store';
import { bringPhases } from '../state/carry-phases';
import { chip } from '../state/chip';
import { editExperiment } from '../state/experiment-store';
import { takeData } from '../state/files';
import { editParameters } from '../state/phase-edit';
import { useView } from '../state/view';
import { exchangeWords } from '../words/exchange';
import { showImage } from './show-image';
import type { ImportItem, ItemOf } from './import-items';

/** Takes an item over; what cannot be is a fault, and nothing has changed then. */
export async function applyItem(item: ImportItem, trains: boolean): Promise<Result<unknown>> {
  try {
    switch (item.kind) {
      case 'experiment':
        return open(item.experiment);
      case 'archive':
        return openArchive(item);
      case 'parameters':
        return setParameters(item);
      case 'matrix':
        return wantMatrix(item);
      case 'data':
        return await takeData(item.files, trains ? item.parts : undefined);
      case 'image':
        return await showImage(item.file);
    }
  } catch (thrown) {
    return fail(toFault(thrown));
  }
}

function open(experiment: Experiment): Result<unknown> {
  const result = editExperiment(experiment);
  if (result.ok) useView.setState({ screen: 'chip' });
  return result;
}

/** The experiment as one step of the history; its trained phases go to the run that it opens. */
function openArchive({ archive: { experiment, files }, phases }: ItemOf<'archive'>): Result<unknown> {
  if (phases?.ok === false) return phases;
  if (phases !== undefined)
    bringPhases(
      experiment,
      { parameters: phases.value, step: stepOf(files.get(ARCHIVE_MANIFEST)) },
      'replace',
    );
  return open(experiment);
}

/** How far an archive's phases had been trained, as its manifest says. */
function stepOf(manifest: Uint8Array | undefined): number {
  const text = new TextDecoder().decode(manifest);
  try {
    const step = recordOf(parseJson(text, ARCHIVE_MANIFEST))?.['step'];
    return typeof step === 'number' && Number.isSafeInteger(step) && step >= 0 ? step : 0;
  } catch {
    return 0;
  }
}

/** All numbers that differ as one edit, which undo takes back. */
function setParameters({ matched }: ItemOf<'parameters'>): Result<unknown> {
  if (!matched.ok) return matched;
  const { network, parameters: present } = chip;
  const { parameters } = matched.value;
  const isSame =
    network !== undefined && parameterGroups(network).length > 0 && parameters.length === present.length;
  if (!isSame) return fail({ code: 'studio/no-network', ...exchangeWords.noNetwork });
  const changes = [...parameters].flatMap((value, offset) =>
    value === present[offset] ? [] : [{ offset, value }],
  );
  if (changes.length > 0) editParameters(changes);
  useView.setState({ screen: 'chip' });
  return ok(changes.length);
}

function wantMatrix({ name, matrix: { rows, columns, re, im } }: ItemOf<'matrix'>): Result<unknown> {
  choose({ source: 'own', file: { name, matrix: { rows, columns, planes: { re, im } } } });
  useView.setState({ screen: 'chip', sideTab: 'program', phoneTab: 'program' });
  return ok(undefined);
}
