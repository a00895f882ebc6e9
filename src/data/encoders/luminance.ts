/** Image shape without its pixels. */
export interface ImageShape {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

/** Brightness 0…1 of image `index`, row by row; colour by the luma weights of ITU-R BT.601. */
export function luminance(shape: ImageShape, pixels: Uint8Array, index: number, out: Float64Array): void {
  const size = shape.width * shape.height;
  const first = index * size * shape.channels;
  if (shape.channels === 1) {
    for (let k = 0; k < size; k++) out[k] = (pixels[first + k] ?? 0) / 255;
    return;
  }
  for (let k = 0; k < size; k++) {
    const red = pixels[first + k] ?? 0;
    const green = pixels[first + size + k] ?? 0;
    const blue = pixels[first + 2 * size + k] ?? 0;
    out[k] = (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
  }
}

/**
 * Area-averaging weights from `from` samples down (or up) to `to`: row r lists (index, weight) with
 * weights summing to 1.
 */
export function boxWeights(from: number, to: number): (readonly (readonly [number, number])[])[] {
  const width = from / to;
  return Array.from({ length: to }, (_, target) => {
    const start = target * width;
    const end = start + width;
    const weights: [number, number][] = [];
    for (let index = Math.floor(start); index < Math.min(from, Math.ceil(end)); index++) {
      const overlap = Math.min(end, index + 1) - Math.max(start, index);
      if (overlap > 1e-12) weights.push([index, overlap / width]);
    }
    return weights;
  });
}

/** Resizes a grey image by area averaging, into `out` (toHeight × toWidth). */
export function boxResize(
  image: Float64Array,
  width: number,
  columns: ReturnType<typeof boxWeights>,
  rows: ReturnType<typeof boxWeights>,
  out: Float64Array,
): void {
  rows.forEach((rowWeights, y) => {
    columns.forEach((columnWeights, x) => {
      let sum = 0;
      for (const [row, rowWeight] of rowWeights) {
        let part = 0;
        for (const [column, weight] of columnWeights) part += weight * (image[row * width + column] ?? 0);
        sum += rowWeight * part;
      }
      out[y * columns.length + x] = sum;
    });
  });
}

/** Scales the first `used` fields so that their root-mean-square is `target`; darkness stays dark. */
export function normaliseRms(re: Float32Array, im: Float32Array, used: number, target: number): void {
  let power = 0;
  for (let k = 0; k < used; k++) power += (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2;
  if (power === 0) return;
  const factor = target * Math.sqrt(used / power);
  for (let k = 0; k < used; k++) {
    re[k] = (re[k] ?? 0) * factor;
    im[k] = (im[k] ?? 0) * factor;
  }
}
