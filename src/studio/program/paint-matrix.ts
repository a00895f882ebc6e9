import type { ComplexPlanes } from '../../photonics/propagate';
import { complexRgb, largestOf } from './matrix-colours';

/** One pixel an entry; the stylesheet enlarges them without smoothing. */
export function paintMatrix(
  context: CanvasRenderingContext2D,
  rows: number,
  columns: number,
  matrix: ComplexPlanes,
): void {
  const isDark = getComputedStyle(context.canvas).getPropertyValue('--scheme').trim() === 'dark';
  const image = context.createImageData(columns, rows);
  const largest = largestOf(matrix);
  for (let i = 0; i < rows * columns; i++) {
    const [red, green, blue] = complexRgb(matrix.re[i] ?? 0, matrix.im[i] ?? 0, largest, isDark);
    image.data.set([red, green, blue, 255], 4 * i);
  }
  context.putImageData(image, 0, 0);
}
