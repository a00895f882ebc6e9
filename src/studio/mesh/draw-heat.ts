import { columnCount } from '../../photonics/mesh';
import type { Scene } from './draw-chip';
import { LEVELS, levelOf } from './light-paths';

/** Far away: one cell per interferometer, its brightness the light that passes it. */
export function drawHeat(
  context: CanvasRenderingContext2D,
  { camera, layout, light, palette, width, height }: Scene,
): void {
  const { modes } = layout;
  context.fillStyle = palette.light;
  layout.sections.forEach((section, index) => {
    const power = light?.sections[index]?.power;
    if (section.kind !== 'mesh' || power === undefined) return;
    const { pairs, columnStart } = section.mesh.topology;
    for (let column = 0; column < columnCount(section.mesh.topology); column++) {
      const x = camera.offsetX + (section.x + column) * camera.scaleX;
      if (x > width || x + camera.scaleX < 0) continue;
      for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
        const top = pairs[2 * k] ?? 0;
        const y = camera.offsetY + (top - 0.5) * camera.scaleY;
        if (y > height || y + 2 * camera.scaleY < 0) continue;
        const passing = ((power[column * modes + top] ?? 0) + (power[column * modes + top + 1] ?? 0)) / 2;
        const level = levelOf(passing, light?.peaks[section.layer] ?? 0);
        if (level < 0) continue;
        context.globalAlpha = 0.04 + 0.96 * ((level + 1) / LEVELS);
        context.fillRect(x, y, Math.max(0.6, camera.scaleX - 0.4), Math.max(0.6, 2 * camera.scaleY - 0.4));
      }
    }
  });
  context.globalAlpha = 1;
}
