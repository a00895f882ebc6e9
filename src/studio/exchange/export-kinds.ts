import type { Result } from '../../lib/result';
import { ok } from '../../lib/result';
import type { ShifterDrive } from '../../library/formats/phase-table';
import { archiveFile } from './archive-export';
import type { ExportContext } from './export-context';
import { experimentFile, netlistFile, npzFile, onnxFile, phasesFile, safetensorsFile } from './exports';
import type { ExportFile } from './file-preview';
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
      return ok(await archiveFile(context, drive, []));
    case 'report':
      return ok(reportFile(context, undefined));
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
  }
}
