import { significant } from '../format/si';
import { meshWords } from '../words/mesh';
import type { Camera, Detail } from './camera';
import { detailOf } from './camera';
import { drawHeat } from './draw-heat';
import { drawParts, showsDots } from './draw-parts';
import type { LightPaths } from './brush';
import { ease, emptyPaths, LEVELS, levelOf } from './brush';
import { hasCrossings } from './cell-runs';
import type { ChipLayout } from './layout';
import type { Light } from './light';
import type { FrameCache } from './frame-cache';
import { addLightPaths } from './light-paths';
import type { MziRef } from './places';
import { columnOf, columnSpan, rowsOfPair } from './places';
import type { Palette } from './palette';
import { drawStretched } from './stretched';
import type { Track } from './track';
import { strokeTrack } from './track';
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
  /** Device pixels per CSS pixel. */
  readonly density: number;
  readonly palette: Palette;
  readonly selected: MziRef | undefined;
  readonly hovered: MziRef | undefined;
  /** Where the light of each class port goes, pixels; none hides the way there. */
  readonly targets: readonly (readonly [x: number, y: number])[];
}

/** What a drawing can lean on besides its scene. */
export interface Means {
  /** Of the frames before; a drawing that is made once has none. */
  readonly cache: FrameCache | undefined;
  readonly track: () => Track;
}

export const ON_SCREEN: Omit<Means, 'cache'> = { track: () => new Path2D() };

/** Room the chip's glass has around its waveguides, in waveguide pitches and pixels. */
const RIM = 0.62;

/** Draws one frame; returns the light's paths, where there are any, for whatever is drawn over it. */
export function drawChip(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { cache, track }: Means,
): LightPaths | undefined {
  const { camera, palette } = scene;
  const detail = detailOf(camera);
  context.clearRect(0, 0, scene.width, scene.height);
  context.lineJoin = 'round';
  context.lineCap = 'butt';
  const paths = detail === 'heat' ? undefined : emptyPaths(track, cache === undefined);
  if (cache) cache.lay(context, 'base', scene, [], (layer) => drawBase(layer, scene, detail));
  else drawSubstrate(context, scene);
  if (cache && detail === 'heat')
    drawStretched(context, cache.heat.of(scene), scene.layout, camera, scene, scene.density);
  else if (detail === 'heat') drawHeat(context, scene);
  else if (cache && isCutOut(scene, detail)) drawCutOut(context, scene, cache);
  else if (paths) {
    addLightPaths(paths, scene.layout, scene.light, camera, detail, scene);
    addFanOut(paths, scene);
    strokeGlass(context, paths, scene, detail);
    strokeLight(context, paths, scene, detail);
    drawParts(context, scene, detail, 'all');
  }
  if (cache) cache.lay(context, 'labels', scene, labelTexts(scene), (layer) => drawLabels(layer, scene));
  else drawLabels(context, scene);
  if (scene.hovered) drawFrame(context, scene, scene.hovered, palette.muted, 1);
  if (scene.selected) drawFrame(context, scene, scene.selected, palette.accent, 1.5);
  return cache && isCutOut(scene, detail) ? undefined : paths;
}

/** The light's own paths, for a picture that was put together without them. */
export function pathsOf(scene: Scene): LightPaths | undefined {
  const detail = detailOf(scene.camera);
  if (detail === 'heat') return undefined;
  const paths = emptyPaths(ON_SCREEN.track, false);
  addLightPaths(paths, scene.layout, scene.light, scene.camera, detail, scene);
  return paths;
}

/** Whether light can be cut out of stretched pictures: they know rows, and no waveguides that cross between them. */
function isCutOut({ layout }: Scene, detail: Detail): boolean {
  return detail === 'lines' && !layout.sections.some((each) => each.kind === 'mesh' && hasCrossings(each));
}

/** All waveguides of the picture, lit or not. */
function glassOf(scene: Scene, detail: Detail): Track {
  const paths = emptyPaths(ON_SCREEN.track, true);
  addLightPaths(paths, scene.layout, undefined, scene.camera, detail, scene);
  return paths.all ?? ON_SCREEN.track();
}

