import type { LightPaths } from './brush';
import { Brush, LEVELS, line } from './brush';
import type { Camera, Detail } from './camera';
import type { ChipLayout, PortSection } from './layout';
import { changesExposure } from './layout';
import type { Light, SectionLight } from './light';
import { addMesh } from './mesh-paths';

/** The way of all light through the chip, in pixels. */
export function lightPaths(
  layout: ChipLayout,
  light: Light | undefined,
  camera: Camera,
  detail: Detail,
  width: number,
): LightPaths {
  const paths: LightPaths = { all: new Path2D(), levels: Array.from({ length: LEVELS }, () => new Path2D()) };
  layout.sections.forEach((section, index) => {
    const left = camera.offsetX + section.x * camera.scaleX;
    if (left > width || left + section.width * camera.scaleX < 0) return;
    const sectionLight = light?.sections[index];
    const brush = new Brush(paths, light?.peaks[section.exposure] ?? 0);
    if (section.kind === 'mesh') addMesh(brush, section, sectionLight, camera, detail, width);
    else addPorts(brush, new Brush(paths, exposureAfter(light, section)), section, sectionLight, camera);
  });
  return paths;
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
