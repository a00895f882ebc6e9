import { create } from 'zustand';
import type { Fault } from '../../lib/fault';
import { useSample } from '../state/sample-store';
import { predictWords } from '../words/predict';
import { offerOwn } from './own-store';
import type { Converted, Picture, PictureOptions } from './picture';
import { convertPicture } from './picture';

interface PictureState extends PictureOptions {
  readonly name: string;
  readonly picture: Picture | undefined;
  readonly converted: Converted | undefined;
  readonly fault: Fault | undefined;
}

export const usePicture = create<PictureState>()(() => ({
  name: '',
  picture: undefined,
  converted: undefined,
  fault: undefined,
  invert: 'auto',
  centre: true,
}));

const MOST_BYTES = 30e6;
const MOST_PIXELS = 50e6;
/** Side that is enough for any data set: pictures are averaged down to it by the browser. */
const MOST_SIDE = 256;

/** Shape of the open data set's images, or undefined where it has none. */
export function imageShape(): (Pick<Picture, 'width' | 'height'> & { channels: 1 | 3 }) | undefined {
  return useSample.getState().view?.image;
}

/** Reads a file the user gave and shows it to the network; what is wrong with it is told beside the field. */
export async function takePicture(file: Blob, name: string): Promise<void> {
  const picture = await read(file, name);
  if ('code' in picture) usePicture.setState({ fault: picture });
  else {
    usePicture.setState({ picture, name, fault: undefined });
    offerPicture();
  }
}

export function setPictureOptions(options: Partial<PictureOptions>): void {
  usePicture.setState(options);
  offerPicture();
}

export function forgetPicture(): void {
  usePicture.setState({ picture: undefined, converted: undefined, fault: undefined, name: '' });
}

/** The picture once more, as it now has to be converted. */
function offerPicture(): void {
  const { picture, invert, centre, name } = usePicture.getState();
  const shape = imageShape();
  if (picture === undefined || shape === undefined) return;
  const converted = convertPicture(picture, shape, { invert, centre });
  usePicture.setState({ converted, fault: converted ? undefined : empty() });
  if (!converted) return;
  const { width, height, channels } = shape;
  offerOwn({ kind: 'image', width, height, channels, pixels: converted.pixels }, name);
}

async function read(file: Blob, name: string): Promise<Picture | Fault> {
  if (file.size > MOST_BYTES) return huge(name);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return unreadable(name);
  }
  try {
    if (bitmap.width * bitmap.height > MOST_PIXELS) return huge(name);
    const scale = Math.min(1, MOST_SIDE / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) return unreadable(name);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    return { width, height, rgba: context.getImageData(0, 0, width, height).data };
  } finally {
    bitmap.close();
  }
}

function unreadable(name: string): Fault {
  return {
    code: 'studio/not-a-picture',
    message: predictWords.notAPicture(name),
    fix: predictWords.notAPictureFix,
  };
}

function huge(name: string): Fault {
  return {
    code: 'studio/huge-picture',
    message: predictWords.hugePicture(name),
    fix: predictWords.hugePictureFix,
  };
}

function empty(): Fault {
  return {
    code: 'studio/empty-picture',
    message: predictWords.emptyPicture,
    fix: predictWords.emptyPictureFix,
  };
}
