import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import { matrixTensors, parameterTensors } from '../../library/formats/network-tensors';
import { manifestText } from '../../library/formats/manifest';
import { layerNetlists } from '../../library/formats/netlist';
import { writeNpz } from '../../library/formats/npz';
import type { ShifterDrive } from '../../library/formats/phase-table';
import { writePhaseTable } from '../../library/formats/phase-table';
import { saxModels } from '../../library/formats/sax-models';
import { writeSafetensors } from '../../library/formats/safetensors';
import type { Tensor } from '../../library/formats/tensor';
import { shapeText } from '../../library/formats/tensor';
import { writeZip } from '../../library/formats/zip';
import { formatCount } from '../format/si';
import { exportWords } from '../words/export';
import type { ExportContext } from './export-context';
import { fileStem } from './export-context';
import type { ExportFile, Preview } from './file-preview';
import { textFile } from './file-preview';

/** Lines that spreadsheets still open. */
const MAX_LINES = 1_000_000;

export function experimentFile({ experiment, manifest }: ExportContext): ExportFile {
  const text = `${JSON.stringify({ ...experiment, manifest }, undefined, 2)}\n`;
  return textFile(`${fileStem(experiment)}.json`, 'application/json', text);
}

export function phasesFile(context: ExportContext, drive: ShifterDrive): Result<ExportFile> {
  const { experiment, network, parameters, manifest } = context;
  if (network.parameterCount > MAX_LINES) {
    const { message, fix } = exportWords.tooMany;
    return fail({
      code: 'studio/too-many-lines',
      message: message(formatCount(network.parameterCount)),
      fix,
    });
  }
  const table = writePhaseTable(network, parameters, drive, JSON.stringify(manifest));
  return ok(textFile(`${fileStem(experiment)}-phases.csv`, 'text/csv', table));
}

export function npzFile(context: ExportContext): ExportFile {
  const tensors = allTensors(context);
  return {
    name: `${fileStem(context.experiment)}.npz`,
    type: 'application/zip',
    bytes: writeNpz(tensors, manifestText(context.manifest)),
    preview: arrayList(tensors),
    notes: [],
  };
}

export function safetensorsFile(context: ExportContext): ExportFile {
  const tensors = allTensors(context);
  return {
    name: `${fileStem(context.experiment)}.safetensors`,
    type: 'application/octet-stream',
    bytes: writeSafetensors(tensors, new Map([['manifest', JSON.stringify(context.manifest)]])),
    preview: arrayList(tensors),
    notes: [],
  };
}

export async function onnxFile(context: ExportContext): Promise<ExportFile> {
  const { experiment, network, parameters, manifest } = context;
  const { writeOnnx } = await import('../../library/formats/onnx-network');
  const bytes = writeOnnx(network, parameters, {
    name: fileStem(experiment),
    studioVersion: manifest.studio.version,
    metadata: new Map([
      ['manifest', JSON.stringify(manifest)],
      ['classes', JSON.stringify(context.info?.classNames ?? [])],
    ]),
  });
  const { onnx } = exportWords;
  const { classes } = network;
  const inputs =
    network.kind === 'coherent'
      ? [
          [onnx.input, 're', `batch × ${network.modes}`],
          [onnx.input, 'im', `batch × ${network.modes}`],
        ]
      : [
          [
            onnx.input,
            'image',
            `batch × ${network.input.channels} × ${network.input.height} × ${network.input.width}`,
          ],
        ];
  return {
    name: `${fileStem(experiment)}.onnx`,
    type: 'application/octet-stream',
    bytes: bytes.slice(),
    preview: {
      kind: 'table',
      head: [onnx.role, onnx.name, onnx.shape],
      rows: [
        ...inputs,
        ...(network.kind === 'coherent' ? [[onnx.output, 'power', `batch × ${classes}`]] : []),
        [onnx.output, 'logits', `batch × ${classes}`],
        [onnx.output, 'probabilities', `batch × ${classes}`],
        [onnx.output, 'prediction', 'batch'],
      ],
    },
    notes: [onnx.note],
  };
}

export function netlistFile({
  experiment,
  network,
  drawn,
  parameters,
  manifest,
}: ExportContext): Result<ExportFile> {
  const plan = network.kind === 'coherent' ? network : drawn;
  if (plan === undefined) return fail({ code: 'studio/no-picture', ...exportWords.noPicture });
  const netlists = layerNetlists(plan, parameters);
  if (!netlists.ok) return netlists;
  const text = `${JSON.stringify(netlists.value, undefined, 1)}\n`;
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>([
    ['netlist.json', encoder.encode(text)],
    ['models.py', encoder.encode(saxModels())],
    ['manifest.json', encoder.encode(manifestText(manifest))],
  ]);
  return ok({
    name: `${fileStem(experiment)}-sax.zip`,
    type: 'application/zip',
    bytes: writeZip(files),
    preview: { kind: 'text', text },
    notes: [exportWords.netlistNote],
  });
}

function allTensors({ network, parameters }: ExportContext): readonly Tensor[] {
  return [...parameterTensors(network, parameters), ...matrixTensors(network, parameters)];
}

function arrayList(tensors: readonly Tensor[]): Preview {
  const { arrays } = exportWords;
  return {
    kind: 'table',
    head: [arrays.array, arrays.shape, arrays.type],
    rows: tensors.map(({ name, shape, imaginary }) => [
      name,
      shapeText(shape),
      imaginary === undefined ? arrays.real : arrays.complex,
    ]),
  };
}
