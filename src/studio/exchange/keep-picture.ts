import { notify } from '../state/notify';
import { partWords } from '../words/parts';
import { saveFile } from './save-file';
import { pngOf } from './svg-picture';

/** Lets the browser save a drawing, named after its title. */
export async function keepPicture(svg: string, title: string, format: 'svg' | 'png'): Promise<void> {
  try {
    const blob = format === 'png' ? await pngOf(svg) : new Blob([svg], { type: 'image/svg+xml' });
    const name = `${fileNameOf(title)}.${format}`;
    saveFile({ name, type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) });
  } catch (thrown) {
    console.warn('The picture could not be drawn', thrown);
    notify('error', partWords.pictureRefused, { description: partWords.pictureRefusedFix });
  }
}

function fileNameOf(title: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return name.slice(0, 60) || 'picture';
}
