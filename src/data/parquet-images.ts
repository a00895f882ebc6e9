import { dataFault, type Bytes } from './bytes';
import { readPng } from './png';
import type { ImageSplit } from './samples';

/** What is expected of a Parquet file of images. */
export interface ParquetShape {
  readonly imageColumn: string;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

/**
 * Reads (image: {bytes: PNG}, label: integer) rows, one row group at a time so that little more than
 * the pixels is in memory. Throws `data/bad-parquet` when columns, rows or shapes are not as expected.
 */
export async function readParquetImages(
  bytes: Bytes,
  shape: ParquetShape,
  name: string,
  onRows?: (done: number) => void,
): Promise<ImageSplit> {
  // Only the few data sets that come as Parquet pay for its reader.
  const [{ parquetMetadata, parquetReadObjects }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
  ]);
  const { rows, width, height, channels } = shape;
  const size = width * height * channels;
  const pixels = new Uint8Array(rows * size);
  const labels = new Uint8Array(rows);
  let done = 0;
  try {
    const metadata = parquetMetadata(bytes.buffer);
    if (Number(metadata.num_rows) !== rows)
      throw badParquet(name, `it has ${String(metadata.num_rows)} rows instead of ${rows}`);
    for (const group of metadata.row_groups) {
      const rowEnd = done + Number(group.num_rows);
      const objects: readonly Record<string, unknown>[] = await parquetReadObjects({
        file: bytes.buffer,
        metadata,
        rowStart: done,
        rowEnd,
        columns: [shape.imageColumn, 'label'],
        compressors,
        // Otherwise byte arrays without a declared type would be turned into text.
        utf8: false,
      });
      for (const row of objects) {
        const image = readPng(pngOf(row[shape.imageColumn], name), `${name}, image ${done}`);
        if (image.width !== width || image.height !== height || image.channels !== channels) {
          throw badParquet(name, `image ${done} is ${image.width} × ${image.height} × ${image.channels}`);
        }
        pixels.set(image.pixels, done * size);
        labels[done] = Number(row['label']);
        done++;
      }
      onRows?.(done);
    }
  } catch (thrown) {
    if (thrown instanceof Error && 'fault' in thrown) throw thrown;
    throw badParquet(name, 'it is damaged or cut short', String(thrown));
  }
  return { kind: 'image', count: done, width, height, channels, pixels, labels };
}

function pngOf(cell: unknown, name: string): Uint8Array {
  const bytes = typeof cell === 'object' && cell !== null && 'bytes' in cell ? cell.bytes : undefined;
  if (!(bytes instanceof Uint8Array)) throw badParquet(name, 'a row has no image');
  return bytes;
}

function badParquet(name: string, what: string, cause?: string) {
  return dataFault(
    'bad-parquet',
    `${name} is not the expected Parquet file of images: ${what}.`,
    'The studio tries its other sources; you can also drop the original files in.',
    name,
    cause,
  );
}
