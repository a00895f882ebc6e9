import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { Manifest } from '../../library/formats/manifest';
import { escaped } from '../format/xml';
import { exportWords } from '../words/export';
import type { ExportContext } from './export-context';
import { fileStem } from './export-context';
import type { ExportFile } from './file-preview';

export type PictureFormat = 'svg' | 'png';

/** The chip as it is drawn now; SVG carries the manifest. */
export async function meshPicture(
  format: PictureFormat,
  context: ExportContext,
): Promise<Result<ExportFile>> {
  if (context.drawn === undefined) return fail({ code: 'studio/no-picture', ...exportWords.noPicture });
  const { pictureOfMesh } = await import('../mesh/picture');
  const name = `${fileStem(context.experiment)}-chip.${format}`;
  return ok(
    await pictureFile(await pictureOfMesh(format), name, exportWords.pictures.mesh, context.manifest),
  );
}

/** A chart of the run on screen, as the charts are drawn now. */
export async function chartPicture(
  id: 'loss' | 'accuracy',
  format: PictureFormat,
  context: ExportContext,
): Promise<Result<ExportFile>> {
  const { pictureOfChart } = await import('../charts/picture');
  const blob = await pictureOfChart(id, format);
  if (blob === undefined) return fail({ code: 'studio/no-curve', ...exportWords.noCurve });
  const name = `${fileStem(context.experiment)}-${id}.${format}`;
  return ok(await pictureFile(blob, name, exportWords.pictures[id], context.manifest));
}

async function pictureFile(blob: Blob, name: string, alt: string, manifest: Manifest): Promise<ExportFile> {
  const isSvg = blob.type.startsWith('image/svg');
  const bytes = isSvg
    ? new TextEncoder().encode(withManifest(await blob.text(), manifest))
    : new Uint8Array(await blob.arrayBuffer());
  const type = isSvg ? 'image/svg+xml' : 'image/png';
  return { name, type, bytes, preview: { kind: 'picture', alt }, notes: [] };
}

/** As metadata of the drawing, right behind its opening tag. */
export function withManifest(svg: string, manifest: Manifest): string {
  return svg.replace(
    /<svg[^>]*>/,
    (tag) => `${tag}<metadata>${escaped(JSON.stringify(manifest))}</metadata>`,
  );
}
