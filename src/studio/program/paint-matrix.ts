import type { ComplexPlanes } from '../../photonics/propagate';
import { rgbOf } from '../mesh/stretched';
import { complexRgb, largestOf } from './matrix-colours';

/** `complex`: brightness |M|, hue the phase. `power`: from the background to light's amber, |M|². */
export type MatrixLook = 'complex' | 'power';

/** One pixel an entry; the stylesheet enlarges them without smoothing. */
export function paintMatrix(
  context: CanvasRenderingContext2D,
  rows: number,
  columns: number,
  matrix: ComplexPlanes,
  look: MatrixLook = 'complex',
): void {
  const style = getComputedStyle(context.canvas);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const isDark = token('--scheme') === 'dark';
  const image = context.createImageData(columns, rows);
  const largest = largestOf(matrix);
  const [from, to] = [rgbOf(token('--substrate')), rgbOf(token('--light'))];
  for (let i = 0; i < rows * columns; i++) {
    const [re, im] = [matrix.re[i] ?? 0, matrix.im[i] ?? 0];
    const share = largest > 0 ? (re * re + im * im) / largest ** 2 : 0;
    const [red, green, blue] =
      look === 'power'
        ? from.map((dark, c) => Math.round(dark + ((to[c] ?? 0) - dark) * share))
        : complexRgb(re, im, largest, isDark);
    image.data.set([red ?? 0, green ?? 0, blue ?? 0, 255], 4 * i);
  }
  context.putImageData(image, 0, 0);
}
