import type { LightPaths } from './brush';
import { Brush, line } from './brush';
import type { Camera, Detail } from './camera';
import type { ChipLayout, PortSection } from './layout';
import { changesExposure } from './layout';
import type { Light, SectionLight } from './light';
import type { Window } from './mesh-paths';
import { addMesh } from './mesh-paths';

/** Adds the way of all light through the visible part of the chip, in pixels. */
export function addLightPaths(
  paths: LightPaths,
  layout: ChipLayout,
  light: Light | undefined,
  camera: Camera,
  detail: Detail,
  window: Window,
): void {
  layout.sections.forEach((section, index) => {
    const left = camera.offsetX + section.x * camera.scaleX;
    if (left > window.width || left + section.width * camera.scaleX < 0) return;
    const sectionLight = light?.sections[index];
    const brush = new Brush(paths, light?.peaks[section.exposure] ?? 0);
    if (section.kind === 'mesh') addMesh(brush, section, sectionLight, camera, detail, window);
    else addPorts(brush, new Brush(paths, exposureAfter(light, section)), section, sectionLight, camera);
  });
}

/** Behind a nonlinearity or attenuators the next scale holds. */
function exposureAfter(light: Light | undefined, section: PortSection): number {
  const own = light?.peaks[section.exposure] ?? 0;
  return changesExposure(section.kind) ? (light?.peaks[section.exposure + 1] ?? own) : own;
}

function addPorts(
  brush: Brush,
  after: Brush,
  section: PortSection,
  light: SectionLight | undefined,
  camera: Camera,
): void {
  const x = camera.offsetX + section.x * camera.scaleX;
  const half = x + (section.width * camera.scaleX) / 2;
  const end = x + section.width * camera.scaleX;
  section.rows.forEach((row, port) => {
    const y = camera.offsetY + row * camera.scaleY;
    brush.draw(light?.power[port], (path) => line(path, x, half, y));
    after.draw(light?.power[section.rows.length + port], (path) => line(path, half, end, y));
  });
}
