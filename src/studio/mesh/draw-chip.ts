import { significant } from '../format/si';
import type { Camera, Detail } from './camera';
import { detailOf } from './camera';
import { drawHeat } from './draw-heat';
import { drawParts } from './draw-parts';
import type { LightPaths } from './brush';
import { ease, LEVELS, levelOf } from './brush';
import type { ChipLayout } from './layout';
import type { Light } from './light';
import { lightPaths } from './light-paths';
import type { MziRef } from './places';
import { columnOf, columnSpan, rowsOfPair } from './places';
import type { Palette } from './palette';
import type { Plan } from '../../learning/plan';

/** Everything one frame of the mesh view shows. */
export interface Scene {
  readonly plan: Plan;
  readonly layout: ChipLayout;
  readonly parameters: Float64Array;
  readonly light: Light | undefined;
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly selected: MziRef | undefined;
  readonly hovered: MziRef | undefined;
  /** Where the light of each class port goes, pixels; none hides the way there. */
  readonly targets: readonly (readonly [x: number, y: number])[];
}

/** Room the chip's glass has around its waveguides, in waveguide pitches and pixels. */
const RIM = 0.62;

/** Draws one frame; returns the light's paths for whatever is drawn over it. */
export function drawChip(context: CanvasRenderingContext2D, scene: Scene): LightPaths | undefined {
  const { camera, layout, palette } = scene;
  const detail = detailOf(camera);
  context.clearRect(0, 0, scene.width, scene.height);
  context.lineJoin = 'round';
  context.lineCap = 'butt';
  drawSubstrate(context, scene);
  let paths: LightPaths | undefined;
  if (detail === 'heat') drawHeat(context, scene);
  else {
    paths = lightPaths(layout, scene.light, camera, detail, scene.width);
    addFanOut(paths, scene);
    strokeLight(context, paths, scene, detail);
    drawParts(context, scene, detail);
  }
  drawLabels(context, scene);
  if (scene.hovered) drawFrame(context, scene, scene.hovered, palette.muted, 1);
  if (scene.selected) drawFrame(context, scene, scene.selected, palette.accent, 1.5);
  return paths;
}

function drawSubstrate(context: CanvasRenderingContext2D, { camera, layout, palette }: Scene): void {
  const rim = Math.max(8, Math.min(30, RIM * camera.scaleY));
  const x = camera.offsetX - 6;
  const y = camera.offsetY - rim;
  const width = layout.width * camera.scaleX + 12;
  const height = (layout.modes - 1) * camera.scaleY + 2 * rim;
  context.beginPath();
  context.roundRect(Math.round(x) + 0.5, Math.round(y) + 0.5, Math.round(width), Math.round(height), 8);
  context.fillStyle = palette.substrate;
  context.fill();
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.stroke();
}

/** Width of a waveguide at full brightness: as wide as its neighbours allow. */
export function fullWidth(camera: Camera, detail: Detail): number {
  return detail === 'full'
    ? Math.min(9, 0.07 * camera.scaleY + 1.6)
    : Math.min(3.4, 0.4 * Math.min(camera.scaleX, camera.scaleY));
}

function strokeLight(
  context: CanvasRenderingContext2D,
  paths: LightPaths,
  scene: Scene,
  detail: Detail,
): void {
  const { palette, camera } = scene;
  const widest = fullWidth(camera, detail);
  context.strokeStyle = palette.waveguide;
  context.lineWidth = detail === 'full' ? 1.25 : 0.6;
  context.stroke(paths.all);
  context.strokeStyle = palette.light;
  paths.levels.forEach((path, level) => {
    const share = (level + 1) / LEVELS;
    if (palette.dark && detail === 'full' && share > 0.25) {
      context.globalAlpha = 0.13 * share;
      context.lineWidth = widest * share * 3.4;
      context.stroke(path);
    }
    context.globalAlpha = 0.12 + 0.88 * share;
    context.lineWidth = Math.max(0.5, widest * share);
    context.stroke(path);
  });
  context.globalAlpha = 1;
}

/** From the last waveguides to the detectors of the classes. */
function addFanOut(paths: LightPaths, scene: Scene): void {
  const { camera, layout, light, targets } = scene;
  const x = camera.offsetX + layout.width * camera.scaleX;
  const last = light?.sections.at(-1)?.power;
  targets.forEach(([toX, toY], port) => {
    if (toX < x + 8) return;
    const y = camera.offsetY + (layout.rowsOut[port] ?? port) * camera.scaleY;
    const power = last?.[last.length - layout.modes + port] ?? 0;
    for (const path of [paths.all, paths.levels[levelOf(power, light?.peaks.at(-1) ?? 0)]]) {
      if (path === undefined) continue;
      path.moveTo(x, y);
      ease(path, x, y, toX, toY);
    }
  });
}

/** How much brighter a part is drawn than the first one, like a camera's exposure. */
function exposureOf(light: Light | undefined, exposure: number): number {
  const [first = 0] = light?.peaks ?? [];
  const own = light?.peaks[exposure] ?? 0;
  return own > 0 ? first / own : 1;
}

function drawLabels(
  context: CanvasRenderingContext2D,
  { camera, layout, light, palette, plan }: Scene,
): void {
  context.font = `500 11px ${palette.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = palette.muted;
  const y = camera.offsetY - Math.max(8, Math.min(30, RIM * camera.scaleY)) - 8;
  for (const section of layout.sections) {
    if (section.kind !== 'mesh') continue;
    const room = section.width * camera.scaleX;
    const role = plan.layers[section.layer]?.before === undefined ? '' : ` · ${section.role}`;
    const { kind } = section.mesh.topology;
    const named = kind === 'rectangular' || room < 110 ? '' : `, ${kind}`;
    const exposure = exposureOf(light, section.exposure);
    const brighter =
      exposure > 1.5 && room > (named === '' ? 130 : 220) ? `, light shown ×${significant(exposure, 2)}` : '';
    if (room > 46)
      context.fillText(
        `${layout.names[section.layer] ?? ''}${role}${named}${brighter}`,
        camera.offsetX + section.x * camera.scaleX,
        y,
      );
  }
}

function drawFrame(
  context: CanvasRenderingContext2D,
  { camera, layout }: Scene,
  ref: MziRef,
  colour: string,
  width: number,
): void {
  const section = layout.sections[ref.section];
  if (section?.kind !== 'mesh') return;
  const column = columnOf(section.mesh, ref.index);
  const [from, to] = columnSpan(section, column);
  const rows = rowsOfPair(section, column, ref.index);
  const [x, y] = [(from + to) / 2, (rows[0] + rows[1]) / 2];
  const cell = {
    w: (to - from) * camera.scaleX,
    h: Math.max(camera.scaleY * (Math.abs(rows[0] - rows[1]) + 0.62), 9),
  };
  context.beginPath();
  context.roundRect(
    camera.offsetX + x * camera.scaleX - cell.w / 2 - 1,
    camera.offsetY + y * camera.scaleY - cell.h / 2,
    cell.w + 2,
    cell.h,
    Math.min(6, cell.w / 4),
  );
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
