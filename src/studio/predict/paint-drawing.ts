import type { Drawing, Point, Stroke } from './drawing-store';

/** MNIST's strokes are about a tenth of a digit's height wide; the digit fills five sevenths of the pad. */
const PEN = 0.085;
const ERASER = 0.14;

/** Paints a drawing as white ink on nothing, `size` pixels square. */
export function paintDrawing(context: CanvasRenderingContext2D, size: number, drawing: Drawing): void {
  context.globalCompositeOperation = 'source-over';
  context.clearRect(0, 0, size, size);
  if (drawing.base) paintBase(context, size, drawing.base);
  context.strokeStyle = '#fff';
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of drawing.strokes) paintStroke(context, size, stroke);
}

function paintBase(
  context: CanvasRenderingContext2D,
  size: number,
  base: NonNullable<Drawing['base']>,
): void {
  const { width, height, pixels } = base;
  const small = new OffscreenCanvas(width, height);
  const data = new ImageData(width, height);
  for (let i = 0; i < width * height; i++) data.data.set([255, 255, 255, pixels[i] ?? 0], 4 * i);
  small.getContext('2d')?.putImageData(data, 0, 0);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  context.drawImage(small, 0, 0, size, size);
}

/** Through the middles between points, bent towards the points: smooth however few there are. */
function paintStroke(context: CanvasRenderingContext2D, size: number, { tool, points }: Stroke): void {
  const [first, ...rest] = points;
  if (first === undefined) return;
  context.globalCompositeOperation = tool === 'pen' ? 'source-over' : 'destination-out';
  context.lineWidth = (tool === 'pen' ? PEN : ERASER) * size;
  context.beginPath();
  context.moveTo(first[0] * size, first[1] * size);
  let before: Point = first;
  for (const point of rest) {
    context.quadraticCurveTo(
      before[0] * size,
      before[1] * size,
      ((before[0] + point[0]) / 2) * size,
      ((before[1] + point[1]) / 2) * size,
    );
    before = point;
  }
  // A dot has a length too small to see.
  context.lineTo(before[0] * size + 0.01, before[1] * size);
  context.stroke();
}
