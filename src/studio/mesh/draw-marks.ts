import { phaseCss, phaseInk } from './phase-colours';
import type { Palette } from './palette';

/** The signs that stand for phases and what is special about them. */

/** Radius of a phase's disc in pixels, for drawing and for the pointer. */
export function discRadius(scaleX: number, scaleY: number): number {
  return Math.min(24, 0.185 * scaleX, 0.2 * scaleY);
}

/** A disc filled with the phase's colour, with a hand at its angle. */
export function drawDisc(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  phase: number,
  rim: string,
): void {
  context.beginPath();
  context.arc(x, y, radius + 1.2, 0, 2 * Math.PI);
  context.fillStyle = rim;
  context.fill();
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = phaseCss(phase);
  context.fill();
  context.strokeStyle = 'rgb(150 160 180 / 0.55)';
  context.lineWidth = 0.75;
  context.stroke();
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + radius * 0.86 * Math.cos(phase), y - radius * 0.86 * Math.sin(phase));
  context.strokeStyle = phaseInk(phase);
  context.lineWidth = Math.max(1, radius * 0.2);
  context.lineCap = 'round';
  context.stroke();
  context.lineCap = 'butt';
}

/** A phase from afar. */
export function drawDot(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  phase: number,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = phaseCss(phase);
  context.fill();
}

/** The square a frozen phase's dot stands in. */
export function drawFrozen(
  context: CanvasRenderingContext2D,
  palette: Palette,
  x: number,
  y: number,
  radius: number,
): void {
  context.fillStyle = palette.text;
  context.fillRect(x - radius - 1, y - radius - 1, 2 * radius + 2, 2 * radius + 2);
}

/** Something is wrong with this part: the die's flaws act here. */
export function drawFlawRing(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  colour: string,
): void {
  context.beginPath();
  context.arc(x, y, radius + 2.4, 0, 2 * Math.PI);
  context.setLineDash([2, 2]);
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.stroke();
  context.setLineDash([]);
}

/** A padlock at the disc's lower right: training leaves this phase alone. */
export function drawLock(
  context: CanvasRenderingContext2D,
  palette: Palette,
  x: number,
  y: number,
  radius: number,
): void {
  const half = Math.max(3, 0.42 * radius);
  const cx = x + 0.86 * radius;
  const cy = y + 0.86 * radius;
  context.beginPath();
  context.arc(cx, cy - 0.2 * half, 1.5 * half, 0, 2 * Math.PI);
  context.fillStyle = palette.substrate;
  context.fill();
  context.beginPath();
  context.arc(cx, cy - 0.35 * half, 0.55 * half, Math.PI, 2 * Math.PI);
  context.lineTo(cx + 0.55 * half, cy);
  context.moveTo(cx - 0.55 * half, cy - 0.35 * half);
  context.lineTo(cx - 0.55 * half, cy);
  context.strokeStyle = palette.text;
  context.lineWidth = Math.max(1, 0.28 * half);
  context.stroke();
  context.fillStyle = palette.text;
  context.fillRect(cx - 0.85 * half, cy - 0.2 * half, 1.7 * half, 1.15 * half);
}
