import {
  ARCHIVE_EXPERIMENT,
  ARCHIVE_MANIFEST,
  ARCHIVE_PARAMETERS,
  writeArchive,
} from '../../library/formats/archive';
import { manifestText } from '../../library/formats/manifest';
import { parameterTensors } from '../../library/formats/network-tensors';
import type { ShifterDrive } from '../../library/formats/phase-table';
import { writeSafetensors } from '../../library/formats/safetensors';
import { formatSi } from '../format/si';
import { exportWords } from '../words/export';
import type { ExportContext } from './export-context';
import { fileStem } from './export-context';
import { npzFile, onnxFile, netlistFile, phasesFile } from './exports';
import type { ExportFile } from './file-preview';
import { reportFile } from './report';

/** Parameters beyond which the archive leaves out what can be exported from it again. */
const SMALL = 200_000;

/** Everything in one zip; {@link ARCHIVE_EXPERIMENT} and {@link ARCHIVE_PARAMETERS} are what opens again. */
export async function archiveFile(
  context: ExportContext,
  drive: ShifterDrive,
  pictures: readonly ExportFile[],
): Promise<ExportFile> {
  const { experiment, network, parameters, manifest } = context;
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>([
    [ARCHIVE_MANIFEST, encoder.encode(manifestText(manifest))],
    [ARCHIVE_EXPERIMENT, encoder.encode(`${JSON.stringify(experiment, undefined, 2)}\n`)],
    [ARCHIVE_PARAMETERS, writeSafetensors(parameterTensors(network, parameters), new Map())],
  ]);
  const drawing = pictures.find(({ type }) => type === 'image/svg+xml');
  const svg = drawing && new TextDecoder().decode(drawing.bytes);
  const others = [reportFile(context, svg), ...pictures];
  if (network.parameterCount <= SMALL) {
    const phases = phasesFile(context, drive);
    const netlist = netlistFile(context);
    others.push(npzFile(context), await onnxFile(context));
    for (const made of [phases, netlist]) if (made.ok) others.push(made.value);
  }
  for (const { name, bytes } of others) files.set(name, bytes);
  return {
    name: `${fileStem(experiment)}.photonic.zip`,
    type: 'application/zip',
    bytes: writeArchive(files),
    preview: {
      kind: 'table',
      head: [exportWords.files, exportWords.bytes],
      rows: [...files].map(([name, bytes]) => [name, formatSi(bytes.length, 'B')]),
    },
    notes: [],
  };
}
