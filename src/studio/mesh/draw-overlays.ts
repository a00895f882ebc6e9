import { detailOf, toScreen } from './camera';
import type { Scene } from './draw-chip';
import { discRadius } from './draw-marks';
import type { FrameCache } from './frame-cache';
import { columnSpan, discPlaces, isFixed } from './places';
import { useProbes } from './probes';
import type { Saliency } from './saliency';
import { useSaliency } from './saliency-store';
import { drawStretched, packed, rgbOf } from './stretched';
import { isOnChip, waveguideCentre } from './waveguides';

/** What lies over the chip because it was asked for: how much each interferometer matters, and probes. */
export function drawOverlays(
  context: CanvasRenderingContext2D,
  scene: Scene,
  cache: FrameCache | undefined,
): void {
  const { isOn, found } = useSaliency.getState();
  if (isOn && found?.gradient.length === scene.plan.parameterCount) {
    if (cache && detailOf(scene.camera) !== 'full') washCells(context, scene, found, cache);
    else ringDiscs(context, scene, found);
  }
  for (const { id, at } of useProbes.getState().probes) {
    if (!isOnChip(scene.layout, at)) continue;
    drawProbe(context, scene, String(id), toScreen(scene.camera, ...waveguideCentre(scene.layout, at)));
  }
}

/** Share of the largest slope, on the square-root scale that light has too. */
export function strengthOf(slope: number, largest: number): number {
  return largest > 0 ? Math.sqrt(Math.min(1, Math.abs(slope) / largest)) : 0;
}

/** From afar: each cell washed with the accent. */
function washCells(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { gradient, largest }: Saliency,
  cache: FrameCache,
): void {
  const rgb = rgbOf(scene.palette.accent);
  const pictures = cache.saliency.of(scene, [gradient, scene.palette], (at, index) => {
    const section = scene.layout.sections[at];
    if (section?.kind !== 'mesh') return 0;
    return packed(rgb, 0.85 * strengthOf(gradient[section.mesh.thetaOffset + index] ?? 0, largest) ** 2);
  });
  drawStretched(context, pictures, scene.layout, scene.camera, scene, scene.density);
}

/** Near: a ring round theta's disc, the wider the more it matters. */
function ringDiscs(context: CanvasRenderingContext2D, scene: Scene, { gradient, largest }: Saliency): void {
  const { camera, layout, width, height } = scene;
  const radius = discRadius(camera.scaleX, camera.scaleY);
  context.strokeStyle = scene.palette.accent;
  for (const section of layout.sections) {
    if (section.kind !== 'mesh') continue;
    const { columnStart } = section.mesh.topology;
    for (let column = 0; column < section.cell.length; column++) {
      const [from, to] = columnSpan(section, column);
      if (camera.offsetX + to * camera.scaleX < 0 || camera.offsetX + from * camera.scaleX > width) continue;
      for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
        if (isFixed(section.mesh, k)) continue;
        const [x, y] = toScreen(camera, ...discPlaces(section, column, k).theta);
        if (y < -30 || y > height + 30) continue;
        const strength = strengthOf(gradient[section.mesh.thetaOffset + k] ?? 0, largest);
        if (strength < 0.03) continue;
        context.globalAlpha = 0.25 + 0.75 * strength;
        context.lineWidth = Math.max(1, 0.5 * radius * strength);
        context.beginPath();
        context.arc(x, y, radius + 3 + context.lineWidth / 2, 0, 2 * Math.PI);
        context.stroke();
      }
    }
  }
  context.globalAlpha = 1;
}

const PROBE = 8;

/** A numbered flag whose needle touches the waveguide. */
function drawProbe(
  context: CanvasRenderingContext2D,
  { palette }: Scene,
  name: string,
  [x, y]: readonly [number, number],
): void {
  context.beginPath();
  context.arc(x, y, 3, 0, 2 * Math.PI);
  context.moveTo(x, y - 3);
  context.lineTo(x, y - PROBE - 4);
  context.strokeStyle = palette.text;
  context.lineWidth = 1.25;
  context.stroke();
  context.beginPath();
  context.arc(x, y - PROBE - 10, PROBE, 0, 2 * Math.PI);
  context.fillStyle = palette.text;
  context.fill();
  context.fillStyle = palette.panel;
  context.font = `600 10px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(name, x, y - PROBE - 9.5);
}
