import { activate } from '../../learning/activate';
import { columnCount } from '../../photonics/mesh';
import type { Detail } from './camera';
import type { Scene } from './draw-chip';
import type { MeshSection, PortSection } from './layout';
import { ARM } from './light-paths';
import { phaseCss, phaseInk } from './phase-colours';

/** Discs, attenuators and nonlinearities on top of the waveguides. */
export function drawParts(context: CanvasRenderingContext2D, scene: Scene, detail: Detail): void {
  for (const section of scene.layout.sections) {
    const left = scene.camera.offsetX + section.x * scene.camera.scaleX;
    if (left > scene.width || left + section.width * scene.camera.scaleX < 0) continue;
    if (section.kind === 'mesh') drawMeshPhases(context, scene, section, detail);
    else drawPorts(context, scene, section, detail);
  }
}

/** Radius of a phase's disc in pixels, for drawing and for the pointer. */
export function discRadius(scaleX: number, scaleY: number): number {
  return Math.min(24, 0.185 * scaleX, 0.2 * scaleY);
}

function drawMeshPhases(
  context: CanvasRenderingContext2D,
  scene: Scene,
  section: MeshSection,
  detail: Detail,
): void {
  const { camera, parameters } = scene;
  const { mesh } = section;
  const { pairs, columnStart } = mesh.topology;
  const radius = discRadius(camera.scaleX, camera.scaleY);
  for (let column = 0; column < columnCount(mesh.topology); column++) {
    const x = camera.offsetX + (section.x + column) * camera.scaleX;
    if (x + camera.scaleX < 0 || x > scene.width) continue;
    for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
      const top = camera.offsetY + (pairs[2 * k] ?? 0) * camera.scaleY;
      const middle = top + camera.scaleY / 2;
      const theta = parameters[mesh.thetaOffset + k] ?? 0;
      const phi = parameters[mesh.phiOffset + k] ?? 0;
      if (detail === 'full') {
        drawDisc(context, x + 0.02 * camera.scaleX, top, radius, phi, scene.palette.substrate);
        drawDisc(
          context,
          x + camera.scaleX / 2,
          middle - ARM * camera.scaleY,
          radius,
          theta,
          scene.palette.substrate,
        );
        if (mesh.flaws !== undefined)
          drawFlawRing(
            context,
            x + camera.scaleX / 2,
            middle - ARM * camera.scaleY,
            radius,
            scene.palette.muted,
          );
      } else if (camera.scaleX >= 8) {
        drawDot(context, x + camera.scaleX / 2, middle, Math.min(3.2, 0.22 * camera.scaleX), theta);
      }
    }
  }
}

/** A disc filled with the phase's colour, with a hand at its angle. */
function drawDisc(
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

function drawDot(
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

function drawFlawRing(
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

function drawPorts(
  context: CanvasRenderingContext2D,
  scene: Scene,
  section: PortSection,
  detail: Detail,
): void {
  const { camera, parameters, plan } = scene;
  const x = camera.offsetX + (section.x + section.width / 2) * camera.scaleX;
  const radius = discRadius(camera.scaleX, camera.scaleY);
  for (let port = 0; port < plan.modes; port++) {
    const y = camera.offsetY + port * camera.scaleY;
    const value = section.offset === undefined ? 0 : (parameters[section.offset + port] ?? 0);
    if (section.kind === 'output-phase' && detail === 'full') {
      drawDisc(context, x, y, radius * 0.72, value, scene.palette.substrate);
    } else if (section.kind === 'attenuator' && detail === 'full') {
      drawAttenuator(context, scene, x, y, radius, Math.abs(Math.sin(value / 2)));
    } else if (section.kind === 'nonlinearity') {
      drawNonlinearity(context, scene, section, port, x, y, detail);
    }
  }
}

/** An upright gauge that is filled as far as light may pass. */
function drawAttenuator(
  context: CanvasRenderingContext2D,
  { palette }: Scene,
  x: number,
  y: number,
  radius: number,
  open: number,
): void {
  const height = 2.2 * radius;
  context.beginPath();
  context.roundRect(x - radius * 0.45, y - height / 2, radius * 0.9, height, 2);
  context.fillStyle = palette.substrate;
  context.fill();
  context.strokeStyle = palette.muted;
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = palette.light;
  context.fillRect(
    x - radius * 0.45 + 1,
    y + height / 2 - 1 - (height - 2) * open,
    radius * 0.9 - 2,
    (height - 2) * open,
  );
}

/** Points of the small transfer curve inside a nonlinearity's box. */
const CURVE_POINTS = 14;

/** A box with the part's own transfer curve: power out over power in, up to the layer's brightest power. */
function drawNonlinearity(
  context: CanvasRenderingContext2D,
  scene: Scene,
  section: PortSection,
  port: number,
  x: number,
  y: number,
  detail: Detail,
): void {
  const { camera, palette, plan } = scene;
  const layer = plan.layers[section.layer];
  if (layer === undefined) return;
  const size = Math.min(56, 0.62 * camera.scaleX * section.width, 0.62 * camera.scaleY);
  context.beginPath();
  context.roundRect(x - size / 2, y - size / 2, size, size, Math.min(4, size / 4));
  context.fillStyle = palette.panel;
  context.fill();
  context.strokeStyle = palette.muted;
  context.lineWidth = detail === 'full' ? 1 : 0.5;
  context.stroke();
  if (detail !== 'full') return;
  const peak = scene.light?.peaks[section.layer] ?? 1;
  const re = new Float64Array(plan.modes);
  const im = new Float64Array(plan.modes);
  const out = Array.from({ length: CURVE_POINTS }, (_, i) => {
    re[port] = Math.sqrt((peak * i) / (CURVE_POINTS - 1));
    const after = activate(layer, scene.parameters, { re, im }, 1);
    return (after.re[port] ?? 0) ** 2 + (after.im[port] ?? 0) ** 2;
  });
  const largest = Math.max(...out, 1e-12);
  const inner = size - 7;
  context.beginPath();
  out.forEach((value, i) => {
    const px = x - inner / 2 + (inner * i) / (CURVE_POINTS - 1);
    const py = y + inner / 2 - (inner * value) / largest;
    if (i === 0) context.moveTo(px, py);
    else context.lineTo(px, py);
  });
  context.strokeStyle = palette.text;
  context.lineWidth = 1.2;
  context.stroke();
}
