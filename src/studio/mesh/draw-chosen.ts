import { useNetwork } from '../network/network-store';
import { toScreen } from './camera';
import type { Scene } from './draw-chip';

/** Room round the layer's waveguides, in pitches, and the corners, pixels. */
const RIM = 0.5;
const CORNER = 6;

/** A frame round the layer that is chosen in the network. */
export function drawChosen(context: CanvasRenderingContext2D, { layout, camera, palette }: Scene): void {
  const { chosen } = useNetwork.getState();
  if (chosen?.kind !== 'block') return;
  const sections = layout.sections.filter(
    (section) => section.layer === chosen.index && section.kind !== 'input',
  );
  const [first, last] = [sections[0], sections.at(-1)];
  if (first === undefined || last === undefined) return;
  const [left, top] = toScreen(camera, first.x, -RIM);
  const [right, bottom] = toScreen(camera, last.x + last.width, layout.modes - 1 + RIM);
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, CORNER);
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.5;
  context.globalAlpha = 0.8;
  context.stroke();
  context.globalAlpha = 1;
}