function drawBase(layer: CanvasRenderingContext2D, scene: Scene, detail: Detail): void {
  drawSubstrate(layer, scene);
  if (detail !== 'heat') strokeGlass(layer, { all: glassOf(scene, detail), levels: [] }, scene, detail);
}

/** Widths of cut-out light, as shares of the widest: all of it, and what is at least half as bright as the brightest. */
const CUT = { thin: 0.5, wide: 0.95 } as const;

/** Lines from afar: bands of brightness, seen through the shapes of the waveguides. */
function drawCutOut(context: CanvasRenderingContext2D, scene: Scene, cache: FrameCache): void {
  const widest = fullWidth(scene.camera, 'lines');
  for (const layer of ['thin', 'wide'] as const) {
    cache.cutOut(context, layer, scene, cache[layer].of(scene), (mask) => {
      mask.lineWidth = Math.max(0.6, widest * CUT[layer]);
      strokeTrack(mask, glassOf(scene, 'lines'));
    });
  }
  const fan = emptyPaths(ON_SCREEN.track, true);
  addFanOut(fan, scene);
  strokeGlass(context, fan, scene, 'lines');
  strokeLight(context, fan, scene, 'lines');
  cache.lay(context, 'cover', scene, [scene.plan], (layer) => drawParts(layer, scene, 'lines', 'still'));
  if (showsDots(scene.camera)) cache.dots(context, scene, (mask) => drawParts(mask, scene, 'lines', 'dots'));
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

function strokeGlass(
  context: CanvasRenderingContext2D,
  { all }: LightPaths,
  { palette }: Scene,
  detail: Detail,
): void {
  if (all === undefined) return;
  context.strokeStyle = palette.waveguide;
  context.lineWidth = detail === 'full' ? 1.25 : 0.6;
  strokeTrack(context, all);
}

function strokeLight(
  context: CanvasRenderingContext2D,
  paths: LightPaths,
  scene: Scene,
  detail: Detail,
): void {
  const { palette, camera } = scene;
  const widest = fullWidth(camera, detail);
  context.strokeStyle = palette.light;
  paths.levels.forEach((path, level) => {
    const share = (level + 1) / LEVELS;
    if (palette.dark && detail === 'full' && share > 0.25) {
      context.globalAlpha = 0.13 * share;
      context.lineWidth = widest * share * 3.4;
      strokeTrack(context, path);
    }
    context.globalAlpha = 0.12 + 0.88 * share;
    context.lineWidth = Math.max(0.5, widest * share);
    strokeTrack(context, path);
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

interface Label {
  readonly text: string;
  /** In chip units. */
  readonly x: number;
}

/** What stands over each mesh. */
function labelsOf({ camera, layout, light, plan }: Scene): readonly Label[] {
  return layout.sections.flatMap((section): Label[] => {
    if (section.kind !== 'mesh') return [];
    const room = section.width * camera.scaleX;
    if (room <= 46) return [];
    const role = plan.layers[section.layer]?.before === undefined ? '' : ` · ${section.role}`;
    const { kind } = section.mesh.topology;
    const named = kind === 'rectangular' || room < 110 ? '' : `, ${kind}`;
    const exposure = exposureOf(light, section.exposure);
    const isBrighter = exposure > 1.5 && room > (named === '' ? 130 : 220);
    const brighter = isBrighter ? meshWords.exposure(significant(exposure, exposure < 10 ? 2 : 1)) : '';
    return [{ text: `${layout.names[section.layer] ?? ''}${role}${named}${brighter}`, x: section.x }];
  });
}

function labelTexts(scene: Scene): readonly string[] {
  return labelsOf(scene).map(({ text }) => text);
}

function drawLabels(context: CanvasRenderingContext2D, scene: Scene): void {
  const { camera, palette } = scene;
  context.font = `500 11px ${palette.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = palette.muted;
  const y = camera.offsetY - Math.max(8, Math.min(30, RIM * camera.scaleY)) - 8;
  for (const { text, x } of labelsOf(scene)) context.fillText(text, camera.offsetX + x * camera.scaleX, y);
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
