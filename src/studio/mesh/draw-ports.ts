import { activate } from '../../learning/activate';
import type { PlanLayer } from '../../learning/plan';
import type { Detail } from './camera';
import type { Scene } from './draw-chip';
import { discRadius, drawDisc, drawLock } from './draw-marks';
import { isLeftAlone } from './frozen';
import type { PortSection } from './layout';

/** A column of output phases, attenuators or nonlinearities. */
export function drawPorts(
  context: CanvasRenderingContext2D,
  scene: Scene,
  section: PortSection,
  detail: Detail,
): void {
  const { camera, parameters, plan } = scene;
  const x = camera.offsetX + (section.x + section.width / 2) * camera.scaleX;
  const radius = discRadius(camera.scaleX, camera.scaleY);
  for (let port = 0; port < plan.modes; port++) {
    const y = camera.offsetY + (section.rows[port] ?? port) * camera.scaleY;
    if (y < -camera.scaleY || y > scene.height + camera.scaleY) continue;
    const isFrozen = section.offset !== undefined && isLeftAlone(plan, section.offset + port);
    const value = section.offset === undefined ? 0 : (parameters[section.offset + port] ?? 0);
    if (section.kind === 'output-phase' && detail === 'full') {
      drawDisc(context, x, y, radius * (section.isSign ? 0.5 : 0.72), value, scene.palette.substrate);
      if (isFrozen && !section.isSign) drawLock(context, scene.palette, x, y, radius * 0.72);
    } else if (section.kind === 'attenuator' && detail === 'full') {
      drawAttenuator(context, scene, x, y, radius, Math.abs(Math.sin(value / 2)));
      if (isFrozen) drawLock(context, scene.palette, x, y, radius * 0.72);
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
  const out = transferCurves(scene, section, layer).map((powers) => powers[port] ?? 0);
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

const known = new WeakMap<PortSection, { readonly key: readonly unknown[]; readonly curves: Curves }>();
type Curves = readonly Float64Array[];

/** Power out of every waveguide at equally spaced fields in, all at once: each acts on its own. */
function transferCurves({ plan, parameters, light }: Scene, section: PortSection, layer: PlanLayer): Curves {
  const peak = light?.peaks[section.exposure] ?? 1;
  const key = [layer, peak, layer.nonlinearityOffset === undefined ? undefined : parameters];
  const last = known.get(section);
  if (last && key.every((part, i) => part === last.key[i])) return last.curves;
  const im = new Float64Array(plan.modes);
  const curves = Array.from({ length: CURVE_POINTS }, (_, i) => {
    const re = new Float64Array(plan.modes).fill(Math.sqrt((peak * i) / (CURVE_POINTS - 1)));
    const after = activate(layer, parameters, { re, im }, 1);
    return after.re.map((each, port) => each * each + (after.im[port] ?? 0) ** 2);
  });
  known.set(section, { key, curves });
  return curves;
}
