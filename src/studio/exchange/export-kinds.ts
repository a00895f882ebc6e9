import type { Result } from '../../lib/result';
import { ok } from '../../lib/result';
import type { ShifterDrive } from '../../library/formats/phase-table';
import { archiveFile } from './archive-export';
import type { ExportContext } from './export-context';
import { experimentFile, netlistFile, npzFile, onnxFile, phasesFile, safetensorsFile } from './exports';
import type { ExportFile } from './file-preview';
import { chartPicture, meshPicture } from './pictures';
import { reportFile } from './report';

/** What can be exported, in the dialog's order. */
export const EXPORT_KINDS = [
  'experiment',
  'archive',
  'report',
  'phases',
  'npz',
  'safetensors',
  'onnx',
  'netlist',
  'meshSvg',
  'meshPng',
  'lossSvg',
  'lossPng',
  'accuracySvg',
  'accuracyPng',
] as const;

export type ExportKind = (typeof EXPORT_KINDS)[number];

/** The file of one kind, complete: what is previewed is what is saved. */
export async function exportFile(
  kind: ExportKind,
  context: ExportContext,
  drive: ShifterDrive,
): Promise<Result<ExportFile>> {
  switch (kind) {
    case 'experiment':
      return ok(experimentFile(context));
    case 'archive':
      return ok(await archiveFile(context, drive, await chipPicture(context)));
    case 'report': {
      const [picture] = await chipPicture(context);
      return ok(reportFile(context, picture && new TextDecoder().decode(picture.bytes)));
    }
    case 'phases':
      return phasesFile(context, drive);
    case 'npz':
      return ok(npzFile(context));
    case 'safetensors':
      return ok(safetensorsFile(context));
    case 'onnx':
      return ok(await onnxFile(context));
    case 'netlist':
      return netlistFile(context);
    case 'meshSvg':
      return meshPicture('svg', context);
    case 'meshPng':
      return meshPicture('png', context);
    case 'lossSvg':
      return chartPicture('loss', 'svg', context);
    case 'lossPng':
      return chartPicture('loss', 'png', context);
    case 'accuracySvg':
      return chartPicture('accuracy', 'svg', context);
    case 'accuracyPng':
      return chartPicture('accuracy', 'png', context);
  }
}

/** The drawing, where there is a chip to draw. */
async function chipPicture(context: ExportContext): Promise<readonly ExportFile[]> {
  const picture = await meshPicture('svg', context);
  return picture.ok ? [picture.value] : [];
}
